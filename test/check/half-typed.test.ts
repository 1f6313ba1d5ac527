import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkTexts, codesOf } from "../support/check-text.js";
import { projectRoot } from "../support/read-project.js";

const resetPasswordText = readFileSync(join(projectRoot, "test/cases/reset-password-template/input.journey"), "utf8");

/** More than one cause cannot come of one cut: what is reported about the missing rest must stay a handful. */
const handful = 3;

test("the whole journey has no findings", () => {
  expect(codesOf(checkTexts(resetPasswordText))).toEqual([]);
});

test("a text that ends anywhere is reported for that, not for all that is missing", () => {
  for (let end = 20; end < resetPasswordText.length; end += 7) {
    const codes = codesOf(checkTexts(resetPasswordText.slice(0, end)));
    expect(codes.length, resetPasswordText.slice(0, end)).toBeLessThanOrEqual(handful);
  }
});

test("a line that is missing, or half of it, is reported for that alone", () => {
  const lines = resetPasswordText.split("\n");
  for (const [index, line] of lines.entries()) {
    if (!line.includes("->")) continue;
    const half = lines.map((each, at) => (at === index ? line.slice(0, -3) : each)).join("\n");
    expect(codesOf(checkTexts(half)).length, half).toBeLessThanOrEqual(handful);
  }
});
