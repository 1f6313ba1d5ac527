import { nearestName } from "../diagnostics/suggest.js";
import type { Journey, Model } from "../model/model.js";
import type { CheckMemory } from "./check-memory.js";
import { findInnerCalls, type InnerCall } from "./inner-calls.js";
import { JourneyFacts, type OtherJourneys } from "./journey-facts.js";
import { NodeIds } from "./node-ids.js";
import { runsForFoundAccounts } from "./proof/found-accounts.js";
import { WrittenKeys } from "./state/written-keys.js";

/** Facts about the journeys that the model itself does not contain. */
export interface CheckOptions {
  readonly externalJourneys?: ReadonlySet<string>;
  /** The realm that the journeys are for, where somebody has said it. */
  readonly targetRealm?: string | undefined;
  /** Journeys whose text could not be read completely. */
  readonly incomplete?: ReadonlySet<Journey>;
  /** What is kept from one check to the next. */
  readonly memory?: CheckMemory | undefined;
}

const mostSuggestions = 50;

/** The name of a file without its folder and its ending. */
function fileName(path: string): string {
  return path.replace(/^.*[/\\]/, "").replace(/\.journey(?:\.json)?$/, "");
}

/** The facts that rules ask about the journeys of a model together. */
export class ModelFacts implements OtherJourneys {
  readonly externalJourneys: ReadonlySet<string>;
  readonly targetRealm: string | undefined;
  readonly writtenKeys: WrittenKeys;
  readonly #journeys: readonly Journey[];
  readonly #incomplete: ReadonlySet<Journey> | undefined;
  readonly #memory: CheckMemory | undefined;
  readonly #byId = new Map<string, Journey>();
  readonly #calls = new Map<Journey, readonly InnerCall[]>();
  readonly #facts = new Map<Journey, JourneyFacts>();
  #idsByFile: ReadonlyMap<string, string> | undefined;
  #idsByName: ReadonlyMap<string, string> | undefined;
  #unusedInner: readonly Journey[] | undefined;
  readonly #nearest = new Map<string, string | undefined>();
  #callers: ReadonlyMap<string, ReadonlySet<Journey>> | undefined;
  readonly #scenarios: Model["scenarios"];
  #started: ReadonlySet<string> | undefined;

