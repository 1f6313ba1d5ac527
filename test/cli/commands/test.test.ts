import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const example = readFileSync(join(projectRoot, "examples/reset-password/ResetPassword.journey"), "utf8");
const broken = example.replace("expect success", "expect failure");
const schema = JSON.parse(readFileSync(join(projectRoot, "schema/test-report.schema.json"), "utf8"));

test("what passes is one line each", async () => {
  const folder = temporaryFolder({ "A.journey": example });
  const { code, output, talk } = await runCommand(folder, ["test"]);
  expect([code, output, talk]).toEqual([
    0,
    "A.journey\n  ✓ a known user gets a new password (ResetPassword)\n\n1 passed\n",
    "",
  ]);
});

test("what fails is told with its line, its path and what was asked", async () => {
  const folder = temporaryFolder({ "A.journey": example.replace("expect suspended", "expect at AskEmail") });
  const { code, output } = await runCommand(folder, ["test"]);
  expect(code).toBe(1);
  expect(output).toContain("Expected to be at AskEmail, found suspended at SendLink");
  expect(output).toMatch(/--> A\.journey:70:3/);
  expect(output).toContain("path: AskEmail → FindUser.true → SendLink\n");
  expect(output).toContain("asked: SuspendedTextOutputCallback");
  expect(output).toMatch(/1 failed, 0 passed\n$/);
});

test("JUnit and JSON", async () => {
  const folder = temporaryFolder({ "A.journey": broken.replace('"a known', '"a <known> & \\u0001') });
  const junit = await runCommand(folder, ["test", "--reporter", "junit"]);
  expect(junit.output).toContain('<testsuites tests="1" failures="1" errors="0" skipped="0"');
  expect(junit.output).toContain("a &lt;known&gt; &amp; ");
  expect(junit.output).not.toContain("\u0001");
  const { code, output } = await runCommand(folder, ["test", "--reporter", "json", "--coverage"]);
  expect(code).toBe(1);
  const validate = new Ajv2020({ strict: true }).compile(schema);
  expect(validate(JSON.parse(output)) || validate.errors).toBe(true);
  expect(JSON.parse(output)).toMatchObject({
    passed: 0,
    failed: 1,
    coverage: { journeys: [{ outcomes: { covered: 5, total: 7 } }] },
  });
});

test("--name chooses by title and by journey", async () => {
  const folder = temporaryFolder({ "A.journey": example });
  expect((await runCommand(folder, ["test", "--name", "known user"])).output).toContain("1 passed");
  expect((await runCommand(folder, ["test", "--name", "Reset"])).output).toContain("1 passed");
});

test("--generate covers what is open, beside the journey, and adds to its own file, named or not", async () => {
  const folder = temporaryFolder({ "A.journey": example });
  const file = join(folder, "ResetPassword.scenarios.journey");
  const made = await runCommand(folder, ["test", "--generate"]);
  expect([made.code, made.output.includes("There are no scenarios")]).toEqual([0, false]);
  expect(made.output).toMatch(/[1-9]\d* generated\n$/);
  const again = await runCommand(folder, ["test", "--coverage", "--generate"]);
  expect(again.output).toContain("ResetPassword  5/5 (100 %)      7/7 (100 %)");
  expect(again.talk).toContain("Nothing to generate");
  const text = readFileSync(file, "utf8");
  expect((await runCommand(folder, ["fmt", "--check", "ResetPassword.scenarios.journey"])).code).toBe(0);
  const [first = ""] = text.split("\n\n");
  writeFileSync(file, `${first}\n`);
  expect((await runCommand(folder, ["test", "A.journey", "--generate"])).code).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(text);
  const third = await runCommand(folder, ["test", "A.journey", "--generate"]);
  expect([third.code, third.talk]).toEqual([0, expect.stringContaining("Nothing to generate")]);
  writeFileSync(file, `${first}\n`);
  expect((await runCommand(folder, ["test", "--generate"])).code).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("--generate --out FILE reads the file that it adds to", async () => {
  const folder = temporaryFolder({ "A.journey": example });
  const args = ["test", "A.journey", "--generate", "--out", "made.journey"];
  expect((await runCommand(folder, args)).code).toBe(0);
  const text = readFileSync(join(folder, "made.journey"), "utf8");
  const again = await runCommand(folder, args);
  expect([again.code, again.talk]).toEqual([0, expect.stringContaining("Nothing to generate")]);
  expect(readFileSync(join(folder, "made.journey"), "utf8")).toBe(text);
});

test("--generate --coverage shows the coverage with the generated scenarios", async () => {
  const folder = temporaryFolder({
    "A.journey":
      'journey A {\n  start -> Ask\n\n  node Ask: Message {\n    message: "Go on?"\n\n    true -> success\n    false -> failure\n  }\n}\n',
  });
  const { output } = await runCommand(folder, ["test", "--coverage", "--generate"]);
  const again = await runCommand(folder, ["test", "--coverage"]);
  const table = (text: string) => text.slice(text.indexOf("journey  ")).split("\n\n")[0] ?? "";
  expect(table(output)).toMatch(/A +1\/1 \(100 %\) +2\/2 \(100 %\)/);
  expect(table(output)).toBe(table(again.output));
});

test("--generate --out - writes scenarios alone to standard output", async () => {
  const folder = temporaryFolder({ "A.journey": example });
  const { output, talk } = await runCommand(folder, ["test", "--generate", "--out", "-"]);
  expect(output).toMatch(/^scenario "/);
  expect(talk).toContain("1 passed");
  expect(existsSync(join(folder, "ResetPassword.scenarios.journey"))).toBe(false);
});

test("exports have scenarios too", async () => {
  const folder = temporaryFolder({ "A.journey": example });
  await runCommand(folder, ["build", "A.journey", "--out", "built"]);
  const exported = "built/ResetPassword.journey.json";
  expect((await runCommand(folder, ["test", exported, "--generate", "--out", "made.journey"])).code).toBe(0);
  const { code, output } = await runCommand(folder, ["test", exported, "made.journey", "--coverage"]);
  expect([code, output.includes("7/7 (100 %)")]).toEqual([0, true]);
});

test("--coverage-out writes JSON and pictures", async () => {
  const folder = temporaryFolder({ "A.journey": example });
  expect((await runCommand(folder, ["test", "--coverage-out", "deep/cover"])).code).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, "deep/cover/coverage.json"), "utf8")).journeys).toHaveLength(1);
  expect(readFileSync(join(folder, "deep/cover/ResetPassword.coverage.svg"), "utf8")).toMatch(/^<svg /);
});

