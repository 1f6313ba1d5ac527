import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
