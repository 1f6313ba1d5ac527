import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commands } from "../src/cli/commands/index.js";
import { builtPackage } from "./support/built-package.js";
import { runCommand } from "./support/fake-host.js";
import { fencedBlocks } from "./support/fenced-blocks.js";
import { projectRoot } from "./support/read-project.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
const blocks = fencedBlocks(readme);
const built = builtPackage();

it("shows a journey that compiles without a finding", () => {
  const journey = blocks.find((block) => block.language === "journey")?.text ?? "";
  const folder = temporaryFolder({ "ResetPassword.journey": journey });
  const checked = built.run(["check", join(folder, "ResetPassword.journey")]);
  expect([checked.status, checked.stdout]).toEqual([0, ""]);
});

it("gives a command that compiles the reference journey", () => {
  const line = blocks.find((block) => block.language === "sh")?.text.match(/^npx journeyc (.+)$/m)?.[1];
  expect(line).toBeDefined();
  const out = temporaryFolder();
  const words = (line ?? "").replace("--out build", `--out ${out}`).split(" ");
  expect(built.run(words).status).toBe(0);
  for (const file of ["ResetPassword.journey.json", "ResetPassword.machine.ts"]) {
    expect(existsSync(join(out, file))).toBe(true);
  }
});

it("lists every command once", () => {
  const named = [...readme.matchAll(/`journeyc ([a-z-]+)/g)].map((match) => match[1]);
  expect(named.toSorted()).toEqual(Object.keys(commands).toSorted());
});

it("installs the packed file of this version, and starts a project with commands that exist", async () => {
  const { name, version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const lines = blocks.find(({ heading }) => heading === "In a project of your own")?.text.split("\n") ?? [];
  expect(lines).toContain(`npm install --save-dev ./vendor/${name}-${version}.tgz`);
  const calls = lines.filter((line) => line.startsWith("npx journeyc ")).map((line) => line.split(" ").slice(2));
  expect(calls.length).toBeGreaterThan(0);
  const folder = temporaryFolder();
  const example = join(projectRoot, "examples", "registration", "Registration.journey");
  expect((await runCommand(folder, ["build", example, "--out", "."])).code).toBe(0);
  copyFileSync(join(folder, "Registration.journey.json"), join(folder, "my-export.json"));
  for (const words of calls) expect([words, (await runCommand(folder, words)).code]).toEqual([words, 0]);
});
