import { hasErrors } from "../../diagnostics/has-errors.js";
import { JsonRun } from "../../simulate/session/json-run.js";
import { startRun } from "../../simulate/start-run.js";
import { objectField, optional, textField } from "../shape.js";
import { stopOf, stopOutput } from "../simulation-stop.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";
import { journeyNamed, journeysInput } from "../workbench.js";
import { loadedWorld, worldInput } from "../world-input.js";

export const simulateStart = defineTool({
  name: "simulate_start",
  title: "Start a simulation",
  description:
    "Starts a journey as a user would, offline, with real scripts in a sandbox, and runs it up to its first question. Several simulations can go on beside one another.",
  input: {
    ...journeysInput,
    ...worldInput,
    journey: optional(textField("its id or name, if there are several")),
    state: optional(objectField("values in shared state at the beginning")),
  },
  output: { ...stopOutput, ended: optional(textField("an older simulation that had to make room")) },
  async run({ journey: wanted, world, state, ...input }, workbench) {
    const opened = await workbench.open(input);
    if (hasErrors(opened.diagnostics))
      throw new ToolError("The journeys have errors: call check, and correct them first");
    const journey = journeyNamed(opened.model, wanted);
    const run = new JsonRun(
      await startRun(journey, {
        model: opened.model,
        world: loadedWorld(opened, world, workbench),
        scripts: workbench.scripts,
        ...(state !== undefined && { state }),
      }),
    );
    const { session, ended } = workbench.sessions.begin(run);
    return { ...stopOf(session, run), ...(ended !== undefined && { ended }) };
  },
});
