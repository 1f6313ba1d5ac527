import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/text/json.js";
import { printLiteral, printText, quoteLines } from "../../../src/write/machine/print-literal.js";
import { hostileText } from "../../support/hostile-text.js";

/** The value that a JavaScript engine gives an expression. */
function evaluate(expression: string): unknown {
  return new Function(`"use strict"; return (${expression});`)();
}

const anyText = fc.array(hostileText, { maxLength: 4 }).map((parts) => parts.join("\n"));
const anyJson = fc.jsonValue({ depthSize: "medium" }).map((value) => value as Json);

describe("quoteText and quoteLines", () => {
  it("mean the text, whatever is in it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(evaluate(printText(text))).toBe(text);
        expect(evaluate(quoteLines(text))).toBe(text);
      }),
    );
  });

  it("keep lines readable", () => {
    expect(quoteLines('a = "b";\nc')).toBe('`a = "b";\nc`');
    expect(quoteLines("one line")).toBe('"one line"');
  });

  it("show what would be unseen", () => {
    expect(printText("a\u202eb\u2028\ufeff\u0085")).toBe('"a\\u202eb\\u2028\\ufeff\\u0085"');
    expect(quoteLines("\r\n\u202e")).toBe("`\\u000d\n\\u202e`");
  });
});

describe("printLiteral", () => {
  it("means the value", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(evaluate(printLiteral(value))).toEqual(value);
      }),
    );
  });

  it("keeps __proto__ a key like others, and the sign of zero", () => {
    const value = JSON.parse('{"__proto__": {"__proto__": -0}}') as Json;
    const read = evaluate(printLiteral(value)) as object;
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(read)).toEqual(["__proto__"]);
    expect(printLiteral(value)).toContain("-0");
  });

  it("writes deep values as JSON text", () => {
    let deep: Json = JSON.parse('{"__proto__": 1}') as Json;
    for (let depth = 0; depth < 100; depth++) deep = [deep];
    expect(printLiteral(deep)).toMatch(/^JSON\.parse\("\[\[/);
    expect(evaluate(printLiteral(deep))).toEqual(deep);
  });
});
