import { describe, expect, test } from "vitest";
import { TextEdits } from "../../../src/import/into/text-edits.js";

/** A text in which `«` and `»` mark a range. */
function marked(text: string) {
  const [before = "", inside = "", after = ""] = text.split(/[«»]/);
  return {
    edits: new TextEdits(before + inside + after),
    range: { start: before.length, end: before.length + inside.length },
  };
}

function removed(text: string): string {
  const { edits, range } = marked(text);
  edits.remove(range);
  return edits.apply();
}

describe("removing", () => {
  test.each<[string, string, string]>([
    ["a line", "a\n«b»\nc\n", "a\nc\n"],
    ["a line with its indentation", "a\n  «b»  \nc\n", "a\nc\n"],
    ["several lines", "a\n«b\nc»\nd\n", "a\nd\n"],
    ["the first line", "«a»\nb\n", "b\n"],
    ["the last line", "a\n«b»\n", "a\n"],
    ["a last line without an end", "a\n«b»", "a"],
    ["the only line", "«a»\n", ""],
    ["the only line without an end", "«a»", ""],
    ["a line with the comment behind it", "a\n«b» // why\nc\n", "a\nc\n"],
    ["a line with the comments above it", "a\n// one\n  // two\n«b»\nc\n", "a\nc\n"],
    ["comments from the start of the text", "// one\n«b»\nc\n", "c\n"],
    ["no comment that a blank line cuts off", "a\n// one\n\n«b»\nc\n", "a\n// one\n\nc\n"],
    ["no comment behind something", "a // one\n«b»\nc\n", "a // one\nc\n"],
    ["one of two on a line", "a «b» c\n", "a  c\n"],
    ["the last one of a line", "a «b»\nc\n", "a \nc\n"],
    ["the first one of a line", "«a» b\nc\n", " b\nc\n"],
    ["between blank lines, of which one stays", "a\n\n«b»\n\nc\n", "a\n\nc\n"],
    ["below a blank line", "a\n\n«b»\nc\n", "a\n\nc\n"],
    ["above a blank line", "a\n«b»\n\nc\n", "a\n\nc\n"],
    ["lines with blanks are blank", "a\n  \n«b»\n\t\nc\n", "a\n\t\nc\n"],
    ["the first of a block", "{\n«a»\n\nb\n}\n", "{\nb\n}\n"],
    ["the first of a block with a comment behind its brace", "{ // why\n«a»\n\nb\n}\n", "{ // why\nb\n}\n"],
    ["the first of a block without a blank line", "{\n«a»\nb\n}\n", "{\nb\n}\n"],
    ["the first of a list", "[\n«a»\n\nb\n]\n", "[\nb\n]\n"],
    ["the last of a block", "{\na\n\n«b»\n}\n", "{\na\n}\n"],
    ["the last of a list", "[\na\n\n«b»\n]\n", "[\na\n]\n"],
    ["the last of a block without a blank line", "{\na\n«b»\n}\n", "{\na\n}\n"],
    ["the only one of a block", "{\n«a»\n}\n", "{\n}\n"],
    ["the first line above a blank line", "«a»\n\nb\n", "b\n"],
    ["a line of a text with other line ends", "a\r\n«b»\r\nc\r\n", "a\r\nc\r\n"],
    ["the first line of such a text", "«a»\r\nb\r\n", "b\r\n"],
    ["between blank lines of such a text", "a\r\n\r\n«b»\r\n\r\nc\r\n", "a\r\n\r\nc\r\n"],
    ["the first of a block of such a text", "{\r\n«a»\r\n\r\nb\r\n}\r\n", "{\r\nb\r\n}\r\n"],
    ["with the comments of such a text", "a\r\n// one\r\n«b» // two\r\nc\r\n", "a\r\nc\r\n"],
  ])("%s", (_what, text, expected) => {
    expect(removed(text)).toBe(expected);
  });
});

describe("inserting", () => {
  test.each<[string, string, string]>([
    ["below a line", "a«»b\nc\n", "ab\nX\nc\n"],
    ["below the last line", "a\n«»b", "a\nb\nX"],
    ["below a line at its end", "a«»\nb\n", "a\nX\nb\n"],
    ["below a line of a text with other line ends", "a«»\r\nb\r\n", "a\r\nX\r\nb\r\n"],
    ["below an empty line", "a\n«»\nb\n", "a\n\nX\nb\n"],
  ])("%s", (_what, text, expected) => {
    for (const lines of ["X", "X\n"]) {
      const { edits, range } = marked(text);
      edits.insertBelow(range.start, lines);
      expect(edits.apply()).toBe(expected);
    }
  });

  test.each<[string, string, string]>([
    ["above a line", "a\nb«»\n", "a\nX\nb\n"],
    ["above the first line", "«»a\n", "X\na\n"],
    ["above the comments of a line", "a\n// one\n  // two\n  b«»\n", "a\nX\n// one\n  // two\n  b\n"],
    ["below a comment that a blank line cuts off", "// one\n\n«»a\n", "// one\n\nX\na\n"],
  ])("%s", (_what, text, expected) => {
    const { edits, range } = marked(text);
    edits.insertAbove(range.start, "X");
    expect(edits.apply()).toBe(expected);
  });

  test("several at one place keep their order, and come before what is replaced there", () => {
    const edits = new TextEdits("abc");
    edits.replace({ start: 1, end: 2 }, "B");
    edits.insert(1, "1");
    edits.insert(1, "2");
    expect(edits.apply()).toBe("a12Bc");
  });

  test("below lines that are removed too", () => {
    const edits = new TextEdits("a\nb\nc\n");
    edits.insertBelow(2, "X");
    edits.remove({ start: 2, end: 3 });
    edits.insertBelow(0, "Y");
    expect(edits.apply()).toBe("a\nY\nX\nc\n");
  });
});

describe("all changes together", () => {
  test("are made in the order of the text", () => {
    const edits = new TextEdits("abcdef");
    edits.replace({ start: 4, end: 5 }, "E");
    edits.replace({ start: 0, end: 2 }, "");
    edits.insert(6, "!");
    expect(edits.apply()).toBe("cdEf!");
  });

  test("of two that change the same characters, the first one holds", () => {
    const edits = new TextEdits("abcdef");
    edits.replace({ start: 2, end: 4 }, "X");
    edits.replace({ start: 1, end: 3 }, "Y");
    expect(edits.apply()).toBe("aYdef");
    const other = new TextEdits("abcdef");
    other.replace({ start: 1, end: 3 }, "Y");
    other.replace({ start: 3, end: 4 }, "X");
    expect(other.apply()).toBe("aYXef");
  });

  test("are none where a text is replaced by itself", () => {
    const edits = new TextEdits("abc");
    expect(edits.isEmpty).toBe(true);
    edits.replace({ start: 0, end: 1 }, "a");
    expect(edits.isEmpty).toBe(true);
    edits.replace({ start: 0, end: 1 }, "b");
    expect(edits.isEmpty).toBe(false);
  });
});
