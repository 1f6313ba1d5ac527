import { describe, expect, test } from "vitest";
import { formatText } from "../format-text.js";

const withArrow = (arrow: string) => `journey Long {
  start -> Pick

  node Pick: ChoiceCollector {
    choices: ["a"]

${arrow}
  }
}
`;

describe("a list of outcomes", () => {
  const names = Array.from({ length: 20 }, (_, index) => `outcome_${index}`);

  test("that is longer than a line goes on in the next ones", () => {
    const formatted = formatText(withArrow(`    ${names.join(", ")} -> success`));
    const lines = formatted.split("\n").filter((line) => line.includes("outcome_"));
    expect(lines.length).toBe(3);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.join(" ").replaceAll(/\s+/g, " ").trim()).toBe(`${names.join(", ")} -> success`);
    expect(formatText(formatted)).toBe(formatted);
  });

  test("that fits on a line is put on one", () => {
    const few = names.slice(0, 3);
    const formatted = formatText(withArrow(`    ${few.join(",\n    ")} -> success`));
    expect(formatted).toContain(`\n    ${few.join(", ")} -> success\n`);
  });

  test("breaks before the arrow's line is too long, and not within a name", () => {
    const long = ["x".repeat(60), "y".repeat(60)];
    const formatted = formatText(withArrow(`    ${long.join(", ")} -> success`));
    expect(formatted).toContain(`    ${long[0]},\n    ${long[1]} -> success\n`);
  });
});
