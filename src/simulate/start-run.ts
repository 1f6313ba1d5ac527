import { journeyMachine } from "../machine/journey-machine.js";
import type { Journey, Model } from "../model/model.js";
import type { AnyMachine, JsonValue } from "../runtime/machine.js";
import type { Run } from "../runtime/run.js";
import type { ScriptHost } from "../runtime/script-host.js";
import { simulate } from "../runtime/simulate.js";
import type { World } from "../runtime/world/world.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { reachableJourneys } from "./reachable-journeys.js";

/** The input of a simulation besides the journey. */
export interface Surroundings {
  readonly model: Model;
  readonly world: WorldOptions | World;
  readonly scripts?: ScriptHost | undefined;
  /** The values in shared state at the beginning. */
  readonly state?: { readonly [key: string]: JsonValue };
}

/** Starts a journey and runs it up to its first stop. Inner journeys are taken from the model. */
export function startRun(journey: Journey, surroundings: Surroundings): Promise<Run> {
  const { model, world, scripts, state } = surroundings;
  const inner: readonly AnyMachine[] = reachableJourneys(journey, model).slice(1).map(journeyMachine);
  return simulate(journeyMachine(journey), world, {
    inner,
    ...(scripts && { scripts }),
    ...(state && { state }),
  });
}
