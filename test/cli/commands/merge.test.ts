import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportFixture } from "../../support/export-fixture.js";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const text = "journey A {\n  start -> success\n}\n";
const json = JSON.stringify(exportFixture());

test.each([
  ["an export among texts", { base: text, ours: text, theirs: json }, "<theirs> is an export, <ours> is a text"],
  ["a text among exports", { base: json, ours: json, theirs: text }, "<theirs> is a text, <ours> is an export"],
  ["another base", { base: json, ours: text, theirs: text }, "<base> is an export, <ours> is a text"],
])("%s is refused, and nothing is written", async (_name, { base, ours, theirs }, message) => {
  const folder = temporaryFolder({ base, ours, theirs });
  const run = await runCommand(folder, ["merge", "base", "ours", "theirs"]);
  expect(run.code).toBe(2);
  expect(run.talk).toContain(message);
  expect(readFileSync(join(folder, "ours"), "utf8")).toBe(ours);
});

test("an empty base is that of a file which both sides added", async () => {
  const folder = temporaryFolder({ base: "", ours: text, theirs: text });
  const run = await runCommand(folder, ["merge", "base", "ours", "theirs", "A.journey"]);
  expect({ code: run.code, talk: run.talk }).toEqual({ code: 0, talk: "" });
});

test("a configuration that cannot be read is no empty one", async () => {
  const folder = temporaryFolder({ base: text, ours: text, theirs: text, "journey.config.json": '{ "realm": ' });
  const run = await runCommand(folder, ["merge", "base", "ours", "theirs", "A.journey"]);
  expect(run.code).toBe(2);
  expect(run.talk).toMatch(/Cannot merge A\.journey: .*journey\.config\.json:1/);
  expect(readFileSync(join(folder, "ours"), "utf8")).toBe(text);
});
