import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth } from "../../../src/write/graph/text-width.js";
import { fitText, wrapText } from "../../../src/write/graph/wrap-text.js";
import { anyText } from "../../support/any-text.js";

const lettering = { size: 13, bold: true };

describe("wrapText", () => {
  it("breaks between words, and long names where a new word begins", () => {
    expect(wrapText("Ask the user for a mail address", 120, 3, lettering)).toEqual([
      "Ask the user for a",
      "mail address",
    ]);
    expect(wrapText("ValidatedPasswordCollectorNode", 150, 3, lettering)).toEqual([
      "ValidatedPassword",
      "CollectorNode",
    ]);
  });

  it("ends in an ellipsis where there is no room for more", () => {
    expect(wrapText("one two three four five six", 60, 2, lettering)).toEqual(["one two", "three…"]);
  });

  it("never gives a line that is too wide, nor too many", () => {
    fc.assert(
      fc.property(anyText(600), (text) => {
        const lines = wrapText(text, 100, 3, lettering);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(textWidth(line, 13, true)).toBeLessThanOrEqual(100.5);
        expect(textWidth(fitText(text, 100, lettering), 13, true)).toBeLessThanOrEqual(100.5);
      }),
    );
  });
});
