import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { Binder } from "../model/bind.js";
import type { BindOptions } from "../model/bind-options.js";
import { type JourneyDirectory, journeyDirectory, wordsForScript } from "../model/journey-directory.js";
import type { Journey, Model } from "../model/model.js";
import { type ParseResult, parse } from "../syntax/parse.js";
import type { SourceFile } from "../text/source-file.js";
import type { TextInput } from "./input.js";
import { type KnownJourney, PlaceInText } from "./known-text.js";
import type { TextMemory } from "./text-memory.js";

/** A text that has been parsed and bound. */
export interface BoundText {
  readonly parsed: ParseResult;
  readonly journeys: readonly Journey[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A text that may not have been read yet. */
type Sourced = Pick<TextInput, "source">;

/** The scenarios of all texts. */
export interface BoundScenarios {
  readonly scenarios: Model["scenarios"];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses and binds the texts of a project one after the other. Unless `keepsAll` is set, it forgets a text without scenarios and
 * remembers only the names of its journeys. When a scenario in another text uses one of them, that text is bound again.
 */
export class TextReader {
  readonly #binder: Binder;
  readonly #options: BindOptions;
  readonly #keepsAll: boolean;
  readonly #memory: TextMemory | undefined;
  readonly #bound = new Map<SourceFile, readonly Journey[]>();
  readonly #byName = new Map<string, Sourced>();
  readonly #byId = new Map<string, Sourced>();
  /** The texts with a script, by whatever it may be called. */
  readonly #byScript = new Map<string, Set<SourceFile>>();

  constructor(options: BindOptions, keepsAll: boolean, memory?: TextMemory) {
    this.#binder = new Binder(options);
    this.#options = options;
    this.#keepsAll = keepsAll;
    this.#memory = memory;
  }

  get externTypes(): Model["externTypes"] {
    return this.#binder.externTypes;
  }

  /** The text that it has read is that of `parsed`: with a memory, an older one with the same content. */
  read(given: SourceFile): BoundText {
    const known = this.#memory?.read(given, this.#options);
    const parsed = known?.parsed ?? parse(given);
    const { source } = parsed;
    const before = this.#binder.diagnostics.length;
    const journeys = known === undefined ? this.#binder.add(parsed) : this.#binder.addBound(known.bound);
    this.#remember(journeys, { source });
    this.#rememberScripts(journeys, source);
    if (this.#keepsAll || parsed.file.items.some(({ kind }) => kind === "scenario")) this.#bound.set(source, journeys);
    return { parsed, journeys, diagnostics: [...parsed.diagnostics, ...this.#binder.diagnostics.slice(before)] };
  }

  /** Remembers the journeys of a text without reading it. False where one of their names has gone to another journey. */
  passOver(input: TextInput, journeys: readonly KnownJourney[]): boolean {
    const placed = journeys.map(({ name, id, range }) => ({ name, id, place: new PlaceInText(input, range) }));
    if (!this.#binder.claimKnown(placed)) return false;
    this.#remember(journeys, input);
    return true;
  }

  #remember(journeys: readonly { readonly name: string; readonly id: string }[], text: Sourced): void {
    for (const { name, id } of journeys) {
      this.#byName.set(name, text);
      this.#byId.set(id, text);
    }
  }

  #rememberScripts(journeys: readonly Journey[], source: SourceFile): void {
    for (const word of journeys.flatMap(({ scripts }) => scripts.flatMap(wordsForScript))) {
      const known = this.#byScript.get(word);
      if (known) known.add(source);
      else this.#byScript.set(word, new Set([source]));
    }
  }

  /**
   * Binds the scenarios of all texts that were read. They may also name journeys from exports; those that nobody keeps are only
   * known by name and id.
   */
  bindScenarios(exported: readonly Journey[], isElsewhere: JourneyDirectory["isElsewhere"]): BoundScenarios {
    const before = this.#binder.diagnostics.length;
    const others = journeyDirectory([], exported);
    const scenarios = this.#binder.bindScenarios({
      byName: (name) => this.#find(this.#byName.get(name), (journey) => journey.name === name) ?? others.byName(name),
      byId: (id) => this.#find(this.#byId.get(id), (journey) => journey.id === id) ?? others.byId(id),
      namesInTexts: () => this.#byName.keys(),
      isElsewhere,
      withScript: (word) => [
        ...[...(this.#byScript.get(word) ?? [])].flatMap((source) =>
          this.#journeysOf(source).filter(({ scripts }) => scripts.some((each) => wordsForScript(each).includes(word))),
        ),
        ...others.withScript(word),
      ],
      scriptNames: () => [...this.#byScript.keys(), ...others.scriptNames()],
    });
    return { scenarios, diagnostics: this.#binder.diagnostics.slice(before) };
  }

  #find(text: Sourced | undefined, isWanted: (journey: Journey) => boolean): Journey | undefined {
    return text && this.#journeysOf(text.source).find(isWanted);
  }

  #journeysOf(source: SourceFile): readonly Journey[] {
    const known = this.#bound.get(source);
    if (known !== undefined) return known;
    const again = new Binder(this.#options).add(parse(source));
    this.#bound.set(source, again);
    return again;
  }
}
