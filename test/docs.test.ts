import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../src/cli/commands/index.js";
import { fencedBlocks } from "./support/fenced-blocks.js";
import { bindText, projectRoot } from "./support/read-project.js";

const docs = join(projectRoot, "docs");
const pages = readdirSync(docs).filter((name) => name.endsWith(".md"));
const files = { readText: () => ({ text: '{ "type": "object", "properties": {}, "outcomes": [] }' }) };

describe.each(pages)("docs/%s", (page) => {
  const text = readFileSync(join(docs, page), "utf8");

  it("shows journeys that bind", () => {
    for (const block of fencedBlocks(text)) {
      // Texts in another form, before and after, have a test of their own.
      if (block.language !== "journey") continue;
      const errors = bindText(block.text, files).diagnostics.filter(({ severity }) => severity === "error");
      expect([block.line, ...errors.map(({ message }) => message)]).toEqual([block.line]);
    }
  });

  it("shows commands and options that exist", async () => {
    const shell = fencedBlocks(text).filter(({ language }) => language === "sh" || language === "yaml");
    const calls = shell.flatMap((block) => block.text.match(/\bjourneyc (?!@)[a-z][^|\n#]*/g) ?? []);
    for (const call of calls) {
      const [, name = "", ...words] = call.trim().split(/\s+/);
      const command = await commands[name]?.load();
      expect([call, command !== undefined]).toEqual([call, true]);
      for (const word of words) {
        const option = /^--([a-z-]+)/.exec(word)?.[1];
        if (option !== undefined) expect(Object.keys(command?.options ?? {}), call).toContain(option);
      }
    }
  });

  it("links to files that are there", () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => join(docs, match[1] ?? ""));
    for (const link of links) expect(() => readFileSync(link, { flag: "r" }), link).not.toThrow(/ENOENT/);
  });
});
