import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../../src/diff/render/markdown.js";
import { compareTexts } from "../../support/compare-texts.js";

function journey(nodes: number, text: string): string {
  const lines = Array.from(
    { length: nodes },
    (_, index) =>
      `node N${index}: Message { message: "${text} ${index}" true -> ${index + 1 < nodes ? `N${index + 1}` : "success"} false -> failure }`,
  );
  return `journey Long { start -> N0\n${lines.join("\n")}\n}\n`;
}

describe("Markdown for a pull request", () => {
  test("many changes are folded, few are not", () => {
    expect(renderMarkdown(compareTexts(journey(5, "a"), journey(5, "b")))).not.toContain("<details>");
    const many = renderMarkdown(compareTexts(journey(13, "a"), journey(13, "b")));
    expect(many).toContain("<details>\n<summary>13 changes</summary>\n\n- ");
    expect(many).toContain("\n\n</details>");
  });

  test("stays below the hosts' limit, and says what is left out", () => {
    const long = "word ".repeat(30);
    const markdown = renderMarkdown(
      compareTexts(journey(900, `${long}a`), journey(900, `${long.replace("word", "other")}b`)),
    );
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toMatch(/^\*\*900 texts changed\*\*/);
    expect(markdown).toContain("<summary>900 changes</summary>");
    expect(markdown).toMatch(/- and \d+ more: see `journeyc diff`/);
    expect(markdown.match(/<details>/g)).toHaveLength(markdown.match(/<\/details>/g)?.length ?? 0);
  });
});
