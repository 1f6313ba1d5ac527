import { sep } from "node:path";
import type { DeclaredText } from "../check/fixes-in-broken-text.js";
import { settle } from "../check/settle.js";
import type { CommentedText } from "../check/suppressions.js";
import { readFolder } from "../config-folder/read/read-folder.js";
import { realmOfPath } from "../config-folder/realm-of-path.js";
import type { Severity } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { hasErrors } from "../diagnostics/has-errors.js";
import { readExport } from "../export-json/read/read-export.js";
import type { ReadJourney, ReadOptions } from "../export-json/read/read-result.js";
import { comparePaths } from "../model/bind.js";
import type { BindOptions } from "../model/bind-options.js";
import type { Model } from "../model/model.js";
import type { JsonOrigin } from "../model/origin.js";
import { bareRealm } from "../model/realm.js";
import type { ExportInput, FolderInput, Input, TextInput } from "./input.js";
import { type KnownText, PlaceInText } from "./known-text.js";
import { type TakeTime, timed } from "./project-host.js";
import { shownPath } from "./shown-path.js";
import type { TextMemory } from "./text-memory.js";
import { type BoundText, TextReader } from "./text-reader.js";

/** The part of a project that its journeys are read from. */
export interface JourneySource {
  readonly inputs: readonly Input[];
  /** The options that texts are bound with. */
  readonly bind: BindOptions;
  readonly severities: ReadonlyMap<string, Severity | "off">;
  /** Problems of the configuration, and paths that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly time?: TakeTime | undefined;
}

/**
 * An input with the journeys that it holds. Each journey knows its origin. A journey whose name or id is taken by an earlier one
 * is reported and left out.
 */
export type ReadInput = ReadText | ReadExport | PassedText;

/** A text that has been parsed and bound. */
export interface ReadText extends BoundText {
  readonly kind: "text";
  readonly input: TextInput;
}

/** A text that was not read, since an earlier build knows what it holds. */
export interface PassedText {
  readonly kind: "known";
  readonly input: TextInput;
  readonly journeys: readonly [];
  readonly diagnostics: readonly [];
}

/** An export, or a folder of exports or configuration. */
export interface ReadExport {
  readonly kind: "export";
  readonly input: ExportInput | FolderInput;
  readonly journeys: readonly ReadJourney[];
  /** The findings of reading it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How the journeys of a project are read. */
export interface StreamOptions extends ReadOptions {
  /** Set this when the caller keeps all journeys anyway: then the stream need not forget and bind again. */
  readonly keepsAll?: boolean;
  /**
   * Set this when the inputs are searched for journeys: then a folder may hold none, and the export of a journey that a text has
   * is taken for a build of it, and passed over.
   */
  readonly searches?: boolean;
  /** What is known of a text, by absolute path: it is then passed over. */
  readonly known?: (file: string) => KnownText | undefined;
  /** What is kept of texts from one stream to the next. */
  readonly memory?: TextMemory | undefined;
}

/**
 * Reads the journeys of a project, one input after the other: texts by path, then exports in the order they were given. It keeps
 * nearly nothing of an input once the next one is read, so a caller that works on one journey at a time holds only one. A
 * stream can be read once; its properties are complete after the last input.
 */
export class JourneyStream implements Iterable<ReadInput> {
  readonly #source: JourneySource;
  readonly #options: StreamOptions;
  readonly #texts: TextReader;
  readonly #found: Diagnostic[] = [];
  readonly #commented: (CommentedText & DeclaredText)[] = [];
  /** The places of the journeys read so far, by id. */
  readonly #places = new Map<string, Place>();
  /** The realms of journeys from exports, by id. */
  readonly #realms = new Map<string, string | undefined>();
  /** The names and ids of journeys that were read from exports. */
  readonly #fromExports = new Set<string>();
  /** The journeys from exports, where somebody keeps them anyway. */
  readonly #keptFromExports: ReadJourney[] = [];
  readonly #builds: ReadJourney[] = [];
  readonly #parameters = new Set<string>();
  #hasSyntaxErrors = false;
  #scenarios: Model["scenarios"] = [];
  #externTypes: Model["externTypes"];

  constructor(source: JourneySource, options: StreamOptions) {
    this.#source = source;
    this.#options = options;
    this.#texts = new TextReader(source.bind, options.keepsAll === true, options.memory);
    this.#externTypes = this.#texts.externTypes;
  }

