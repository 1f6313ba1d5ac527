import { journeyMachine } from "../machine/journey-machine.js";
import type { Journey, Model } from "../model/model.js";
import { reachableJourneys } from "../model/reachable-journeys.js";
import type { JsonValue } from "../runtime/machine.js";
import type { Run } from "../runtime/run.js";
import type { ScriptHost } from "../runtime/script-host.js";
import { simulate } from "../runtime/simulate.js";
import type { World } from "../runtime/world/world.js";
import type { WorldOptions } from "../runtime/world/world-options.js";

/** The input of a simulation besides the journey. */
export interface Surroundings {
  readonly model: Model;
  readonly world: WorldOptions | World;
  readonly scripts?: ScriptHost | undefined;
  /** The values in shared state at the beginning. */
  readonly state?: { readonly [key: string]: JsonValue };
  /** The values in transient state at the beginning. */
  readonly transient?: { readonly [key: string]: JsonValue };
}

/** Starts a journey and runs it up to its first stop. Inner journeys are taken from the model. */
export function startRun(journey: Journey, surroundings: Surroundings): Promise<Run> {
  const { model, world, scripts, state, transient } = surroundings;
  const byId = new Map(model.journeys.map((each) => [each.id, each]));
  const [, ...inner] = reachableJourneys(journey, (id) => byId.get(id)).journeys;
  return simulate(journeyMachine(journey), world, {
    inner: inner.map(journeyMachine),
    ...(scripts && { scripts }),
    ...(state && { state }),
    ...(transient && { transient }),
  });
}
