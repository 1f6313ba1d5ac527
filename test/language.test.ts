import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatFile } from "../src/format/format.js";
import { parse } from "../src/syntax/parse.js";
import { SourceFile } from "../src/text/source-file.js";
import { fencedBlocks } from "./support/fenced-blocks.js";
import { bindText, projectRoot } from "./support/read-project.js";

const blocks = fencedBlocks(readFileSync(join(projectRoot, "docs/language.md"), "utf8")).filter(
  (block) => block.language === "journey",
);

test("the language reference has examples", () => {
  expect(blocks.length).toBeGreaterThan(8);
});

test.each(blocks.map((block) => [`line ${block.line}, ${block.heading}`, block.text]))("%s binds", (_, text) => {
  const { model, diagnostics } = bindText(text);
  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([]);
  expect(model.journeys.length).toBeGreaterThan(0);
});

test.each(blocks.map((block) => [`line ${block.line}, ${block.heading}`, block.text]))(
  "%s is in canonical form",
  (_, text) => {
    const source = new SourceFile("a.journey", text);
    expect(formatFile(parse(source).file, source)).toBe(text);
  },
);
