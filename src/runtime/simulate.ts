import { JourneyRun } from "./journey-run.js";
import type { AnyMachine } from "./machine.js";
import type { Run, SimulateOptions } from "./run.js";
import { World } from "./world/world.js";
import type { WorldOptions } from "./world/world-options.js";

/**
 * Starts a journey as the platform would and runs it to the first step that waits for the user. The world is plain
 * data, or a `World` that earlier runs have changed.
 */
export async function simulate<Machine extends AnyMachine, Inner extends AnyMachine = never>(
  machine: Machine,
  world: WorldOptions | World = {},
  options: SimulateOptions<Inner> = {},
): Promise<Run<Machine | Inner>> {
  const run = new JourneyRun(machine, world instanceof World ? world : new World(world), options);
  await run.start();
  // The run's types of nodes, inputs and outcomes are those of the machines passed in.
  return run as Run<Machine | Inner>;
}
