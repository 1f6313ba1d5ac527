import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectableStatuses, expectableThings, givenSubjects, services } from "../src/model/scenario.js";
import { runCommand } from "./support/fake-host.js";
import { fencedBlocks } from "./support/fenced-blocks.js";
import { projectRoot } from "./support/read-project.js";
import { runScenarios } from "./support/simulate-text.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const testing = readFileSync(join(projectRoot, "docs/testing.md"), "utf8");
const testingScripts = readFileSync(join(projectRoot, "docs/testing-scripts.md"), "utf8");
const simulating = readFileSync(join(projectRoot, "docs/simulating.md"), "utf8");

test("the scenarios of docs/testing.md pass", async () => {
  const texts = fencedBlocks(testing).filter(({ language }) => language === "journey");
  const results = await runScenarios(texts.map(({ text }) => text).join("\n"));
  expect(results.map(({ title, passed }) => [title, passed])).toEqual([
    ["signs in with an approval on the phone", true],
    ["a wrong password is refused", true],
    ["takes too long", true],
  ]);
});

test("the project of docs/testing-scripts.md runs, and shows what the page shows", async () => {
  const blocks = fencedBlocks(testingScripts);
  const named = blocks.flatMap(({ language, heading, text }) => {
    const [, path] = language.split(" ");
    return path === undefined || heading === "Calls" ? [] : [[path, text] as const];
  });
  const folder = temporaryFolder(Object.fromEntries(named));
  const { code, output, talk } = await runCommand(folder, ["test", "--coverage"]);
  const shown = blocks.find(({ language }) => language === "")?.text;
  expect([code, `$ journeyc test --coverage\n${output}`, talk]).toEqual([0, shown, ""]);
  const ofCalls = blocks.filter(({ heading }) => heading === "Calls").map(({ text }) => text);
  const calls = temporaryFolder({ "Ask.journey": ofCalls[0] ?? "", "scripts/ask.js": ofCalls[1] ?? "" });
  expect(await runCommand(calls, ["test"])).toMatchObject({ code: 0 });
});

test("docs/testing-scripts.md names every subject of a script, and every binding that is answered", () => {
  for (const subject of [
    "outcome",
    "callbacks",
    "log",
    "config",
    "shared",
    "transient",
    "error",
    ...Object.keys(services),
  ]) {
    expect(testingScripts).toMatch(new RegExp(`expect ${subject}\\b`));
  }
  for (const service of Object.keys(services)) expect(testingScripts).toContain(`stub ${service} `);
});

test("docs/testing.md names every subject of given and expect", () => {
  for (const subject of Object.keys(givenSubjects)) expect(testing).toMatch(new RegExp(`given ${subject}`));
  for (const subject of [...expectableStatuses, ...expectableThings, "at", "path", "message"]) {
    expect(testing).toMatch(new RegExp(`\`(expect )?${subject}\\b`));
  }
});

test("the session of docs/simulating.md is what simulate shows", async () => {
  const shown = fencedBlocks(simulating)[0]?.text ?? "";
  const input = "demo@example.com\nr\nNew-passw0rd\n";
  const args = ["simulate", "examples/reset-password/ResetPassword.journey", "--user", "demo"];
  const { code, output } = await runCommand(projectRoot, args, { input });
  expect(code).toBe(0);
  // The page shows the first line as it is typed, answers behind their questions, and cuts the link.
  const lines = (text: string) =>
    text
      .split("\n")
      .map((line) =>
        line
          .replace(/^((?:Email Address \*|suspended|Password):).*/, "$1")
          .replace(/(link: .*service&).*/, "$1")
          .trim(),
      )
      .filter((line) => line !== "" && !line.startsWith("$"));
  expect(lines(output)).toEqual(lines(shown));
});
