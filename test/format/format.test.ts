import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFile, printFile } from "../../src/format/format.js";
import { arbitraryFile } from "./arbitrary-file.js";
import { formatText, messages, read } from "./format-text.js";
import { meaningOf } from "./meaning.js";
import { boundaries, insertAt } from "./untidy-text.js";

describe("a printed tree", () => {
  it("parses to a tree of the same meaning and is in canonical form", () => {
    fc.assert(
      fc.property(arbitraryFile, (file) => {
        const text = printFile(file);
        const parsed = read(text);
        expect(messages(parsed)).toEqual([]);
        expect(meaningOf(parsed.file)).toEqual(meaningOf(file));
        expect(formatFile(parsed.file, parsed.source)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

it("takes a list in a list for a value, not for attributes of an arrow", () => {
  const text = 'scenario "one" of A {\n  stub http "https://example.com" -> [[]]\n}\n';
  expect(formatText(text)).toBe(text);
});

describe("comments at any place between two tokens", () => {
  const comment = fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    before: fc.constantFrom("", " ", "\n", "\n\n", "\n  "),
    after: fc.constantFrom("", " ", "\n", "\n\n"),
    kind: fc.constantFrom("line", "block", "rows"),
  });

  it("stay, once each and without a change of meaning, and stay where they are the second time", () => {
    let formatted = 0;
    fc.assert(
      fc.property(arbitraryFile, fc.array(comment, { minLength: 1, maxLength: 4 }), (file, comments) => {
        const plain = printFile(file);
        const places = boundaries(plain);
        const text = insertAt(
          plain,
          comments.map(({ place, before, after, kind }, index) => {
            const at = places[Math.floor(place * (places.length - 1))] ?? 0;
            if (kind === "line") return { at, text: `${before}// mark${index},\n${after}` };
            return { at, text: `${before}/* mark${index},${kind === "rows" ? "\n * row\n    * row" : ""} */${after}` };
          }),
        );
        const parsed = read(text);
        // A header that a comment breaks into two lines is no longer a header.
        fc.pre(parsed.diagnostics.length === 0);
        formatted++;
        const once = formatFile(parsed.file, parsed.source);
        const again = read(once);
        expect(messages(again)).toEqual([]);
        expect(meaningOf(again.file)).toEqual(meaningOf(parsed.file));
        expect(again.file.comments.map(({ text }) => text.slice(0, 8)).sort()).toEqual(
          parsed.file.comments.map(({ text }) => text.slice(0, 8)).sort(),
        );
        expect(formatFile(again.file, again.source)).toBe(once);
      }),
      { numRuns: 500 },
    );
    expect(formatted).toBeGreaterThan(200);
  });
});

describe("line ends", () => {
  it("CRLF in the source changes nothing, and CRLF out is LF out with other line ends", () => {
    fc.assert(
      fc.property(arbitraryFile, (file) => {
        const text = `// one\n/* two\n * three\n */\n${printFile(file)}`;
        const once = formatText(text);
        const windows = read(text.replaceAll("\n", "\r\n"));
        expect(formatFile(windows.file, windows.source)).toBe(once);
        expect(formatFile(windows.file, windows.source, { lineEnd: "crlf" })).toBe(once.replaceAll("\n", "\r\n"));
      }),
      { numRuns: 100 },
    );
  });
});
