import { hasErrors } from "../../diagnostics/has-errors.js";
import { CoverageCounter } from "../../scenarios/coverage/coverage.js";
import { runScenario } from "../../scenarios/run-scenario.js";
import { wantedScenarios } from "../../scenarios/run-scenarios.js";
import { describePath } from "../../simulate/describe-run.js";
import { findingsOf, findingsOutput } from "../findings.js";
import { flagField, listField, objectOf, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";
import { journeysInput } from "../workbench.js";
import { workingTime } from "../working-time.js";
import { loadedWorld, worldInput } from "../world-input.js";

const mostResults = 100;
const mostMissing = 100;

export const testTool = defineTool({
  name: "test",
  title: "Run scenarios",
  description:
    "Runs the scenarios of journeys and scripts, offline, with real scripts in a sandbox, and tells which outcomes no scenario has taken. Journeys with errors are not run: check first.",
  input: {
    ...journeysInput,
    ...worldInput,
    filter: optional(textField("only scenarios with this text in their title, journey or script")),
  },
  output: {
    passed: wholeField("how many passed"),
    failed: wholeField("how many failed"),
    hasRun: flagField("false where errors kept scenarios from running"),
    scenarios: listField(
      objectOf({
        title: textField("its title"),
        passed: flagField("whether everything came as expected"),
        path: textField("the nodes that it went through, with outcomes"),
        problem: optional(textField("why it failed")),
        line: wholeField("the line of what failed, or of the scenario"),
        file: textField("its file"),
      }),
      "failed ones first",
    ),
    scenariosLeftOut: wholeField("how many are not listed"),
    untaken: listField(textField("Journey: Node.outcome"), "outcomes that no scenario has taken"),
    untakenLeftOut: wholeField("how many are not listed"),
    ...findingsOutput,
  },
  async run({ filter, world, ...input }, workbench, signal) {
    const opened = await workbench.open(input);
    const { model } = opened;
    const loaded = loadedWorld(opened, world, workbench);
    const errors = opened.diagnostics.filter(({ severity }) => severity === "error");
    const nothing = { passed: 0, failed: 0, scenarios: [], scenariosLeftOut: 0, untaken: [], untakenLeftOut: 0 };
    if (hasErrors(errors)) return { ...nothing, hasRun: false, ...findingsOf(errors) };
    const wanted = wantedScenarios(model, filter);
    if (filter !== undefined && wanted.length === 0)
      throw new ToolError(`No scenario has "${filter}" in its title, journey or script`);
    const counter = new CoverageCounter();
    const results = [];
    const isWanted = workingTime(signal);
    for (const scenario of wanted) {
      if (!(await isWanted())) break;
      const result = await runScenario(scenario, { model, world: loaded, scripts: workbench.scripts });
      counter.add(result.path);
      results.push(result);
    }
    const failed = results.filter(({ passed }) => !passed);
    const listed = [...failed, ...results.filter(({ passed }) => passed)];
    const untaken = model.journeys.flatMap((journey) =>
      counter
        .coverageOf(journey)
        .nodes.flatMap(({ node, outcomes }) =>
          outcomes.flatMap(({ name, taken }) => (taken === 0 ? [`${journey.id}: ${node}.${name}`] : [])),
        ),
    );
    return {
      passed: results.length - failed.length,
      failed: failed.length,
      hasRun: true,
      scenarios: listed.slice(0, mostResults).map(({ title, passed, path, place, diagnostics }) => {
        const [diagnostic] = diagnostics;
        const at = diagnostic?.place ?? place;
        const problem =
          diagnostic && [diagnostic.message, diagnostic.help].filter((each) => each !== undefined).join(". ");
        return {
          title,
          passed,
          path: describePath(path),
          ...(problem !== undefined && { problem }),
          line: at.source.positionAt(at.range.start).line,
          file: at.source.path,
        };
      }),
      scenariosLeftOut: Math.max(0, listed.length - mostResults),
      untaken: untaken.slice(0, mostMissing),
      untakenLeftOut: Math.max(0, untaken.length - mostMissing),
      ...findingsOf([]),
    };
  },
});
