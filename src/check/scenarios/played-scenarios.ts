import type { Model, Scenario } from "../../model/model.js";
import type { ModelFacts } from "../model-facts.js";
import { type PlayedRequest, requestOf } from "./given-request.js";
import { type Played, playedIn } from "./played.js";
import { type PlayedState, stateOf } from "./played-state.js";

type Part = Parameters<typeof requestOf>[0];

/** A scenario with what is known of what runs in it, which is found out when it is first asked for. */
export interface PlayedScenario {
  readonly scenario: Scenario;
  readonly played: Played;
  readonly state: () => PlayedState;
  readonly request: (part: Part) => PlayedRequest;
}

const known = new WeakMap<ModelFacts, readonly PlayedScenario[]>();

/** The scenarios whose journey or script is at hand. All scenarios of a journey share what is known of it. */
export function playedScenarios(model: Model, facts: ModelFacts): readonly PlayedScenario[] {
  let found = known.get(facts);
  if (found === undefined) {
    found = find(model, facts);
    known.set(facts, found);
  }
  return found;
}

function find(model: Model, facts: ModelFacts): readonly PlayedScenario[] {
  const byJourney = new Map<string, Omit<PlayedScenario, "scenario"> | undefined>();
  return model.scenarios.flatMap((scenario): readonly PlayedScenario[] => {
    const { journey, steps, script } = scenario;
    if (steps.length === 0) return [];
    const key = script === undefined ? (journey ?? "") : `script ${script.script.id} ${script.script.body}`;
    let all = byJourney.get(key);
    if (all === undefined) {
      const played = playedIn(scenario, facts);
      all = played && { played, ...askedOnce(played) };
      byJourney.set(key, all);
    }
    return all === undefined ? [] : [{ scenario, ...all }];
  });
}

function askedOnce(played: Played): Pick<PlayedScenario, "state" | "request"> {
  let state: PlayedState | undefined;
  const requests = new Map<Part, PlayedRequest>();
  return {
    state: () => {
      state ??= stateOf(played);
      return state;
    },
    request: (part) => {
      let request = requests.get(part);
      if (request === undefined) {
        request = requestOf(part, played);
        requests.set(part, request);
      }
      return request;
    },
  };
}
