import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commands } from "../src/cli/commands/index.js";
import { runCommand } from "./support/fake-host.js";
import { fencedBlocks } from "./support/fenced-blocks.js";
import { projectRoot } from "./support/read-project.js";
import { temporaryFolder } from "./support/temporary-folder.js";

// What README tells to do is done in package.test.ts.
const readme = readFileSync(join(projectRoot, "README.md"), "utf8");

it("shows a journey that compiles without a finding", async () => {
  const journey = fencedBlocks(readme).find((block) => block.language === "journey")?.text ?? "";
  const checked = await runCommand(temporaryFolder({ "ResetPassword.journey": journey }), ["check"]);
  expect([checked.code, checked.output]).toEqual([0, ""]);
});

it("lists every command once", () => {
  const named = [...readme.matchAll(/`journeyc ([a-z-]+)/g)].map((match) => match[1]);
  expect(named.toSorted()).toEqual(Object.keys(commands).toSorted());
});
