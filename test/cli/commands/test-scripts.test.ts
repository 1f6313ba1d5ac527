import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const journey = `journey Login {
  start -> Rate

  node Rate: ScriptedDecision {
    script: Rate
    outcomes: ["low", "high"]

    low -> success
    high -> failure
  }

  script Rate "Rate it" { file: "rate.js" }
}
`;
// A legacy script, to which the text is a value of Java.
const body = `var country = sharedState.get("country");
if (country === "CH") {
  outcome = "low";
} else outcome = "high";
`;
const scenario = (title: string, country: string, outcome: string) =>
  `scenario "${title}" of script Rate {\n  given state { country: "${country}" }\n  expect outcome ${outcome}\n}\n`;

const folderWith = (scenarios: string) =>
  temporaryFolder({ "Login.journey": journey, "rate.js": body, "Rate.scenarios.journey": scenarios });

test("passes, warns once for each place and does not fail by it", async () => {
  const folder = folderWith(`${scenario("one", "CH", "high")}\n${scenario("two", "CH", "high")}`);
  const { code, output, talk } = await runCommand(folder, ["test"]);
  expect([code, talk]).toEqual([0, ""]);
  expect(output).toMatch(/^Rate\.scenarios\.journey\n {2}✓ one \(script Rate\)\n {2}✓ two \(script Rate\)\n/);
  expect(output.match(/warning script-warning/g)).toHaveLength(1);
  expect(output).toContain('Script "Rate it": "CH" of Java and "CH" are not strictly equal (`===`), as in Rhino.');
  expect(output).toContain("--> rate.js:2:1");
  expect(output).toMatch(/\n2 passed\n$/);
});

test("a failure has its line, the calls and the log; JSON and JUnit have the same", async () => {
  const folder = folderWith(scenario("one", "CH", "low"));
  const pretty = await runCommand(folder, ["test"]);
  expect(pretty.code).toBe(1);
  expect(pretty.output).toContain('Expected the outcome "low", found the outcome "high"');
  expect(pretty.output).toContain("--> Rate.scenarios.journey:3:3");
  const { code, output } = await runCommand(folder, ["test", "--reporter", "json", "--coverage"]);
  expect(code).toBe(1);
  const report = JSON.parse(output);
  const schema = JSON.parse(readFileSync(join(projectRoot, "schema/test-report.schema.json"), "utf8"));
  const validate = new Ajv2020({ strict: true }).compile(schema);
  expect(validate(report) || validate.errors).toBe(true);
  expect(report).toMatchObject({
    failed: 1,
    scenarios: [{ title: "one", script: "Rate", path: [], diagnostics: [{ code: "failed-expectation" }] }],
    warnings: [{ code: "script-warning" }],
    coverage: {
      scripts: [{ script: "Rate it", path: "rate.js", lines: { covered: 3, total: 4 }, never: [3], partly: [] }],
    },
  });
  const junit = await runCommand(folder, ["test", "--reporter", "junit"]);
  expect(junit.output).toContain('<testcase name="one" classname="Rate"');
  expect(junit.output).toContain("<system-err>rate.js:2 Script");
});

test("--name takes the name or the title of a script, and a misspelt one gets the nearest", async () => {
  const folder = folderWith(scenario("one", "DE", "high"));
  expect((await runCommand(folder, ["test", "--name", "Rate it"])).output).toContain("1 passed");
  const { code, talk } = await runCommand(folder, ["test", "--name", "Ratee"]);
  expect(code).toBe(2);
  expect(talk).toContain("in the name of its journey or script");
});

test("check tells what is wrong with a scenario before it runs, and fmt keeps it", async () => {
  const folder = folderWith('scenario "one" of script Rat {\n  expect outcome "low"\n}\n');
  const { code, output } = await runCommand(folder, ["check"]);
  expect(code).toBe(1);
  expect(output).toContain('Script "Rat" is not at hand');
  expect(output).toContain("Did you mean `Rate`?");
  expect(await runCommand(folder, ["fmt", "--check", "Rate.scenarios.journey"])).toMatchObject({ code: 0 });
});

test("--generate leaves scripts out", async () => {
  const folder = folderWith(scenario("one", "DE", "high"));
  const { output } = await runCommand(folder, ["test", "--generate", "--out", "-"]);
  expect(output).not.toContain("of script");
});

test("the scripts of an export are tested as they are", async () => {
  const folder = folderWith(scenario("one", "DE", "high"));
  await runCommand(folder, ["build", "Login.journey", "--out", "built"]);
  const exported = readFileSync(join(folder, "built/Login.journey.json"), "utf8");
  const other = temporaryFolder({
    "Login.json": exported,
    "Rate.scenarios.journey": scenario("one", "DE", "high").replace("script Rate", 'script "Rate it"'),
  });
  const { code, output } = await runCommand(other, ["test", "Login.json", "Rate.scenarios.journey", "--coverage"]);
  expect([code, output.includes("✓ one (script Rate it)")]).toEqual([0, true]);
  expect(output).toContain('Rate it  3/4 (75 %)\n  never   3 |   outcome = "low";\n');
});