  /** All findings as they were made: those about the project itself, then those about its inputs. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#source.diagnostics, ...this.#found];
  }

  /** The same findings with the configured severities, without those that comments ignore, by file and place. */
  get settledDiagnostics(): readonly Diagnostic[] {
    const { severities } = this.#source;
    return settle(this.diagnostics, { parsed: this.#commented, severities, allRulesRan: false });
  }

  /** Whether something could not be read at all; commands then exit with 2. */
  get isUnreadable(): boolean {
    const hasExports = this.#source.inputs.some(
      (input) => input.kind === "export" || (input.kind === "folder" && input.isBesideTexts !== true),
    );
    const isLacking = hasExports && this.#fromExports.size === 0 && this.#options.searches !== true;
    return hasErrors(this.#source.diagnostics) || isLacking;
  }

  /** The parameters that the texts declare. `undefined` where not all of them are known: what could not be read may declare more. */
  get parameters(): ReadonlySet<string> | undefined {
    return this.#hasSyntaxErrors || this.isUnreadable ? undefined : this.#parameters;
  }

  /** The members of the model other than its journeys. */
  get rest(): Omit<Model, "journeys"> {
    return { externTypes: this.#externTypes, scenarios: this.#scenarios };
  }

  /** The journeys of exports that a search has passed over beside a text of the same journey, where all is kept. */
  get builds(): readonly ReadJourney[] {
    return this.#builds;
  }

  /** Adds what a command itself has found about a journey, so that severities and ignore comments apply to it too. */
  note(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.#found.push(diagnostic);
  }

  *[Symbol.iterator](): Generator<ReadInput, void> {
    for (const input of inOrder(this.#source.inputs)) {
      const read = timed(this.#source, input.kind === "text" ? "texts" : "exports", () => this.#read(input));
      for (const diagnostic of read.diagnostics) this.#found.push(diagnostic);
      yield read;
    }
    const { scenarios, diagnostics } = timed(this.#source, "scenarios", () =>
      this.#texts.bindScenarios(this.#keptFromExports, (nameOrId) => this.#fromExports.has(nameOrId)),
    );
    this.#found.push(...diagnostics);
    this.#scenarios = scenarios;
  }

  #read(input: Input): ReadInput {
    return input.kind === "text" ? (this.#passOver(input) ?? this.#readText(input)) : this.#readExport(input);
  }

  #passOver(input: TextInput): PassedText | undefined {
    const known = input.file === undefined ? undefined : this.#options.known?.(input.file);
    if (known === undefined || !this.#texts.passOver(input, known.journeys)) return undefined;
    for (const name of known.parameters) this.#parameters.add(name);
    for (const { id, range } of known.journeys) this.#places.set(id, new PlaceInText(input, range));
    return { kind: "known", input, journeys: [], diagnostics: [] };
  }

  #readText(input: TextInput): ReadText {
    const bound = this.#texts.read(input.source);
    const { source, file } = bound.parsed;
    const { comments, items } = file;
    for (const item of items)
      if (item.kind === "param" && item.name !== undefined) this.#parameters.add(item.name.text);
    this.#hasSyntaxErrors ||= hasErrors(bound.parsed.diagnostics);
    const isBroken = bound.parsed.diagnostics.length > 0;
    if (comments.length > 0 || isBroken)
      this.#commented.push({ source, file: { comments, items: isBroken ? file.items : [] } });
    for (const { id, place } of bound.journeys) this.#places.set(id, place);
    return { kind: "text", input, ...bound };
  }

  #readExport(input: ExportInput | FolderInput): ReadExport {
    const isBeside = input.kind === "folder" && input.isBesideTexts === true;
    const searches = this.#options.searches === true || isBeside;
    const read =
      input.kind === "folder"
        ? readFolder(input.files, {
            ...this.#options,
            pathsFrom: input.pathsFrom,
            folder: shownFolder(input),
            ...(isBeside ? { passesOver: (id: string) => this.#isFromText(id) } : {}),
          })
        : readExport(input.source, {
            ...this.#options,
            realmOfPath: realmOfPath((input.file ?? "").replaceAll(sep, "/")),
          });
    const isOfUse = ({ code }: Diagnostic) =>
      code === "no-journey" ? !searches : code === "wrong-realm" ? !isBeside : true;
    const diagnostics = read.diagnostics.filter(isOfUse);
    const journeys = read.model.journeys.filter((journey) => this.#claim(journey, searches, diagnostics));
    if (this.#options.keepsAll) this.#keptFromExports.push(...journeys);
    this.#externTypes = new Map([...this.#externTypes, ...read.model.externTypes]);
    return { kind: "export", input, journeys, diagnostics };
  }

  /** Whether the id is free. If an earlier journey has it, this is reported. */
  #claim(journey: ReadJourney, searches: boolean, diagnostics: Diagnostic[]): boolean {
    const { id, name, place, origin } = journey;
    const first = this.#places.get(id);
    if (first !== undefined) {
      if (searches && this.#isFromText(id)) {
        if (this.#options.keepsAll) this.#builds.push(journey);
        return false;
      }
      const related = [{ place: first, message: "First here" }];
      const help = this.#isOfAnotherRealm(id, origin) ? { help: "Choose one of their realms with `--realm`." } : {};
      diagnostics.push(createDiagnostic("duplicate-journey", place, { journey: id }, { related, ...help }));
      return false;
    }
    this.#places.set(id, place);
    this.#realms.set(id, origin.realm);
    this.#fromExports.add(name).add(id);
    return true;
  }

  #isFromText(id: string): boolean {
    return this.#places.has(id) && !this.#fromExports.has(id);
  }

  /** Whether naming a realm would leave one of the two. */
  #isOfAnotherRealm(id: string, { realm }: JsonOrigin): boolean {
    const first = this.#realms.get(id);
    return realm !== undefined && first !== undefined && bareRealm(realm) !== bareRealm(first);
  }
}

/** The path of a folder as messages show it. */
function shownFolder({ folder, pathsFrom }: FolderInput): string {
  return folder === pathsFrom ? "." : shownPath(folder, pathsFrom);
}

/** Texts are sorted by path, so that the order of the arguments changes nothing. */
function inOrder(inputs: readonly Input[]): readonly Input[] {
  const texts = inputs.filter((input) => input.kind === "text");
  texts.sort(comparePaths);
  return [...texts, ...inputs.filter(({ kind }) => kind !== "text")];
}
