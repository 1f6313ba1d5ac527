import { objectField, optional, textField, wholeField } from "../shape.js";
import { stopOf, stopOutput } from "../simulation-stop.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";

export const simulateAnswer = defineTool({
  name: "simulate_answer",
  title: "Answer in a simulation",
  description:
    "Answers what a simulation asks, by the names of its asks, and runs it up to the next stop. Where it stands at a stub, chooses the outcome. What is not answered keeps its value.",
  input: {
    session: textField("as simulate_start gave it"),
    inputs: optional(
      objectField('answers by name: { "userName": "demo", "password": "Passw0rd-1" }; a choice by its text or number'),
    ),
    outcome: optional(textField("at a stub: the outcome")),
    state: optional(objectField("at a stub: what the node would have written to shared state")),
    wait: optional(wholeField("milliseconds that pass before, as for a code that expires")),
  },
  output: stopOutput,
  run({ session, inputs, outcome, state, wait }, workbench) {
    return workbench.sessions.use(session, async (run) => {
      if (wait !== undefined) await run.take({ wait });
      if (outcome !== undefined && inputs !== undefined) throw new ToolError("Give inputs or an outcome, not both");
      if (outcome !== undefined) await run.take({ stub: outcome, ...(state !== undefined && { state }) });
      else if (run.run.status === "stub") throw new ToolError("The simulation stands at a stub: give its outcome");
      else await run.take({ submit: inputs ?? {} });
      return stopOf(session, run);
    });
  },
});
