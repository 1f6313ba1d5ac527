import { JourneyRun } from "./journey-run.js";
import type { AnyMachine } from "./machine.js";
import type { Run, SimulateOptions } from "./run.js";
import { World } from "./world/world.js";
import type { WorldOptions } from "./world/world-options.js";

/**
 * Runs a journey as the platform would, up to the first step that waits for the user. The world is given as data, or
 * as a world that earlier runs have left behind.
 */
export async function simulate<Machine extends AnyMachine, Inner extends AnyMachine = never>(
  machine: Machine,
  world: WorldOptions | World = {},
  options: SimulateOptions<Inner> = {},
): Promise<Run<Machine | Inner>> {
  const run = new JourneyRun(machine, world instanceof World ? world : new World(world), options);
  await run.start();
  // The types of nodes, inputs and outcomes are those of the machines that it was made of.
  return run as Run<Machine | Inner>;
}
