import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { Binder } from "../model/bind.js";
import type { BindOptions } from "../model/bind-options.js";
import { type JourneyDirectory, journeyDirectory } from "../model/journey-directory.js";
import type { Journey, Model } from "../model/model.js";
import { type ParseResult, parse } from "../syntax/parse.js";
import type { SourceFile } from "../text/source-file.js";

/** A text that has been parsed and bound. */
export interface BoundText {
  readonly parsed: ParseResult;
  readonly journeys: readonly Journey[];
  readonly diagnostics: readonly Diagnostic[];
}

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
  readonly #bound = new Map<SourceFile, readonly Journey[]>();
  readonly #byName = new Map<string, SourceFile>();
  readonly #byId = new Map<string, SourceFile>();

  constructor(options: BindOptions, keepsAll: boolean) {
    this.#binder = new Binder(options);
    this.#options = options;
    this.#keepsAll = keepsAll;
  }

  get externTypes(): Model["externTypes"] {
    return this.#binder.externTypes;
  }

  read(source: SourceFile): BoundText {
    const parsed = parse(source);
    const before = this.#binder.diagnostics.length;
    const journeys = this.#binder.add(parsed);
    for (const { name, id } of journeys) {
      this.#byName.set(name, source);
      this.#byId.set(id, source);
    }
    if (this.#keepsAll || parsed.file.items.some(({ kind }) => kind === "scenario")) this.#bound.set(source, journeys);
    return { parsed, journeys, diagnostics: [...parsed.diagnostics, ...this.#binder.diagnostics.slice(before)] };
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
    });
    return { scenarios, diagnostics: this.#binder.diagnostics.slice(before) };
  }

  #find(source: SourceFile | undefined, isWanted: (journey: Journey) => boolean): Journey | undefined {
    return source && this.#journeysOf(source).find(isWanted);
  }

  #journeysOf(source: SourceFile): readonly Journey[] {
    const known = this.#bound.get(source);
    if (known !== undefined) return known;
    const again = new Binder(this.#options).add(parse(source));
    this.#bound.set(source, again);
    return again;
  }
}
