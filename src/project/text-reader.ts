import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { Binder } from "../model/bind.js";
import type { BoundJourney } from "../model/bind-journey.js";
import type { BindOptions } from "../model/bind-options.js";
import type { JourneyLookup } from "../model/bind-scenarios.js";
import type { Journey, Model } from "../model/model.js";
import { type ParseResult, parse } from "../syntax/parse.js";
import type { SourceFile } from "../text/source-file.js";

/** A text that has been parsed and bound. */
export interface BoundText {
  readonly parsed: ParseResult;
  readonly journeys: readonly Journey[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses and binds the texts of a project one after the other. Of a text without scenarios it keeps no more than which journeys
 * stand in it, unless `keepsAll`: where a scenario of another text speaks of one of them, its text is bound once more.
 */
export class TextReader {
  readonly #binder: Binder;
  readonly #options: BindOptions;
  readonly #keepsAll: boolean;
  readonly #bound = new Map<SourceFile, readonly BoundJourney[]>();
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
    const bound = this.#binder.add(parsed);
    const journeys: Journey[] = [];
    for (const { journey } of bound) {
      journeys.push(journey);
      this.#byName.set(journey.name, source);
      this.#byId.set(journey.id, source);
    }
    if (this.#keepsAll || parsed.file.items.some(({ kind }) => kind === "scenario")) this.#bound.set(source, bound);
    return { parsed, journeys, diagnostics: [...parsed.diagnostics, ...this.#binder.diagnostics.slice(before)] };
  }

  /** Checks the scenarios of all texts that were read; `isFromExport` tells of journeys that come from no text. */
  readScenarios(isFromExport: (nameOrId: string) => boolean): Pick<Model, "scenarios" | "scenarioContexts"> & {
    readonly diagnostics: readonly Diagnostic[];
  } {
    const before = this.#binder.diagnostics.length;
    const scenarios = this.#binder.checkScenarios({
      byName: this.#lookup(this.#byName, ({ name }) => name),
      byId: this.#lookup(this.#byId, ({ id }) => id),
      isFromExport,
    });
    const diagnostics = this.#binder.diagnostics.slice(before);
    return { scenarios: [...scenarios.keys()], scenarioContexts: scenarios, diagnostics };
  }

  #lookup(sources: ReadonlyMap<string, SourceFile>, keyOf: (journey: Journey) => string): JourneyLookup {
    return {
      keys: () => sources.keys(),
      get: (key) => {
        const source = sources.get(key);
        return source && this.#journeysOf(source).find(({ journey }) => keyOf(journey) === key);
      },
    };
  }

  #journeysOf(source: SourceFile): readonly BoundJourney[] {
    const known = this.#bound.get(source);
    if (known !== undefined) return known;
    const again = new Binder(this.#options).add(parse(source));
    this.#bound.set(source, again);
    return again;
  }
}
