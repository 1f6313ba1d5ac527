import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ReadJourney } from "../../export-json/read/read-result.js";
import { difference, residue } from "../../export-json/residue.js";
import { journeyExport } from "../../export-json/write/write-export.js";
import type { FileText } from "../../model/bind-options.js";
import type { Journey, Script } from "../../model/model.js";
import type { FileNode, JourneyDeclaration } from "../../syntax/ast.js";
import type { JsonObject } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import { parseJsonText } from "../../text/parse-json-text.js";
import { journeyToSyntax } from "../../write/journey/write-journey.js";
import { type CompiledText, compileText } from "../compile-text.js";
import type { ImportOptions } from "../import-journey.js";
import { withBoundTargets } from "../with-bound-targets.js";
import { withEntry } from "../with-entry.js";
import { adoptNames } from "./adopt-names.js";
import { sayContexts } from "./edit-dependencies.js";
import { editExportOptions, editRaw } from "./edit-escapes.js";
import { editJourney, inSourceOrder } from "./edit-journey.js";
import { type KeptDependencies, keptDependencies, withKept } from "./keep-dependencies.js";
import { printItem } from "./print-parts.js";
import { reorderChildren } from "./reorder-children.js";
import { TextEdits } from "./text-edits.js";

/** An existing source, and a way to read the files that it names. */
export interface ExistingSource {
  readonly path: string;
  readonly text: string;
  readonly readText: (path: string) => FileText;
}

