import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { FileText } from "../../model/bind-options.js";
import type { ExportOptions, Journey } from "../../model/model.js";
import type { JourneyDeclaration } from "../../syntax/ast.js";
import type { JsonObject } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import { journeyExport } from "../../write/export-json/write-export.js";
import { journeyToSyntax } from "../../write/journey/write-journey.js";
import { type CompiledText, compileText } from "../compile-text.js";
import type { ImportOptions } from "../import-journey.js";
import { residue } from "../residue.js";
import { adoptNames } from "./adopt-names.js";
import { editExportOptions, editRaw } from "./edit-escapes.js";
import { editJourney, inSourceOrder } from "./edit-journey.js";
import { type KeptDependencies, keptDependencies, withKept } from "./keep-dependencies.js";
import { printItem } from "./print-parts.js";
import { reorderChildren } from "./reorder-children.js";
import { TextEdits } from "./text-edits.js";

/** A source that exists, and how to read the files that it names. */
export interface ExistingSource {
  readonly path: string;
  readonly text: string;
  readonly readText: (path: string) => FileText;
}

export interface IntoResult {
  /** The text of the source; the same where nothing has changed. */
  readonly text: string;
  /** The files that have changed or are new, by path relative to the source. */
  readonly files: ReadonlyMap<string, string>;
  readonly raw: JsonObject | undefined;
  /** What building the text still gives otherwise than the export: a defect of ours, `undefined` as a rule. */
  readonly lost: JsonObject | undefined;
  /** What the changed text has against itself, such as a rule about a node that is gone. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Brings an export into a source that has the journey already. Names, comments, order, grouping, parameters and files stay; only
 * what changed changes. Things are the same by their ids. `undefined`: the source has no journey of this id.
 */
export function importInto(
  source: ExistingSource,
  read: Journey,
  original: JsonObject,
  options: ImportOptions,
): IntoResult | undefined {
  const existing = compileText(source.path, source.text, source.readText, options);
  const before = existing.journeys.find((journey) => journey.id === read.id);
  const written = declarationOf(existing, before);
  if (before === undefined || written === undefined) return undefined;
  const kept = keptDependencies(read, before);
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
  const changed = changeText(existing, written, before, after, source, options);
  const attempt = new Attempt(source, changed.files, read.id, original, kept, options);
  const reordered = attempt.reorder(changed.text, after);
  return attempt.finish(reordered, { ...read.exportOptions, defaults: before.exportOptions.defaults });
}

function declarationOf(compiled: CompiledText, journey: Journey | undefined): JourneyDeclaration | undefined {
  for (const item of compiled.file.items) {
    if (item.kind === "journey" && journey !== undefined && item.name?.text === journey.name) return item;
  }
  return undefined;
}

function changeText(
  existing: CompiledText,
  written: JourneyDeclaration,
  before: Journey,
  after: Journey,
  source: ExistingSource,
  options: ImportOptions,
) {
  const externNames = new Map<string, string>();
  for (const item of existing.file.items) {
    if (item.kind === "extern" && item.name && item.typeId) externNames.set(item.typeId.parts.join(""), item.name.text);
  }
  const { file, files } = journeyToSyntax(after, {
    ...options,
    minimal: false,
    externNames,
    mayHold: (path, text) => isOwnFile(path, before) || isFree(path, text, source),
  });
  const wanted = file.items.find((item) => item.kind === "journey");
  const edits = new TextEdits(source.text);
  if (wanted !== undefined) {
    const change = { file: existing.file, written, before, after, wanted, realm: options.realm, added: [] };
    editJourney(change, edits);
  }
  const externs = file.items.filter((item) => item.kind === "extern");
  if (externs.length > 0)
    edits.insert(edits.lineStart(written.range.start), `${externs.map(printItem).join("\n\n")}\n\n`);
  return { text: edits.apply(), files: changedFiles(files, source, before) };
}

function isOwnFile(path: string, journey: Journey): boolean {
  return [...journey.scripts, ...journey.resources].some(({ file }) => file === path);
}

function isFree(path: string, text: string, source: ExistingSource): boolean {
  const found = source.readText(path);
  return "problem" in found || found.text === text;
}

/** A resource's file counts as changed only if it says something else: its own layout stays. */
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
      return resource === undefined ? found.text !== text : !isSameJson(resource.content, JSON.parse(text));
    }),
  );
}

