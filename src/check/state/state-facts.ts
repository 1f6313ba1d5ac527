import type { Journey } from "../../model/model.js";
import { innerCalls } from "../inner-calls.js";
import { innerFirst } from "../inner-first.js";
import type { ModelFacts } from "../rule.js";
import type { InnerEffect } from "./inner-effect.js";
import { JourneyState } from "./journey-state.js";

/** What is known of node state in the journeys of a model; each journey is followed once, when a rule first asks. */
export class StateFacts {
  readonly #facts: ModelFacts;
  readonly #states = new Map<Journey, JourneyState>();
  readonly #effects = new Map<Journey, InnerEffect>();
  #called: ReadonlySet<string> | undefined;

  constructor(facts: ModelFacts) {
    this.#facts = facts;
  }

  stateOf(journey: Journey): JourneyState {
    return innerFirst(journey, this.#facts, this.#states, (next) => this.#follow(next));
  }

  /** Whether the journey gets its state from another one, so that what it lacks is that one's affair. */
  isGivenState(journey: Journey): boolean {
    this.#called ??= new Set(
      this.#facts.model.journeys.flatMap((caller) => [...innerCalls(caller)].map(({ inner }) => inner)),
    );
    return this.#called.has(journey.id) || this.stateOf(journey).isGivenState();
  }

  #follow(journey: Journey): JourneyState {
    return new JourneyState(journey, this.#facts.graphOf(journey), (id) => this.#effectOf(id));
  }

  #effectOf(id: string): InnerEffect | undefined {
    const journey = this.#facts.journeyById(id);
    const state = journey && this.#states.get(journey);
    if (journey === undefined || state === undefined || this.#facts.isIncomplete(journey)) return undefined;
    let effect = this.#effects.get(journey);
    if (effect === undefined) {
      effect = state.effect();
      this.#effects.set(journey, effect);
    }
    return effect;
  }
}

const known = new WeakMap<ModelFacts, StateFacts>();

/** The facts about node state that belong to the facts of a model. */
export function stateFactsOf(facts: ModelFacts): StateFacts {
  let found = known.get(facts);
  if (found === undefined) {
    found = new StateFacts(facts);
    known.set(facts, found);
  }
  return found;
}