export interface IntoResult {
  /** The text of the source; unchanged where the journey has not changed. */
  readonly text: string;
  /** The files that are new or changed, by path relative to the source. */
  readonly files: ReadonlyMap<string, string>;
  readonly raw: JsonObject | undefined;
  /**
   * Differences from the export that remain after building the text. This is a defect of ours, and usually `undefined`.
   */
  readonly lost: JsonObject | undefined;
  /** Findings about the changed text, for instance a rule about a node that was removed. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Updates a journey that a source has already with an export. Names, comments, order, grouping, parameters and files
 * are kept, and only changed parts change. Things are matched by id. Returns `undefined` when the source has no journey
 * with this id.
 *
 * The source's own export options are tried first. If something remains for `raw`, those of the export are tried as
 * well.
 */
export function importInto(source: ExistingSource, read: ReadJourney, options: ImportOptions): IntoResult | undefined {
  const compiled = compileText(source.path, source.text, source.readText, options);
  const existing = findJourney(compiled, read.id);
  if (existing === undefined) return undefined;
  const { journey, written } = existing;
  const original = read.origin.document.json;
  // The source may say it otherwise than an import would, in `raw` for one: as it says all of it, nothing has changed.
  if (difference(journey, original) === undefined) {
    return {
      text: source.text,
      files: new Map(),
      raw: journey.raw,
      lost: undefined,
      diagnostics: compiled.diagnostics,
    };
  }
  const result = changeSource(source, compiled, existing, read, options);
  if (result.raw === undefined || isSameJson(result.raw, journey.raw ?? null)) return result;
  const edits = new TextEdits(source.text);
  editExportOptions(
    written,
    { ...read.exportOptions, defaults: journey.exportOptions.defaults },
    options.exportOptions,
    edits,
  );
  if (edits.isEmpty) return result;
  const other = { ...source, text: edits.apply() };
  const recompiled = compileText(other.path, other.text, other.readText, options);
  const again = findJourney(recompiled, read.id);
  if (again === undefined) return result;
  const second = changeSource(other, recompiled, again, read, options);
  return sizeOf(second.raw) < sizeOf(result.raw) ? second : result;
}

interface ExistingJourney {
  readonly journey: Journey;
  readonly written: JourneyDeclaration;
}

function findJourney(compiled: CompiledText, id: string): ExistingJourney | undefined {
  const journey = compiled.journeys.find((candidate) => candidate.id === id);
  for (const item of compiled.file.items) {
    if (item.kind === "journey" && journey !== undefined && item.name?.text === journey.name) {
      return { journey, written: item };
    }
  }
  return undefined;
}

function changeSource(
  source: ExistingSource,
  compiled: CompiledText,
  existing: ExistingJourney,
  read: ReadJourney,
  options: ImportOptions,
): IntoResult {
  const { journey, written } = existing;
  const kept = keptDependencies(read, journey);
  const before = { ...journey, scripts: [...journey.scripts, ...scriptsBeside(compiled, journey, source, options)] };
  const adopted = adoptNames(read, before);
  const after = inSourceOrder(
    {
      ...adopted,
      exportOptions: before.exportOptions,
      scripts: [...adopted.scripts, ...kept.scripts],
      resources: [...adopted.resources, ...kept.resources],
    },
    before,
  );
  const change = (wanted: Journey) => {
    const { text, files } = changeText(compiled, { journey: before, written }, wanted, source, options);
    return { text, attempt: new Attempt(source, files, read, kept, options) };
  };
  const first = change(after);
  const bound = withBoundTargets(after, first.attempt.journeyIn(first.text));
  const { text, attempt } = bound === after ? first : change(bound);
  return attempt.finish(attempt.sayContexts(attempt.reorder(text, bound), bound));
}

/** The scripts at the top of the file that only other journeys of the file use so far, or none. */
function scriptsBeside(
  compiled: CompiledText,
  journey: Journey,
  source: ExistingSource,
  options: ImportOptions,
): readonly Script[] {
  const names = new Set(
    compiled.file.items.flatMap((item) => (item.kind === "script" && item.name ? [item.name.text] : [])),
  );
  const own = new Set(journey.scripts.map(({ id }) => id));
  const used = compiled.journeys.flatMap(({ scripts }) => scripts);
  const unused = [...names].filter((name) => !used.some((script) => script.name === name));
  const others = [...used, ...unusedScripts(compiled, unused, source, options)];
  const beside = others.filter(({ id, name }) => names.has(name) && !own.has(id));
  return [...new Map(beside.map((script) => [script.id, script])).values()];
}

/** Scripts belong to the journeys that use them. So one more journey, which uses those that no other does, is bound beside these. */
function unusedScripts(
  { journeys }: CompiledText,
  names: readonly string[],
  { path, text, readText }: ExistingSource,
  options: ImportOptions,
): readonly Script[] {
  if (names.length === 0) return [];
  let probe = "Probe";
  while (journeys.some(({ name, id }) => name === probe || id === probe)) probe += "_";
  const nodes = names.map((name, index) => `  node N${index}: ScriptedDecision { script: ${name} }`);
  const bound = compileText(path, `${text}\n\njourney ${probe} {\n${nodes.join("\n")}\n}\n`, readText, options);
  return bound.journeys.find(({ name }) => name === probe)?.scripts ?? [];
}

function changeText(
  compiled: CompiledText,
  { journey: before, written }: ExistingJourney,
  after: Journey,
  source: ExistingSource,
  options: ImportOptions,
) {
  const externNames = new Map<string, string>();
  for (const item of compiled.file.items) {
    if (item.kind === "extern" && item.name && item.typeId) externNames.set(item.typeId.parts.join(""), item.name.text);
  }
  const { file, files } = journeyToSyntax(after, {
    ...options,
    minimal: false,
    keepForm: true,
    externNames,
    mayHold: (path, text) => isOwnFile(path, before) || isFree(path, text, source),
  });
  const wanted = file.items.find((item) => item.kind === "journey");
  const edits = new TextEdits(source.text);
  if (wanted !== undefined) {
    const change = { file: compiled.file, written, before, after, wanted, added: [] };
    editJourney(change, edits);
  }
  const externs = file.items.filter((item) => item.kind === "extern");
  for (const extern of externs) edits.insertAbove(written.range.start, `${printItem(extern)}\n`);
  return { text: edits.apply(), files: changedFiles(files, source, before) };
}

function isOwnFile(path: string, journey: Journey): boolean {
  return [...journey.scripts, ...journey.resources].some(({ file }) => file === path);
}

function isFree(path: string, text: string, source: ExistingSource): boolean {
  const found = source.readText(path);
  return "problem" in found || found.text === text;
}

/** The files that changed. A resource's file counts as changed only if its content differs; its own layout is kept. */
function changedFiles(
  files: ReadonlyMap<string, string>,
  source: ExistingSource,
  before: Journey,
): ReadonlyMap<string, string> {
  const resources = new Map(before.resources.map((resource) => [resource.file, resource]));
  return new Map(
    [...files].filter(([path, text]) => {
      const found = source.readText(path);
      if ("problem" in found) return true;
      const resource = resources.get(path);
      return resource === undefined ? found.text !== text : !isSameJson(resource.content, parseJsonText(text));
    }),
  );
}

type Change = (written: JourneyDeclaration, journey: Journey, edits: TextEdits, file: FileNode) => void;

/** A changed text that is being brought to equal the export. */
class Attempt {
  readonly #source: ExistingSource;
  readonly #files: ReadonlyMap<string, string>;
  readonly #read: ReadJourney;
  readonly #kept: KeptDependencies;
  readonly #options: ImportOptions;
  #compiled: CompiledText | undefined;

