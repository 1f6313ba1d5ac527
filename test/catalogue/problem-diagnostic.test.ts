import { describe, expect, test } from "vitest";
import { problemDiagnostic } from "../../src/catalogue/problem-diagnostic.js";
import type { ValueProblem } from "../../src/catalogue/value-problem.js";
import type { Json } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";

function shown(problem: ValueProblem, found: Json, pointer = "") {
  const place = { source: new SourceFile("x.journey", ""), range: { start: 0, end: 0 } };
  const { code, message, help } = problemDiagnostic({ property: "size", pointer, found, problem }, place);
  return { code, message, help };
}

describe("problemDiagnostic", () => {
  test.each<[ValueProblem, Json, string, string, string]>([
    [
      { kind: "type", expected: "boolean" },
      "yes",
      "",
      "wrong-value-type",
      '"size" must be true or false, not the text "yes"',
    ],
    [{ kind: "type", expected: "string" }, 3, "/1", "wrong-value-type", '"size[1]" must be a text, not 3'],
    [{ kind: "type", expected: "string" }, 3, "/de", "wrong-value-type", '"size.de" must be a text, not 3'],
    [{ kind: "type", expected: "array" }, null, "", "wrong-value-type", '"size" must be a list, not null'],
    [{ kind: "enum", allowed: ["A", "B"] }, "C", "", "value-not-allowed", '"size" cannot be "C"'],
    [{ kind: "minimum", limit: 6 }, 5, "", "value-out-of-range", '"size" must be at least 6, not 5'],
    [{ kind: "maximum", limit: 9 }, 10, "", "value-out-of-range", '"size" must be at most 9, not 10'],
    [{ kind: "exclusiveMinimum", limit: 0 }, 0, "", "value-out-of-range", '"size" must be more than 0, not 0'],
    [{ kind: "empty" }, "", "", "empty-value", '"size" must not be an empty text'],
    [{ kind: "empty" }, [], "", "empty-value", '"size" must not be an empty list'],
    [{ kind: "empty" }, {}, "", "empty-value", '"size" must not be an empty object'],
  ])("says %j of %j in words", (problem, found, pointer, code, message) => {
    expect(shown(problem, found, pointer)).toMatchObject({ code, message });
  });

  test("teaches what may stand there", () => {
    expect(shown({ kind: "enum", allowed: ["A", "B"] }, "C").help).toBe('Use one of "A", "B".');
  });
});
