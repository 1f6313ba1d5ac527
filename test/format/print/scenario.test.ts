import { describe, expect, it } from "vitest";
import { formatText } from "../format-text.js";

const inScenario = (step: string) => `scenario "s" of J {\n${step}}\n`;

describe("a scenario", () => {
  it("has the path it expects on a line of at most 100 columns, otherwise a node on each", () => {
    const names = (columns: number) => ["A".repeat(columns - "  expect path [, B]".length), "B"] as const;
    for (const columns of [99, 100]) {
      const text = inScenario(`  expect path [${names(columns).join(", ")}]\n`);
      expect(text.split("\n")[1]).toHaveLength(columns);
      expect(formatText(text)).toBe(text);
    }
    const [long, short] = names(101);
    expect(formatText(inScenario(`  expect path [${long}, ${short}]\n`))).toBe(
      inScenario(`  expect path [\n    ${long},\n    ${short},\n  ]\n`),
    );
  });

  it("keeps the order of its steps, with no blank line that the author has not put there", () => {
    const text = inScenario("  expect success\n  submit Ask\n\n  resume\n  wait 5m\n");
    expect(formatText(text)).toBe(text);
  });
});