  constructor(
    source: ExistingSource,
    files: ReadonlyMap<string, string>,
    read: ReadJourney,
    kept: KeptDependencies,
    options: ImportOptions,
  ) {
    this.#source = source;
    this.#files = files;
    this.#read = read;
    this.#kept = kept;
    this.#options = options;
  }

  journeyIn(text: string): Journey | undefined {
    return this.#compileAll(text).journeys.find(({ id }) => id === this.#read.id);
  }

  reorder(text: string, after: Journey): string {
    return this.#edit(text, (written, journey, edits) => reorderChildren(written, journey, after, edits));
  }

  sayContexts(text: string, after: Journey): string {
    return this.#edit(text, (written, journey, edits, file) => sayContexts(file, written, journey, after, edits));
  }

  finish(text: string): IntoResult {
    const needed = this.#neededBy(text);
    return this.#result(this.#withRaw(text, needed), needed);
  }

  #withRaw(text: string, needed: JsonObject | undefined): string {
    return this.#edit(text, (written, journey, edits) => {
      if (!isSameJson(journey.raw ?? null, needed ?? null)) editRaw(written, journey, needed, edits);
    });
  }

  #result(text: string, raw: JsonObject | undefined): IntoResult {
    const { diagnostics } = this.#compileAll(text);
    const journey = this.journeyIn(text);
    const { json } = this.#read.origin.document;
    const lost = journey === undefined ? json : difference(journey, this.#wantedOf(journey));
    return { text, files: this.#files, raw, lost, diagnostics };
  }

  #neededBy(text: string): JsonObject | undefined {
    const journey = this.journeyIn(text);
    if (journey === undefined) return this.#read.origin.document.json;
    return withEntry(residue(journey, this.#wantedOf(journey)), this.#read);
  }

  /** What the journey of the text is to build. */
  #wantedOf(journey: Journey): JsonObject {
    return withKept(this.#read.origin.document.json, journeyExport({ ...journey, raw: undefined }), this.#kept);
  }

  #edit(text: string, change: Change): string {
    const compiled = this.#compileAll(text);
    const found = findJourney(compiled, this.#read.id);
    if (found === undefined) return text;
    const edits = new TextEdits(text);
    change(found.written, found.journey, edits, compiled.file);
    return edits.apply();
  }

  /** Most steps leave the text as it is: it is compiled once then. */
  #compileAll(text: string): CompiledText {
    if (this.#compiled?.source.text !== text) {
      const readText = (path: string): FileText => {
        const changed = this.#files.get(path);
        return changed === undefined ? this.#source.readText(path) : { text: changed };
      };
      this.#compiled = compileText(this.#source.path, text, readText, this.#options);
    }
    return this.#compiled;
  }
}

function sizeOf(patch: JsonObject | undefined): number {
  return patch === undefined ? 0 : JSON.stringify(patch).length;
}
