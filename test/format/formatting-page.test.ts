import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatText } from "./format-text.js";

const page = readFileSync(new URL("../../docs/formatting.md", import.meta.url), "utf8");
const pair =
  /## (?<title>[^\n]*)\n(?:(?!\n## )[\s\S])*?```journey before\n(?<before>[\s\S]*?)```\s*```journey after\n(?<after>[\s\S]*?)```/g;
const examples = [...page.matchAll(pair)].map(({ groups }) => ({
  title: groups?.title ?? "",
  before: groups?.before ?? "",
  after: groups?.after ?? "",
}));

describe("docs/formatting.md", () => {
  it("has examples", () => {
    expect(examples.length).toBe(page.split("```journey after").length - 1);
    expect(examples.length).toBeGreaterThan(4);
  });

  it.each(examples)("$title: before becomes after", ({ before, after }) => {
    expect(formatText(before)).toBe(after);
  });

  it.each(examples)("$title: after stays", ({ after }) => {
    expect(formatText(after)).toBe(after);
  });
});