test("the world comes from the configuration or a file, and is checked", async () => {
  const given = /\n {2}given user.*\n/;
  const world = { users: [{ userName: "demo", mail: "demo@example.com", password: "Old-passw0rd" }] };
  const folder = temporaryFolder({
    "A.journey": example.replace(given, "\n"),
    "world.json": JSON.stringify(world),
    "wrong.json": '{ "usrs": [] }',
  });
  expect((await runCommand(folder, ["test", "A.journey"])).code).toBe(1);
  expect((await runCommand(folder, ["test", "A.journey", "--world", "world.json"])).code).toBe(0);
  const wrong = await runCommand(folder, ["test", "A.journey", "--world", "wrong.json"]);
  expect([wrong.code, wrong.talk.includes('Did you mean "users"?')]).toEqual([2, true]);
  writeFileSync(join(folder, "journey.config.json"), JSON.stringify({ simulate: world }));
  expect((await runCommand(folder, ["test", "A.journey"])).code).toBe(0);
});

test("journeys with errors are not run; wrong use is told", async () => {
  const folder = temporaryFolder({ "A.journey": example.replace("-> FindUser", "-> FindUsr") });
  const { code, output, talk } = await runCommand(folder, ["test"]);
  expect([code, output, talk.includes("Did you mean `FindUser`?")]).toEqual([1, "", true]);
  expect((await runCommand(folder, ["test", "--reporter", "junt"])).talk).toContain("Did you mean junit?");
  expect((await runCommand(folder, ["test", "--out", "x"])).code).toBe(2);
});

const scripted = (name: string) => `journey ${name} {
  start -> S
  script Script { file: "${name}.js" evaluatorVersion: "2.0" }
  node S: ScriptedDecision { script: Script outcomes: ["true"] inputs: ["*"] outputs: ["*"]
    true -> failure }
}
scenario "of ${name}" of ${name} { expect failure }
`;

// sandbox.test.ts has more such scripts, with a nearer deadline.
test("a script that never leaves a built-in function fails its scenario, and the next one runs", async () => {
  const body = "'\\u0301\\u0300\\u0316'.repeat(300000).normalize('NFC'); outcome = 'true'";
  const folder = temporaryFolder({
    "A.journey": scripted("Hostile") + scripted("Good"),
    "Hostile.js": body,
    "Good.js": "outcome = 'true'",
  });
  const { code, output } = await runCommand(folder, ["test"]);
  expect(code).toBe(1);
  expect(output).toContain("The script ran for more than 2000 ms");
  expect(output).toMatch(/--> A\.journey:7:/);
  expect(output).toMatch(/✓ of Good/);
  expect(output).toMatch(/1 failed, 1 passed\n$/);
});

test("a filter that no scenario fits is a mistake, and the nearest name is told", async () => {
  const folder = temporaryFolder({ "A.journey": example });
  const { code, output, talk } = await runCommand(folder, ["test", "--name", "ResetPasword"]);
  expect([code, output]).toEqual([2, ""]);
  expect(talk).toContain('No scenario has "ResetPasword"');
  expect(talk).toContain('--name "ResetPassword"');
});
