import { describe, expect, it } from "vitest";
import { anyText, printLiteralType } from "../../../src/write/machine/print-literal-type.js";
import { compileTypeScript } from "../../support/compile-typescript.js";

/** The text of \`const\` data and of its type, as a compiler compares them. */
function problemsOf(value: string, type: string): readonly string[] {
  const same = "(<T>() => T extends typeof value ? 1 : 2) extends (<T>() => T extends Printed ? 1 : 2) ? true : false";
  return compileTypeScript({
    "value.ts": `const value = ${value} as const;\ntype Printed = ${type};\nexport const isSame: ${same} = true;\n`,
  });
}

describe("printLiteralType", () => {
  it("prints the type that a compiler infers", () => {
    const value = { text: 'a "b"\n', list: [1, -1, true, null, [], {}], "a key": { nested: "x".repeat(90) } };
    expect(problemsOf(JSON.stringify(value), printLiteralType(value))).toEqual([]);
    expect(problemsOf(JSON.stringify({ ...value, text: "c" }), printLiteralType(value))).not.toEqual([]);
  });

  it("keeps the order of a map, quotes what is no name, and leaves out what is not there", () => {
    const map = new Map<string, unknown>([
      ["10", 1],
      ["2", undefined],
      ["a-b", anyText],
      ["__proto__", "x"],
    ]);
    expect(printLiteralType(map)).toBe('{ readonly "10": 1; readonly "a-b": string; readonly ["__proto__"]: "x" }');
  });

  it("breaks lines where they would be long", () => {
    expect(printLiteralType({ list: ["x".repeat(60), "y".repeat(60)] })).toBe(
      `{\n  readonly list: readonly [\n    "${"x".repeat(60)}",\n    "${"y".repeat(60)}",\n  ];\n}`,
    );
  });

  it("ends before a value is too deep for compilers", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 5000; depth++) deep = [deep];
    expect(printLiteralType(deep)).toMatch(/^(?:readonly \[\s*){41}any/);
  });
});
