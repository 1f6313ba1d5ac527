import { readWorld } from "../configuration/read-world.js";
import { loadWorld } from "../project/load-world.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { SourceFile } from "../text/source-file.js";
import { type Fields, objectField, optional, type ValuesOf } from "./shape.js";
import { ToolError } from "./tool-error.js";
import type { Opened, Workbench } from "./workbench.js";

/** The world that journeys run in. */
export const worldInput = {
  world: optional(
    objectField(
      'the simulated world, as schema/world.schema.json describes it, over that of the configuration: { "users": [{ "userName": "demo", "password": "Passw0rd-1", "mail": "demo@example.com" }] }',
    ),
  ),
} as const satisfies Fields;

/** The world of the configuration, with that of a call over it. */
export function loadedWorld(
  { project }: Opened,
  given: ValuesOf<typeof worldInput>["world"],
  workbench: Workbench,
): WorldOptions {
  const { world } = loadWorld(workbench.projectHost(), project.configuration, {});
  if (given === undefined) return world;
  const { world: own, diagnostics } = readWorld(new SourceFile("world.json", JSON.stringify(given, null, 2)));
  const [problem] = diagnostics;
  if (problem !== undefined)
    throw new ToolError(
      `The world is wrong: ${problem.message}${problem.help === undefined ? "" : `. ${problem.help}`}`,
    );
  return { ...world, ...own };
}
