import { describe, expect, test } from "vitest";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const withNode = (type: string, members: string) =>
  `journey J {\n  start -> N\n\n  node N: ${type} {\n    ${members}\n  }\n}\n`;
const message = (members: string) => withNode("MessageNode", members);
const reports = (text: string) => bindReports(text);

/** The values that the author gives. */
function given(text: string, defaultLocale = "en") {
  const node = bindText(text, { defaultLocale }).model.journeys[0]?.nodes[0];
  const explicit = [...(node?.properties ?? [])].filter(([, setting]) => setting.explicit);
  return Object.fromEntries(explicit.map(([name, { value }]) => [name, value]));
}

describe("a localised text", () => {
  test.each([
    ['message: "a"', { en: "a" }],
    ['message.de: "b"', { de: "b" }],
    ['message: "a" message.de: "b" message.fr: "c"', { en: "a", de: "b", fr: "c" }],
    ['message: { en: "a", de: "b" }', { en: "a", de: "b" }],
    ['message: { en: "a" } message.de: "b"', { en: "a", de: "b" }],
    ['message.de: "b" message: { en: "a" }', { en: "a", de: "b" }],
    ['message: "&{esv.text}"', "&{esv.text}"],
    ['message: "a &{esv.text}"', { en: "a &{esv.text}" }],
  ])("%s", (written, value) => {
    expect(given(message(written))).toEqual({ message: value });
    expect(reports(message(written))).toEqual([]);
  });

  test("stands in the default locale", () => {
    expect(given(message('message: "a"'), "fr")).toEqual({ message: { fr: "a" } });
  });

  test.each([
    ['message: "a" message: "b"', "message", '"message" is given twice', { en: "a" }],
    ['message.de: "a" message.de: "b"', "message", '"message.de" is given twice', { de: "a" }],
    ['message: "a" message.en: "b"', "message", '"message.en" is given twice', { en: "a" }],
    ['message: { de: "a" } message.de: "b"', "message", '"message.de" is given twice', { de: "a" }],
  ])("given twice is reported, and the first one holds: %s", (written, at, text, value) => {
    expect(reports(message(written))).toMatchObject([{ code: "duplicate-property", at, message: text }]);
    expect(given(message(written))).toEqual({ message: value });
  });

  test("of the wrong kind is reported at the text of its locale", () => {
    expect(reports(message('message: "a" message.de: 5'))).toMatchObject([{ code: "wrong-value-type", at: "5" }]);
    expect(reports(message('message: { en: "a", de: 5 }'))).toMatchObject([{ code: "wrong-value-type", at: "5" }]);
    expect(reports(message("message.de: word")).map(({ code }) => code)).toEqual(["misplaced-word"]);
  });

  test("of a type whose properties are not known is an object of locales only with a locale", () => {
    const unknown = (members: string) => given(withNode('"x-type"', members));
    expect(unknown('a: "x"')).toEqual({ a: "x" });
    expect(unknown('a.de: "x"')).toEqual({ a: { de: "x" } });
    expect(unknown('a: "x" a.de: "y"')).toEqual({ a: { en: "x", de: "y" } });
  });

  test("where the property has no locales is reported for each, and left out", () => {
    const text = withNode("AccountLockout", 'lockAction: "LOCK" lockAction.de: "x" lockAction.fr: "y"');
    expect(reports(text)).toMatchObject([
      {
        code: "misplaced-locale",
        at: ".de",
        message: '"lockAction" is not a localised text, so it has no "de"',
      },
      { code: "misplaced-locale", message: '"lockAction" is not a localised text, so it has no "fr"' },
    ]);
    expect(given(text)).toEqual({ lockAction: "LOCK" });
  });
});

