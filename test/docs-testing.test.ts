import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectableStatuses, expectableThings, givenSubjects } from "../src/model/scenario.js";
import { runCommand } from "./support/fake-host.js";
import { fencedBlocks } from "./support/fenced-blocks.js";
import { projectRoot } from "./support/read-project.js";
import { runScenarios } from "./support/simulate-text.js";

const testing = readFileSync(join(projectRoot, "docs/testing.md"), "utf8");
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
