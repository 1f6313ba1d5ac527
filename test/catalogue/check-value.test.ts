import { describe, expect, test } from "vitest";
import { checkValue } from "../../src/catalogue/check-value.js";
import type { NodeProperty } from "../../src/catalogue/node-type.js";
import type { Json } from "../../src/text/json.js";

type Rules = Omit<NodeProperty, "name">;

/** The problems of a value, each as `pointer kind`. */
function problems(rules: Rules, value: Json): readonly string[] {
  return checkValue({ name: "p", ...rules }, value).map(({ pointer, problem }) => `${pointer} ${problem.kind}`.trim());
}

const string: Rules = { type: "string", required: true };
const whole: Rules = { type: "integer", required: true };
const list: Rules = { type: "array", required: true };
const map: Rules = { type: "object", required: true };

describe("checkValue", () => {
  test.each<[string, Rules, Json, readonly string[]]>([
    ["a text", string, "text", []],
    ["an empty text", string, "", []],
    ["an empty text where one must stand", { ...string, nonEmpty: true }, "", ["empty"]],
    ["a blank text where one must stand", { ...string, nonEmpty: true }, " ", ["empty"]],
    ["a secret that was blanked out", { ...string, nonEmpty: true, secret: true }, " ", []],
    [
      "a blank entry of a list that must have some",
      { ...list, items: "string", nonEmpty: true },
      ["a", ""],
      ["/1 empty"],
    ],
    ["a number for a text", string, 1, ["type"]],
    ["one of several words", { ...string, enum: ["A", "B"] }, "B", []],
    ["another word", { ...string, enum: ["A", "B"] }, "b", ["enum"]],
    [
      "an empty word where one must stand, of which there are some",
      { ...string, enum: ["A"], nonEmpty: true },
      "",
      ["enum"],
    ],
    ["true", { type: "boolean" }, true, []],
    ["a text for true", { type: "boolean" }, "true", ["type"]],
    ["a whole number", whole, -3, []],
    ["a whole number, written with a fraction of nothing", whole, 2.0, []],
    ["a broken number for a whole one", whole, 1.5, ["type"]],
    ["a broken number", { type: "number" }, 1.5, []],
    ["a text for a number", { type: "number" }, "1.5", ["type"]],
    ["the least", { ...whole, minimum: 3 }, 3, []],
    ["less than the least", { ...whole, minimum: 3 }, 2, ["minimum"]],
    ["the most", { ...whole, maximum: 3 }, 3, []],
    ["more than the most", { ...whole, maximum: 3 }, 4, ["maximum"]],
    ["what it must be more than", { ...whole, exclusiveMinimum: 0 }, 0, ["exclusiveMinimum"]],
    ["more than that", { ...whole, exclusiveMinimum: 0 }, 1, []],
    ["a number of several", { ...whole, enum: [1, 2] }, 2, []],
    ["another number", { ...whole, enum: [1, 2] }, 3, ["enum"]],
    ["a list of anything", list, [1, "two", null], []],
    ["a text for a list", list, "one", ["type"]],
    ["an object for a list", list, {}, ["type"]],
    ["a list that must not be empty", { ...list, nonEmpty: true }, [], ["empty"]],
    ["a list that is too short", { ...list, minItems: 2 }, ["one"], ["empty"]],
    ["a list of texts", { ...list, items: "string" }, ["one", 2, {}], ["/1 type", "/2 type"]],
    ["a list of words", { ...list, items: "string", enum: ["A"] }, ["A", "a"], ["/1 enum"]],
    ["a list of objects", { ...list, items: "object" }, [{}, "one", [], null], ["/1 type", "/2 type", "/3 type"]],
    ["an object of anything", map, { a: 1 }, []],
    ["a list for an object", map, [], ["type"]],
    ["an object that must not be empty", { ...map, nonEmpty: true }, {}, ["empty"]],
    ["texts by name", { ...map, map: "string" }, { a: "text", b: 1, "c/d": null }, ["/b type", "/c~1d type"]],
  ])("%s", (_what, rules, value, expected) => {
    expect(problems(rules, value)).toEqual(expected);
  });

  test.each([
    [whole, "&{esv.a}"],
    [whole, " &{esv.a|3} "],
    [{ type: "number" } as const, "&{esv.a}"],
    [{ type: "boolean" } as const, "&{esv.a}"],
  ])("takes a placeholder for what is no text in an object alone: %j, %s", (rules, value) => {
    expect(problems(rules, value)).toEqual(["type"]);
  });

  test("takes placeholders for any value, also inside of lists and maps", () => {
    for (const rules of [string, whole, list, map, { type: "boolean" } as const]) {
      expect(problems(rules, { $int: "&{esv.a}" })).toEqual([]);
    }
    for (const rules of [string, list, map]) expect(problems(rules, "&{esv.a}")).toEqual([]);
    expect(problems({ ...list, items: "object" }, ["&{esv.a}"])).toEqual([]);
    expect(problems({ ...map, map: "string" }, { a: { $string: "&{esv.a}" } })).toEqual([]);
  });

  test("takes null where the platform shows or takes it", () => {
    expect(problems(string, null)).toEqual(["type"]);
    expect(problems({ ...string, secret: true }, null)).toEqual([]);
    expect(problems({ ...string, default: "" }, null)).toEqual([]);
    expect(problems({ type: "string" }, null)).toEqual([]);
  });

  test("says nothing of a property that was only seen in exports", () => {
    expect(problems({ ...whole, observedOnly: true }, "text")).toEqual([]);
  });
});

describe("texts that hold something", () => {
  const score = { name: "score", type: "string", format: "decimal string", minimum: 0, maximum: 1 } as const;
  const elapsed = { name: "elapsedTime", type: "string", format: "duration text" } as const;
  const places = { name: "locations", type: "array", items: "string", format: "latitude,longitude" } as const;
  const policies = { name: "policiesJson", type: "string", format: "JSON text" } as const;

  test.each([
    [score, "0.25"],
    [score, ".5"],
    [score, " 1 "],
    [score, "&{esv.score}"],
    [score, ""],
    [elapsed, "7 days"],
    [elapsed, "90"],
    [places, ["48.2,16.4", "-33.9, 151.2"]],
    [policies, '{ "rules": [] }'],
  ] as const)("%o takes %o", (property, value) => {
    expect(checkValue(property, value)).toEqual([]);
  });

  test.each([
    [score, "half", "form"],
    [score, "50%", "form"],
    [score, "50", "maximum"],
    [score, "-0.5", "minimum"],
    [elapsed, "a week", "form"],
    [places, ["16.4;48.2"], "form"],
    [places, ["148.2,16.4"], "form"],
    [policies, "{ rules }", "form"],
  ] as const)("%o does not take %o", (property, value, kind) => {
    expect(checkValue(property, value).map(({ problem }) => problem.kind)).toEqual([kind]);
  });
});
