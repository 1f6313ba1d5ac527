import { hasErrors } from "../../diagnostics/has-errors.js";
import { CoverageCounter } from "../../scenarios/coverage/coverage.js";
import { generateScenarios } from "../../scenarios/generate/generate-scenarios.js";
import { runScenario } from "../../scenarios/run-scenario.js";
import { mostCharacters } from "../bounded-text.js";
import { listField, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";
import { journeyNamed, journeysInput } from "../workbench.js";
import { workingTime } from "../working-time.js";
import { loadedWorld, worldInput } from "../world-input.js";

/** How long it may take: clients wait for a minute. */
const mostSeconds = 10;

export const generateScenariosTool = defineTool({
  name: "generate_scenarios",
  title: "Generate scenarios",
  description:
    "Writes scenarios for the outcomes of a journey that no scenario takes yet. Each was run and passes; they tell what the journey does, not what it should do: read them and add what is expected. Of a large journey only some: save them and call again for more.",
  input: { ...journeysInput, ...worldInput, journey: optional(textField("its id or name, if there are several")) },
  output: {
    text: textField("scenarios, to be kept in a .journey file beside the journey"),
    count: wholeField("how many scenarios these are"),
    leftOut: wholeField("how many further scenarios were written that the text has no room for"),
    missed: listField(textField("Node.outcome"), "outcomes to which no run came; write scenarios with stubs for these"),
    untried: wholeField(`how many ways were not tried, since ${mostSeconds} seconds were over`),
  },
  async run({ journey: wanted, world, ...input }, workbench, signal) {
    const opened = await workbench.open(input);
    const { model } = opened;
    if (hasErrors(opened.diagnostics))
      throw new ToolError("The journeys have errors: call check, and correct them first");
    const journey = journeyNamed(model, wanted);
    const surroundings = { model, world: loadedWorld(opened, world, workbench), scripts: workbench.scripts };
    const isWanted = workingTime(signal);
    const counter = new CoverageCounter();
    for (const scenario of model.scenarios) {
      if (!(await isWanted())) break;
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
    const mayGoOn = workingTime(signal, mostSeconds * 1000);
    const { texts, missed, untried } = await generateScenarios(journey, surroundings, isCovered, mayGoOn);
    const answered = wholeTexts(texts);
    return {
      text: answered.join("\n"),
      count: answered.length,
      leftOut: texts.length - answered.length,
      missed: missed.map(({ goal }) => `${goal.node}.${goal.outcome}`),
      untried,
    };
  },
});

/** As many of the texts as an answer has room for. */
function wholeTexts(texts: readonly string[]): readonly string[] {
  let room = mostCharacters;
  return texts.filter((each) => {
    if (each.length >= room) return false;
    room -= each.length + 1;
    return true;
  });
}
