import { journeyMachine } from "../machine/journey-machine.js";
import type { Journey, Model } from "../model/model.js";
import { reachableJourneys } from "../model/reachable-journeys.js";
import type { AnyMachine, JsonValue } from "../runtime/machine.js";
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
  const { machine, inner } = machinesOf(journey, new Map(model.journeys.map((each) => [each.id, each])));
  return simulate(machine, world, {
    inner,
    ...(scripts && { scripts }),
    ...(state && { state }),
    ...(transient && { transient }),
  });
}

/** The machine of a journey, and those of the inner journeys that may run in it. */
export interface JourneyMachines {
  readonly machine: AnyMachine;
  readonly inner: readonly AnyMachine[];
}

/** Makes the machines that a journey needs; inner journeys are found by their ids. */
export function machinesOf(journey: Journey, byId: ReadonlyMap<string, Journey>): JourneyMachines {
  const [, ...inner] = reachableJourneys(journey, (id) => byId.get(id)).journeys;
  return { machine: journeyMachine(journey), inner: inner.map(journeyMachine) };
}
