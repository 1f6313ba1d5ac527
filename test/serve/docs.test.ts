import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";

const guide = readFileSync(join(projectRoot, "docs", "serve.md"), "utf8");

/** What the examples of the guide print, by their files. */
const printed: Readonly<Record<string, readonly string[]>> = {
  "handler.js": ["Reset Password"],
};

test("the examples of docs/serve.md run, and print what they should", async () => {
  const folder = join(projectRoot, ".vitest", "serve");
  mkdirSync(folder, { recursive: true });
  const found: Record<string, string[]> = {};
  for (const { language, text } of fencedBlocks(guide)) {
    const name = /^js file=(.+)$/.exec(language)?.[1];
    if (name === undefined) continue;
    const file = join(folder, name);
    writeFileSync(file, text);
    const lines: string[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((...words: unknown[]) => void lines.push(words.join(" ")));
    await import(/* @vite-ignore */ file).finally(() => log.mockRestore());
    found[name] = lines;
  }
  expect(found).toEqual(printed);
});
