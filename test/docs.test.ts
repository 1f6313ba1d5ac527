import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../src/cli/commands/index.js";
import { projectOptions } from "../src/cli/input/project-options.js";
import { targets } from "../src/compile/targets.js";
import { fencedBlocks } from "./support/fenced-blocks.js";
import { bindText, projectRoot } from "./support/read-project.js";

const docs = join(projectRoot, "docs");
const pages = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...["docs", "docs/decisions"].flatMap((folder) =>
    readdirSync(join(projectRoot, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`),
  ),
];
const files = { readText: () => ({ text: '{ "type": "object", "properties": {}, "outcomes": [] }' }) };

describe("docs/command-line.md", () => {
  const sections = readFileSync(join(docs, "command-line.md"), "utf8").split(/^## /m);
  const optionsIn = (text: string) => [...text.matchAll(/`(?:-[a-z], )?--([a-zA-Z-]+)/g)].map((match) => match[1]);
  const shared = Object.keys(projectOptions);

  it.each(Object.keys(commands))("says what %s does, with each of its options", async (name) => {
    const command = await commands[name]?.load();
    const section = sections.find((text) => text.startsWith(`\`journeyc ${name}`)) ?? "";
    expect(section).not.toBe("");
    const own = Object.keys(command?.options ?? {}).filter((option) => !shared.includes(option));
    expect([...new Set(optionsIn(section))].toSorted()).toEqual(own.toSorted());
  });

  it("says what the options do that commands share", () => {
    const section = sections.find((text) => text.startsWith("What all commands share")) ?? "";
    expect(optionsIn(section)).toEqual(expect.arrayContaining(shared));
  });
});

it("docs/configuration.md names every setting and every target", () => {
  const text = readFileSync(join(docs, "configuration.md"), "utf8");
  const schema = JSON.parse(readFileSync(join(projectRoot, "schema", "configuration.schema.json"), "utf8"));
  const settings = Object.keys(schema.properties).filter((name) => name !== "$schema");
  for (const name of [...settings, ...targets]) expect(text).toMatch(new RegExp(`\`${name}[\`.]`));
});

describe.each(pages)("%s", (page) => {
  const text = readFileSync(join(projectRoot, page), "utf8");

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
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(join(projectRoot, page, "..", link)))).toEqual([]);
  });
});
