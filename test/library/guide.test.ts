import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import * as library from "../../src/index.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";

const guide = readFileSync(join(projectRoot, "docs", "library.md"), "utf8");

/** What the examples of the guide print, by their headings. */
const printed: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "Reading and checking": [["Login,SecondFactor", "No findings\n"]],
  Compiling: [["ResetPassword.journey.json true", "ResetPassword.machine.ts true"], ["0 Ask.journey.json"]],
  Importing: [["Registration.journey: 1 files beside it"]],
  "Comparing and merging": [["journey-removed Login,journey-added Registration,journey-removed SecondFactor", "true"]],
  Running: [["NameCallback,PasswordCallback"]],
  "Looking up": [["emailTemplate resetPassword,managedObject managed/alpha_user", "true Page Node"]],
};

const blocks = fencedBlocks(guide).filter(({ language }) => language === "ts");

test.each(Object.keys(printed))('the examples of "%s" run, and print what they should', async (heading) => {
  const found: string[][] = [];
  for (const [index, { text }] of blocks.filter((block) => block.heading === heading).entries()) {
    const folder = join(projectRoot, ".vitest", "library");
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${heading.replaceAll(" ", "-")}-${index}.ts`);
    writeFileSync(file, text);
    const lines: string[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((...words: unknown[]) => void lines.push(words.join(" ")));
    await import(/* @vite-ignore */ file).finally(() => log.mockRestore());
    found.push(lines);
  }
  expect(found).toEqual(printed[heading]);
});

test("every function that the guide names is there, and every one that is there is named", () => {
  const named = new Set([...guide.matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name));
  const functions = Object.keys(library);
  expect(functions.filter((name) => !guide.includes(name))).toEqual([]);
  expect(
    [...named].filter((name) => /^(?:open|read|import|render|merge|find|run|write|compile)[A-Z]/.test(name!)).sort(),
  ).toEqual(
    functions.filter((name) => /^(?:open|read|import|render|merge|find|run|write|compile)[A-Z]/.test(name)).sort(),
  );
});
