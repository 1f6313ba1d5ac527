import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../../src/check/rules/index.js";
import { scenarioCodes } from "../../../src/diagnostics/codes/scenario.js";
import { runScenario } from "../../../src/scenarios/run-scenario.js";
import { scriptWarnings } from "../../../src/scenarios/script-warnings.js";
import { createScriptHost } from "../../../src/simulate/scripts/create-script-host.js";
import { fencedBlocks } from "../../support/fenced-blocks.js";
import { projectRoot } from "../../support/read-project.js";
import { projectOf } from "../../support/test-script.js";

const scripts = createScriptHost();

/** The others are found by rules, before a scenario runs. */
const codesOfRuns = Object.keys(scenarioCodes).filter((code) => !rules.some((rule) => rule.code === code));

describe.each(codesOfRuns)("docs/rules/%s.md", (code) => {
  const markdown = readFileSync(join(projectRoot, `docs/rules/${code}.md`), "utf8");
  const found = async (heading: string) => {
    const blocks = fencedBlocks(markdown).filter((each) => each.heading === heading);
    const files = blocks.flatMap(({ language, text }) => {
      const [kind, path] = language.split(" ");
      return kind === "js" ? [[path ?? "", text]] : [];
    });
    const model = projectOf(blocks[0]?.text ?? "", Object.fromEntries(files));
    expect(model.scenarios.length).toBeGreaterThan(0);
    const results = [];
    for (const scenario of model.scenarios) results.push(await runScenario(scenario, { model, scripts }));
    const diagnostics = [...results.flatMap((result) => result.diagnostics), ...scriptWarnings(results, model)];
    return diagnostics.map((diagnostic) => diagnostic.code);
  };

  test("its wrong example gives exactly this diagnostic, its right example none", async () => {
    expect(markdown.startsWith(`# ${code}\n\n`)).toBe(true);
    expect(await found("Wrong")).toEqual([code]);
    expect(await found("Right")).toEqual([]);
  });
});
