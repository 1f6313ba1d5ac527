import type { Journey } from "../../model/model.js";
import { innerCalls } from "../inner-calls.js";
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
    // Inner journeys come first. One that is begun and not done runs itself: inside, it is unknown.
    const open = [journey];
    const begun = new Set<Journey>();
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const done = this.#states.has(top);
      if (!done && !begun.has(top)) {
        begun.add(top);
        open.push(...this.#innerOf(top).filter((inner) => !this.#states.has(inner) && !begun.has(inner)));
        continue;
      }
      open.pop();
      if (!done) this.#follow(top);
    }
    return this.#states.get(journey) ?? this.#follow(journey);
  }

  /** Whether the journey gets its state from another one, so that what it lacks is that one's affair. */
  isGivenState(journey: Journey): boolean {
    this.#called ??= new Set(
      this.#facts.model.journeys.flatMap((caller) => [...innerCalls(caller)].map(({ inner }) => inner)),
    );
    return this.#called.has(journey.id) || this.stateOf(journey).isGivenState();
  }

  #follow(journey: Journey): JourneyState {
    const state = new JourneyState(journey, this.#facts.graphOf(journey), (id) => this.#effectOf(id));
    this.#states.set(journey, state);
    return state;
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

  #innerOf(journey: Journey): readonly Journey[] {
    return [...innerCalls(journey)].flatMap(({ inner }) => this.#facts.journeyById(inner) ?? []);
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
