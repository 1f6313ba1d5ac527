import { resolve } from "node:path";
import { findInnerCalls } from "../check/inner-calls.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey } from "../model/model.js";
import type { SourceFile } from "../text/source-file.js";
import { checkProject } from "./check-project.js";
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
  readonly #read: ProjectModel;
  readonly #byId: ReadonlyMap<string, Journey>;
  readonly #found: readonly Diagnostic[];
  readonly #parts = new Map<string, CompiledFile>();

  constructor(project: Project, settings: ReadonlySet<string>, workingDirectory: string) {
    this.#project = project;
    this.#settings = settings;
    this.#workingDirectory = workingDirectory;
    const texts = project.inputs.filter((input) => input.kind === "text");
    this.#texts = new Map(texts.flatMap(({ file, source }) => (file === undefined ? [] : [[file, source] as const])));
    this.#read = readModel(project);
    this.#byId = new Map(this.#read.model.journeys.map((journey) => [journey.id, journey]));
    this.#found = checkProject(project, this.#read);
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
    return text === undefined ? [] : [...(this.#project.filesNamedBy.get(text.path) ?? [])];
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
