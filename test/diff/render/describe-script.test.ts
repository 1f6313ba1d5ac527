import { describe, expect, test } from "vitest";
import { diffLines } from "../../../src/diff/line-diff.js";
import { describeScript } from "../../../src/diff/render/describe-script.js";

function told(before: string, after: string) {
  const change = { path: ["body"], before, after, lines: diffLines(before, after) };
  const { pieces, details, lines } = describeScript({ kind: "script-changed", script: "Risk", change });
  const words = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text).join("");
  return { title: words(pieces), details: details.map(words), changed: lines.filter(({ kind }) => kind !== "same") };
}

describe("a changed script", () => {
  test("outcomes that came or went are named first", () => {
    const { title, details } = told(
      'outcome = "true";\naction.goTo("old").build();',
      "outcome = 'true';\naction.goTo('lock').build();",
    );
    expect(title).toBe("script Risk: body");
    expect(details).toEqual(["now sets the outcomes lock", "no longer sets the outcomes old"]);
  });

  test("a comparison is no outcome", () => {
    expect(told('if (outcome == "a") b();\n', 'if (outcome === "c") b();\n').details).toEqual([]);
  });

  test("lines that were only moved to the right do not count", () => {
    const { changed } = told("a();\nb();\nc();\n", "if (x) {\n  a();\n  b();\n  c();\n}\n");
    expect(changed).toEqual([
      { kind: "added", text: "if (x) {" },
      { kind: "added", text: "}" },
    ]);
  });

  test("another indentation everywhere is one line", () => {
    const { title, changed } = told("a();\n  b();\n", "a();\n\n\tb();\n");
    expect(title).toBe("script Risk: only white space differs");
    expect(changed).toEqual([]);
  });
});
