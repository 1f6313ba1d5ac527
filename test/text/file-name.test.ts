import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFileName, encodeFileName, encodeFileNames } from "../../src/text/file-name.js";
import { anyText } from "../support/any-text.js";

const anyName = fc.oneof(
  anyText(),
  fc.string({
    unit: fc.constantFrom(
      "%",
      "u",
      "D",
      "8",
      "0",
      ".",
      " ",
      "/",
      "é",
      "É",
      "\u0301",
      "e",
      "\ud800",
      "\udc00",
      "C",
      "O",
      "N",
    ),
  }),
);

describe("encodeFileName", () => {
  it.each([
    ["ResetPassword", "ResetPassword"],
    ["Reset Password – é", "Reset Password – é"],
    ["a/b\\c:d", "a%2Fb%5Cc%3Ad"],
    ["../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"],
    ["..", "%2E%2E"],
    ["100%", "100%25"],
    ["con", "%63on"],
    ["NUL.txt", "%4EUL.txt"],
    ["Console", "Console"],
    ["end. ", "end.%20"],
    ["", "%"],
    ["a\u0000b", "a%00b"],
    ["\ud800", "%uD800"],
  ])("%j becomes %j", (name, fileName) => {
    expect(encodeFileName(name)).toBe(fileName);
    expect(decodeFileName(fileName)).toBe(name);
  });

  it("is reversible for any name and never leads elsewhere", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const fileName = encodeFileName(name);
        expect(decodeFileName(fileName)).toBe(name);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
        expect(fileName).not.toMatch(/[/\\:\u0000-\u001f]|^\.|[. ]$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("encodeFileNames", () => {
  it("tells names apart that differ in case or in the spelling of an accent", () => {
    const names = encodeFileNames(["login", "Login", "Other", "caf\u00e9", "cafe\u0301"]);
    expect(names.get("login")).toBe("login");
    expect(names.get("Login")).toBe("%4Cogin");
    expect(names.get("Other")).toBe("Other");
    expect(names.get("caf\u00e9")).toBe("caf%C3%A9");
    expect(names.get("cafe\u0301")).toBe("cafe%CC%81");
  });

  it("gives different files on systems that fold case and accents, and stays reversible", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { maxLength: 6 }), (names) => {
        const encoded = encodeFileNames(names);
        for (const [name, fileName] of encoded) expect(decodeFileName(fileName)).toBe(name);
        const folded = new Set([...encoded.values()].map((name) => name.normalize("NFC").toLowerCase()));
        expect(folded.size).toBe(names.length);
        expect(encodeFileNames([...names].reverse())).toEqual(encoded);
      }),
      { numRuns: 1000 },
    );
  });
});
