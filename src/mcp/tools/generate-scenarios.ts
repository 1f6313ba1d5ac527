import { hasErrors } from "../../diagnostics/has-errors.js";
import { CoverageCounter } from "../../scenarios/coverage/coverage.js";
import { generateScenarios } from "../../scenarios/generate/generate-scenarios.js";
import { runScenario } from "../../scenarios/run-scenario.js";
import { boundedText } from "../bounded-text.js";
import { listField, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";
import { journeyNamed, journeysInput } from "../workbench.js";
import { loadedWorld, worldInput } from "../world-input.js";

export const generateScenariosTool = defineTool({
  name: "generate_scenarios",
  title: "Generate scenarios",
  description:
    "Writes scenarios for the outcomes of a journey that no scenario takes yet. Each was run and passes; they tell what the journey does, not what it should do: read them and add what is expected.",
  input: { ...journeysInput, ...worldInput, journey: optional(textField("its id or name, if there are several")) },
  output: {
    text: textField("scenarios, to be kept in a .journey file beside the journey"),
    leftOut: wholeField("how many characters are left out"),
    count: wholeField("how many scenarios were written"),
    missed: listField(textField("Node.outcome"), "outcomes to which no run came; write scenarios with stubs for these"),
  },
  async run({ journey: wanted, world, ...input }, workbench, signal) {
    const opened = await workbench.open(input);
    const { model } = opened;
    if (hasErrors(opened.diagnostics))
      throw new ToolError("The journeys have errors: call check, and correct them first");
    const journey = journeyNamed(model, wanted);
    const surroundings = { model, world: loadedWorld(opened, world, workbench), scripts: workbench.scripts };
    const counter = new CoverageCounter();
    for (const scenario of model.scenarios) {
      if (signal.aborted) break;
      if (scenario.journey === journey.id) counter.add((await runScenario(scenario, surroundings)).path);
    }
    const taken = new Set(
      counter
        .coverageOf(journey)
        .nodes.flatMap(({ state, outcomes }) =>
          outcomes.flatMap(({ name, taken: times }) => (times > 0 ? [JSON.stringify([state, name])] : [])),
        ),
    );
    const isCovered = ({ node, outcome }: { readonly node: string; readonly outcome: string }) =>
      taken.has(JSON.stringify([node, outcome]));
    const generated = await generateScenarios(journey, surroundings, isCovered);
    return {
      ...boundedText(generated.text),
      count: generated.results.length,
      missed: generated.missed.map(({ goal }) => `${goal.node}.${goal.outcome}`),
    };
  },
});
