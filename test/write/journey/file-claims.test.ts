import { describe, expect, test } from "vitest";
import { FileClaims } from "../../../src/write/journey/file-claims.js";

describe("the files of a journey", () => {
  test.each([
    ["a.js", "a.js"],
    ["a.js", "A.js"],
    ["scripts/\u00fcni.js", "scripts/u\u0308ni.js"],
    ["\u00dcNI.js", "u\u0308ni.js"],
    ["stra\u00dfe.js", "STRASSE.js"],
  ])("%j and %j are one file on some disks, so different texts get different names", (first, second) => {
    const claims = new FileClaims();
    expect(claims.claim(first, "1")).toBe(first);
    const other = claims.claim(second, "2");
    expect(other).toMatch(/-2\.js$/);
    expect([...claims.files]).toEqual([
      [first, "1"],
      [other, "2"],
    ]);
  });

  test("one text has one file", () => {
    const claims = new FileClaims();
    expect([claims.claim("a.js", "1"), claims.claim("a.js", "1")]).toEqual(["a.js", "a.js"]);
  });
});
