import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commands } from "../src/cli/commands/index.js";
import { builtPackage } from "./support/built-package.js";
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

it("names every command, and only files that are there", () => {
  const named = [...readme.matchAll(/`journeyc ([a-z-]+)/g)].map((match) => match[1]);
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(commands).toSorted());
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? "");
  expect(links.filter((link) => !existsSync(join(projectRoot, link)))).toEqual([]);
});
