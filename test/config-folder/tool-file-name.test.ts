import { describe, expect, test } from "vitest";
import { toolFileName, toolFileNames } from "../../src/config-folder/tool-file-name.js";
import { foldFileName } from "../../src/text/file-name.js";

describe("file names of fr-config-manager", () => {
  // The right names are those of sanitize-filename with encodeURIComponent, which the tool uses.
  test.each([
    ["Login", "Login"],
    ["-test", "-test"],
    ["~home", "~home"],
    [".hidden", ".hidden"],
    [" blank", " blank"],
    ["50% off - 1", "50% off - 1"],
    ["100%25", "100%25"],
    ["Üni é", "Üni é"],
    ["a/b", "a%2Fb"],
    ["a\\b", "a%5Cb"],
    ["who? <me>", "who%3F %3Cme%3E"],
    ['a:b|c"d', "a%3Ab%7Cc%22d"],
    ["tab\there", "tab%09here"],
    ["\u0080", "%C2%80"],
    ["console", "console"],
  ])("%j is %j", (name, fileName) => {
    expect(toolFileName(name)).toBe(fileName);
  });

  test.each(["", ".", "..", "con", "NUL.txt", "ends with a dot.", "ends blank ", "a*b", "\ud800"])(
    "%j, which the tool makes empty or something else, gets a name that can be a file",
    (name) => {
      expect(toolFileName(name)).toMatch(/^[^/\\*]*[^/\\*. ]$/);
      expect(toolFileName(name)).not.toMatch(/^(?:con|nul)(?:\.|$)/i);
    },
  );

  test.each([
    [["Login", "login", "LOGIN"]],
    [["\u00fcni", "u\u0308ni"]],
    [["A", "a", "%41", "%2541"]],
    [["a:b", "a%3Ab", "A:B"]],
    [["Straße", "STRASSE", "strasse"]],
    [["x.", "x%2E"]],
  ])("%j never meet on one disk", (names) => {
    const fileNames = [...toolFileNames(names).values()];
    expect(new Set(fileNames.map(foldFileName)).size).toBe(names.length);
    expect([...toolFileNames([...names].reverse())].sort()).toEqual([...toolFileNames(names)].sort());
  });

  test("names that clash with no other stay as the tool has them", () => {
    expect(toolFileNames(["Login", "login", "50% off"]).get("50% off")).toBe("50% off");
  });
});