/** A changed text on its way to being equal to the export. */
class Attempt {
  readonly #source: ExistingSource;
  readonly #files: ReadonlyMap<string, string>;
  readonly #id: string;
  readonly #original: JsonObject;
  readonly #kept: KeptDependencies;
  readonly #options: ImportOptions;

  constructor(
    source: ExistingSource,
    files: ReadonlyMap<string, string>,
    id: string,
    original: JsonObject,
    kept: KeptDependencies,
    options: ImportOptions,
  ) {
    this.#source = source;
    this.#files = files;
    this.#id = id;
    this.#original = original;
    this.#kept = kept;
    this.#options = options;
  }

  reorder(text: string, after: Journey): string {
    return this.#edit(text, (written, journey, edits) => reorderChildren(written, journey, after, edits));
  }

  /** Tries the source's own export options first, then those of the export; puts the rest into `raw`. */
  finish(text: string, options: ExportOptions): IntoResult {
    const needed = this.#neededBy(text);
    if (needed === undefined) return this.#result(this.#withRaw(text, needed), needed);
    const other = this.#edit(text, (written, _, edits) =>
      editExportOptions(written, options, this.#options.exportOptions, edits),
    );
    const neededByOther = this.#neededBy(other);
    const isBetter = sizeOf(neededByOther) < sizeOf(needed) && !isSameJson(needed, this.#compile(text).raw ?? null);
    return isBetter
      ? this.#result(this.#withRaw(other, neededByOther), neededByOther)
      : this.#result(this.#withRaw(text, needed), needed);
  }

  #withRaw(text: string, needed: JsonObject | undefined): string {
    return this.#edit(text, (written, journey, edits) => {
      if (!isSameJson(journey.raw ?? null, needed ?? null)) editRaw(written, journey, needed, edits);
    });
  }

  #result(text: string, raw: JsonObject | undefined): IntoResult {
    const { journey, diagnostics } = this.#compileAll(text);
    const needed = this.#neededBy(text);
    const isMended = isSameJson(needed ?? null, journey?.raw ?? null);
    return { text, files: this.#files, raw, lost: isMended ? undefined : needed, diagnostics };
  }

  #neededBy(text: string): JsonObject | undefined {
    const { journey } = this.#compileAll(text);
    if (journey === undefined) return this.#original;
    const built = journeyExport({ ...journey, raw: undefined });
    return residue(journey, withKept(this.#original, built, this.#kept));
  }

  #edit(text: string, change: (written: JourneyDeclaration, journey: Journey, edits: TextEdits) => void): string {
    const { compiled, journey } = this.#compileAll(text);
    const written = declarationOf(compiled, journey);
    if (journey === undefined || written === undefined) return text;
    const edits = new TextEdits(text);
    change(written, journey, edits);
    return edits.apply();
  }

  #compile(text: string): { readonly raw: JsonObject | undefined } {
    return { raw: this.#compileAll(text).journey?.raw };
  }

  #compileAll(text: string) {
    const readText = (path: string): FileText => {
      const changed = this.#files.get(path);
      return changed === undefined ? this.#source.readText(path) : { text: changed };
    };
    const compiled = compileText(this.#source.path, text, readText, this.#options);
    const journey = compiled.journeys.find((candidate) => candidate.id === this.#id);
    return { compiled, journey, diagnostics: compiled.diagnostics };
  }
}

function sizeOf(patch: JsonObject | undefined): number {
  return patch === undefined ? 0 : JSON.stringify(patch).length;
}
