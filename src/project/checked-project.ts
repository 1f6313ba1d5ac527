import { resolve } from "node:path";
import { findInnerCalls } from "../check/inner-calls.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey } from "../model/model.js";
import type { SourceFile } from "../text/source-file.js";
import { checkProject } from "./check-project.js";
import type { KnownText } from "./known-text.js";
import type { Project } from "./open-project.js";
import { type ProjectModel, readModel } from "./read-model.js";
import { shownPath } from "./shown-path.js";

/** A `.journey` file, compiled with what it needs from its project. */
export interface CompiledFile {
  /** The journeys of the file, in its order. Where a diagnostic is an error, they may be incomplete. */
  readonly journeys: readonly Journey[];
  /**
   * What `journeyc check` reports of the file, its scripts and resources, and the configuration, by file and place; but nothing of scenarios,
   * which nobody imports.
   */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The absolute paths of all files that the result depends on: the text, its scripts and resources, the same of the inner journeys that it runs
   * and of theirs, the configuration, and the node types that it names. Some of them may be missing.
   */
  readonly files: ReadonlySet<string>;
}

/** A project that has been read and checked as a whole, for whoever asks about single files of it. */
export class CheckedProject {
  readonly #project: Project;
  /** The files that its settings come from. */
  readonly #settings: ReadonlySet<string>;
  readonly #workingDirectory: string;
  /** The texts by absolute path. */
  readonly #texts: ReadonlyMap<string, SourceFile>;
  readonly #filesNamedBy: Project["filesNamedBy"];
  readonly #read: ProjectModel;
  readonly #byId: ReadonlyMap<string, Journey>;
  readonly #found: readonly Diagnostic[];
  readonly #parts = new Map<string, CompiledFile>();

  /** `around`, which has been read already, is a part of this project: the other journeys are judged as its own would be. */
  constructor(project: Project, settings: ReadonlySet<string>, workingDirectory: string, around?: CheckedProject) {
    this.#project = project;
    this.#settings = settings;
    this.#workingDirectory = workingDirectory;
    const read = readModel(project);
    this.#texts = new Map(read.parsed.map(({ source }) => [resolve(workingDirectory, source.path), source]));
    this.#filesNamedBy = new Map([...(around === undefined ? [] : around.#filesNamedBy), ...project.filesNamedBy]);
    this.#read = around === undefined ? read : around.#with(read);
    this.#byId = new Map(this.#read.model.journeys.map((journey) => [journey.id, journey]));
    this.#found = checkProject(project, this.#read, around ? { only: read.model.journeys } : {});
  }

  /** What is known of a text, by absolute path, to those who read others beside it. */
  known(file: string): KnownText | undefined {
    const text = this.#texts.get(file);
    const parsed = this.#read.parsed.find(({ source }) => source === text);
    if (text === undefined || parsed === undefined) return undefined;
    const journeys = this.#read.model.journeys.filter(({ place }) => place.source === text);
    return {
      journeys: journeys.map(({ name, id, place: { range } }) => ({ name, id, range })),
      parameters: parsed.file.items.flatMap((item) => (item.kind === "param" && item.name ? [item.name.text] : [])),
      files: this.#besides(text),
    };
  }

  /** All of this project, and what was read beside it. Of two journeys with one id, the one beside it is meant. */
  #with(read: ProjectModel): ProjectModel {
    const own = this.#read;
    const ofItself = new Set(this.#project.diagnostics);
    const ids = new Set(read.model.journeys.map(({ id }) => id));
    return {
      ...read,
      model: {
        ...read.model,
        journeys: [...own.model.journeys.filter(({ id }) => !ids.has(id)), ...read.model.journeys],
      },
      parsed: [...own.parsed, ...read.parsed],
      diagnostics: [...own.diagnostics.filter((each) => !ofItself.has(each)), ...read.diagnostics],
    };
  }

  /** Whether a file, by absolute path, is among the texts of the project. */
  reads(file: string): boolean {
    return this.#texts.has(file);
  }

  /** The part of all results that is about one file, by absolute path: the same object each time. */
  partOf(file: string): CompiledFile {
    let part = this.#parts.get(file);
    if (part === undefined) {
      part = this.#makePart(file);
      this.#parts.set(file, part);
    }
    return part;
  }

  #makePart(file: string): CompiledFile {
    const text = this.#texts.get(file);
    const journeys = this.#read.model.journeys.filter(({ place }) => place.source === text);
    const own = new Set([file, ...this.#settings, ...this.#besides(text)]);
    const shown = new Set([...own].map((each) => shownPath(each, this.#workingDirectory)));
    const isInScenario = this.#findingsInScenarios(text);
    const diagnostics = this.#found.filter(
      (diagnostic) => shown.has(diagnostic.place.source.path) && !isInScenario(diagnostic),
    );
    const inner = this.#textsRunBy(journeys).flatMap((each) => [
      resolve(this.#workingDirectory, each.path),
      ...this.#besides(each),
    ]);
    return { journeys, diagnostics, files: new Set([...own, ...inner]) };
  }

  #besides(text: SourceFile | undefined): readonly string[] {
    return text === undefined ? [] : [...(this.#filesNamedBy.get(text.path) ?? [])];
  }

  /** The texts of the journeys that these run, of those that they run, and so on. */
  #textsRunBy(journeys: readonly Journey[]): readonly SourceFile[] {
    const reached = new Set(journeys);
    for (const journey of reached) {
      for (const { inner } of findInnerCalls(journey)) {
        const found = this.#byId.get(inner);
        if (found !== undefined) reached.add(found);
      }
    }
    return [...new Set([...reached].map(({ place }) => place.source))];
  }

  /** Tells whether a finding is about what a scenario says. A mistake in its syntax is one of the text. */
  #findingsInScenarios(text: SourceFile | undefined): (diagnostic: Diagnostic) => boolean {
    const parsed = this.#read.parsed.find(({ source }) => source === text);
    const scenarios = parsed?.file.items.filter(({ kind }) => kind === "scenario") ?? [];
    const ofSyntax = new Set(parsed?.diagnostics);
    return (diagnostic) => {
      const { source, range } = diagnostic.place;
      if (source !== text || ofSyntax.has(diagnostic)) return false;
      return scenarios.some((scenario) => scenario.range.start <= range.start && range.start < scenario.range.end);
    };
  }
}