describe("`absent`", () => {
  test("leaves a default out", () => {
    const { model } = bindText(withNode("AccountLockout", "lockAction: absent"));
    expect(model.journeys[0]?.nodes[0]?.properties.size).toBe(0);
  });

  test("stands for a property that must be given", () => {
    const inner = (members: string) => withNode("InnerTreeEvaluator", members);
    expect(reports(inner(""))).toMatchObject([
      { code: "missing-property", at: "N", message: 'Node "N" needs the property "tree"' },
    ]);
    expect(reports(inner("tree: absent"))).toEqual([]);
  });

  test("inside a value is reported", () => {
    expect(reports(withNode("ScriptedDecision", "outcomes: [absent]"))).toMatchObject([
      { code: "misplaced-absent", at: "absent", message: '"outcomes" cannot be absent' },
    ]);
  });
});

describe("a property that the type does not have", () => {
  test.each([
    ["messag: {}", "`message`", "message"],
    ['message-de: "x"', "`message.de`", "message.de"],
    ['message_pt_BR: "x"', "`message.pt_BR`", "message.pt_BR"],
    ['messageYes-fr: "x"', "`messageYes.fr`", "messageYes.fr"],
  ])("%s is reported with the right one", (written, name, fix) => {
    const expected = { code: "unknown-property", severity: "warning", help: `Did you mean ${name}?`, fixes: [fix] };
    expect(reports(message(written))).toMatchObject([expected]);
  });

  test("is found by the end of a name, where only one name ends so", () => {
    const page = (members: string) =>
      `journey J {\n  start -> P\n\n  page P {\n    ${members}\n    node A: UsernameCollector\n  }\n}\n`;
    expect(bindReports(page('description: "x"'))).toMatchObject([{ fixes: ["pageDescription"] }]);
    expect(bindReports(page('ge: "x"'))).toMatchObject([{ code: "unknown-property", fixes: [] }]);
  });

  test("is kept", () => expect(given(message("other: [1]"))).toEqual({ other: [1] }));

  test("is no news where the catalogue does not know all of them", () => {
    expect(reports(withNode("AutonomousAccessSignal", "other: 1")).map(({ at }) => at)).not.toContain("other");
  });
});

test.each(["_id", "_rev"])("%s cannot be set, and is not", (name) => {
  expect(reports(message(`${name}: "x"`))).toMatchObject([{ code: "reserved-setting", at: name }]);
  expect(given(message(`${name}: "x"`))).toEqual({});
});

test("`_outcomes` and `_type` replace what is derived, and are no properties", () => {
  const text = withNode(
    "AccountLockout",
    '_outcomes: [{ id: "a" }, { id: "b", displayName: "B" }] _type: { _id: "x" } b -> success',
  );
  const node = bindText(text).model.journeys[0]?.nodes[0];
  expect(reports(text)).toEqual([]);
  expect(given(text)).toEqual({});
  expect([...(node?.bodyOverrides.keys() ?? [])]).toEqual(["_outcomes", "_type"]);
  expect(node?.outcomes).toEqual([
    { id: "a", displayName: "a", outcome: "a", child: undefined },
    { id: "b", displayName: "B", outcome: "b", child: undefined },
  ]);
  expect(node?.connections.map(({ outcomeId }) => outcomeId)).toEqual(["b"]);
});

describe("an arrow with a colon", () => {
  test("is reported with the arrow", () => {
    expect(reports(message("true: success"))).toMatchObject([
      { code: "colon-for-arrow", at: "true: success", fixes: [" -> "] },
    ]);
    expect(given(message("true: success"))).toEqual({});
    expect(reports(withNode('"x-type"', "next: N")).map(({ code }) => code)).toEqual([
      "colon-for-arrow",
      "unknown-node-type",
    ]);
  });

  test("is none where the property exists, has a locale, or names neither a node nor an end", () => {
    expect(reports(message("message: N")).map(({ code }) => code)).toEqual(["misplaced-word"]);
    expect(reports(message("other.de: N")).map(({ code }) => code)).not.toContain("colon-for-arrow");
    expect(reports(message("true: Gone")).map(({ code }) => code)).not.toContain("colon-for-arrow");
  });
});