  constructor(model: Model, options: CheckOptions) {
    this.externalJourneys = options.externalJourneys ?? new Set();
    this.targetRealm = options.targetRealm;
    this.#journeys = model.journeys;
    this.#scenarios = model.scenarios;
    this.#incomplete = options.incomplete;
    this.#memory = options.memory;
    this.writtenKeys = new WrittenKeys(model.journeys, (journey) => this.callsOf(journey));
    for (const journey of model.journeys) if (!this.#byId.has(journey.id)) this.#byId.set(journey.id, journey);
  }

  /**
   * The journey that an unknown id most likely misspells. Only the first unknown ids are looked at: each is compared with all
   * journeys, and a tenant's export can lack hundreds.
   */
  nearestJourney(id: string): string | undefined {
    const withoutEnding = id.replace(/\.journey(?:\.json)?$/, "");
    if (withoutEnding !== id && this.journeyById(withoutEnding) !== undefined) return withoutEnding;
    const named = this.#namedInText.get(withoutEnding) ?? this.#namedByFile.get(fileName(id));
    if (named !== undefined) return named;
    if (!this.#nearest.has(id) && this.#nearest.size < mostSuggestions) {
      this.#nearest.set(id, nearestName(id, this.#byId.keys()) ?? this.#namedLike(id) ?? this.#leftFor(id));
    }
    return this.#nearest.get(id);
  }

  /** The ids of journeys by the names that their texts give them. */
  get #namedInText(): ReadonlyMap<string, string> {
    this.#idsByName ??= new Map(
      this.#journeys.filter(({ origin }) => origin.kind === "text").map(({ name, id }) => [name, id]),
    );
    return this.#idsByName;
  }

  /** The ids of journeys by the names of their files, where a file has one journey. */
  get #namedByFile(): ReadonlyMap<string, string> {
    if (this.#idsByFile === undefined) {
      const found = new Map<string, string | undefined>();
      for (const { id, origin, place } of this.#journeys) {
        const name = fileName(place.source.path);
        if (origin.kind === "text") found.set(name, found.has(name) ? undefined : id);
      }
      this.#idsByFile = new Map([...found].flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])));
    }
    return this.#idsByFile;
  }

  #namedLike(id: string): string | undefined {
    const name = nearestName(id, this.#namedInText.keys());
    return name === undefined ? undefined : this.#namedInText.get(name);
  }

  /** The unused inner journey of a text whose only unknown call this is. */
  #leftFor(id: string): string | undefined {
    const unknown = this.#journeys.flatMap((journey) =>
      this.callsOf(journey).flatMap(({ inner }) => (this.#byId.has(inner) ? [] : [{ inner, journey }])),
    );
    const left = unknown.every(({ inner }) => inner === id) ? this.onlyUnusedInner() : undefined;
    if (left?.origin.kind !== "text") return undefined;
    return unknown.every(({ journey }) => journey.place.source === left.place.source) ? left.id : undefined;
  }

  /** The one journey that can only run inside others and that none runs: a wrong call most likely means it. */
  onlyUnusedInner(): Journey | undefined {
    // Each unused journey asks.
    this.#unusedInner ??= this.#journeys.filter(
      (journey) => journey.settings.get("innerTreeOnly")?.value === true && !this.isCalled(journey),
    );
    const [only, second] = this.#unusedInner;
    return second === undefined ? only : undefined;
  }

  /** The journey with this platform id, if it is among those checked. */
  journeyById(id: string): Journey | undefined {
    return this.#byId.get(id);
  }

  factsOf(journey: Journey): JourneyFacts {
    let facts = this.#facts.get(journey);
    if (facts === undefined) {
      const memory = this.#memory;
      facts = new JourneyFacts(journey, memory?.recorderFor(journey, this) ?? this, memory?.factsKeptOf(journey));
      this.#facts.set(journey, facts);
    }
    return facts;
  }

  /**
   * Drops the facts about a journey that has been checked, unless other journeys may still ask for them. A tenant has
   * hundreds of journeys.
   */
  forget(journey: Journey): void {
    if (!this.isCalled(journey)) this.#facts.delete(journey);
  }

  /** The ids that nodes of several journeys have. */
  get sharedNodeIds(): ReadonlySet<string> {
    return (this.#memory?.nodeIds ?? new NodeIds()).sharedBy(this.#journeys);
  }

  /** All nodes of a journey that refer to another journey, in the author's order. */
  callsOf(journey: Journey): readonly InnerCall[] {
    let calls = this.#calls.get(journey);
    if (calls === undefined) {
      calls = findInnerCalls(journey);
      this.#calls.set(journey, calls);
    }
    return calls;
  }

  /** Whether a node of some journey refers to this one. */
  isCalled(journey: Journey): boolean {
    return this.#callersOf(journey) !== undefined;
  }

  isForFoundAccounts(journey: Journey): boolean {
    const callers = this.#callersOf(journey);
    if (callers === undefined || this.isStarted(journey)) return false;
    return [...callers].every(
      (caller) => !this.isIncomplete(caller) && runsForFoundAccounts(this.factsOf(caller), journey.id),
    );
  }

  isAlone(): boolean {
    return this.#journeys.length === 1;
  }

  /** Whether a scenario starts the journey, so that it does not need another one around it. */
  isStarted(journey: Journey): boolean {
    this.#started ??= new Set(this.#scenarios.flatMap((scenario) => scenario.journey ?? []));
    return this.#started.has(journey.id);
  }

  /** Whether parts of the journey's text could not be read, so that nodes or connections may be missing here. */
  isIncomplete(journey: Journey): boolean {
    return this.#incomplete?.has(journey) ?? false;
  }

  /** The journeys with a node that refers to this one. */
  #callersOf({ id }: Journey): ReadonlySet<Journey> | undefined {
    this.#callers ??= this.#findCallers();
    return this.#callers.get(id);
  }

  #findCallers(): ReadonlyMap<string, ReadonlySet<Journey>> {
    const callers = new Map<string, Set<Journey>>();
    for (const journey of this.#journeys) {
      for (const { inner } of this.callsOf(journey)) {
        const known = callers.get(inner);
        if (known) known.add(journey);
        else callers.set(inner, new Set([journey]));
      }
    }
    return callers;
  }
}
