import { describe, expect, test } from "vitest";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.js";
import { checkWithScripts } from "../../support/check-scripts.js";

const right = `journey Ferry {
  start -> Board

  script Board {
    file: "scripts/board.js"
    evaluatorVersion: "2.0"
  }

  script Tides "Ferry - Tides" {
    file: "scripts/tides.js"
    context: "LIBRARY"
    evaluatorVersion: "2.0"
  }

  node Board: ScriptedDecision {
    script: Board
    outcomes: ["high", "low"]

    high -> success
    low -> failure
  }
}
`;
/** The library at the top of the file. */
const atTop = `${right.replace(/ {2}script Tides[^}]*\}\n\n/, "")}
script Tides "Ferry - Tides" {
  file: "scripts/tides.js"
  context: "LIBRARY"
  evaluatorVersion: "2.0"
}
`;
const scripts = {
  "scripts/board.js": 'var tides = require("Ferry - Tides");\naction.goTo(tides.now());\n',
  "scripts/tides.js": 'exports.now = function () {\n  return Math.random() > 0.5 ? "high" : "low";\n};\n',
};

const codes: ReadonlySet<string> = new Set(["unknown-library", "script-syntax-refused", "wrong-script-context"]);
const findings = (text: string, changed: Readonly<Record<string, string>> = {}) =>
  checkWithScripts([text], { ...scripts, ...changed }).filter(({ code }) => codes.has(code));

test.each([right, atTop])("the texts have none of these findings", (text) => {
  expect(findings(text)).toEqual([]);
});

describe.each([
  ["in the journey", right],
  ["at the top of the file", atTop],
])("a library %s", (_, text) => {
  test.each(["AUTHENTICATION_TREE_DECISION_NODE", "SCRIPTED_DECISION_NODE", "OIDC_CLAIMS"])(
    "of context %s is none",
    (context) => {
      const wrong = text.replace('"LIBRARY"', `"${context}"`);
      const [found, ...others] = findings(wrong);
      expect(others).toEqual([]);
      expect(found?.message).toBe(
        `Script "Board" requires "Ferry - Tides" in line 1, which is no library: its context is "${context}"`,
      );
      expect(found?.place.source.slice(found.place.range)).toBe(`"${context}"`);
      expect(found?.help).toBe('Write `context: "LIBRARY"`: `require` finds libraries only.');
      const [mended] = applyFixes(found === undefined ? [] : [found]);
      expect(mended?.text).toBe(text);
    },
  );

  test("without a context is a library, since another script requires it", () => {
    expect(findings(text.replace(/ *context: "LIBRARY"\n/, ""))).toEqual([]);
  });

  test.each([
    ["ferry - tides", "other capitals"],
    ["Tides", "its name in the text"],
    ["./tides", "a file as in Node"],
    ["../scripts/tides.js", "a path"],
  ])("required as %s (%s) is told where it is required", (written) => {
    const board = scripts["scripts/board.js"].replace("Ferry - Tides", written);
    const [found, ...others] = findings(text, { "scripts/board.js": board });
    expect(others).toEqual([]);
    expect([found?.code, found?.place.source.path]).toEqual(["unknown-library", "scripts/board.js"]);
    expect(found?.help).toMatch(/[Ww]rite "Ferry - Tides"\.$/);
    expect(found?.related.map(({ place: { source, range } }) => source.slice(range))).not.toEqual([]);
  });
});

test("a library whose title was left out is meant by the only title that is required and not there", () => {
  const [found] = findings(right.replace(' "Ferry - Tides"', ""));
  expect(found?.help).toBe('Write "Tides".');
});

describe("other ways to ask for code and answers", () => {
  test.each([
    ['import tides from "Ferry - Tides";', 'Write `var tides = require("Ferry - Tides");`.'],
    ['import { now, next } from "Ferry - Tides";', 'Write `var { now, next } = require("Ferry - Tides");`.'],
    ['import "Ferry - Tides";', 'Write `require("Ferry - Tides");`.'],
    ["export function now() {}", "Leave `export` out, and write `exports.now = now;` below."],
    ["export var now = 1;", "Leave `export` out, and write `exports.now = now;` below."],
    ["export default 1;", "Use `require` and `exports` of library scripts."],
    [
      'var a = await httpClient.send("https://a.example.com");',
      "Leave `await` out, and write `.get()` behind the call: `httpClient.send(…).get()`.",
    ],
    [
      'var a = await httpClient.send("https://a.example.com").get();',
      "Leave `await` out: `.get()` waits for the answer.",
    ],
    [
      "var a = await other;",
      "Leave `await` out; what gives a promise, as `httpClient.send` does, has `.get()` behind it.",
    ],
  ])("%s", (line, help) => {
    const found = findings(right, { "scripts/board.js": `${line}\n${scripts["scripts/board.js"].split("\n")[1]}\n` });
    expect(found.map((each) => [each.code, each.help])).toEqual([["script-syntax-refused", help]]);
  });
});
