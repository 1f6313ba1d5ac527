import { expect, test } from "vitest";
import { checkTogether, messagesIn } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const [decide, first, other] = nodeIds;
const value = (name: string, id: string, title: string, body: string) => {
  const whole = exportOf(
    {
      [decide]: {
        type: "ScriptedDecisionNode",
        connections: { next: successId },
        body: { script: id, outcomes: ["next"] },
      },
    },
    { scripts: { [id]: { _id: id, name: title, script: JSON.stringify(body) } } },
  );
  return { language: "json", text: JSON.stringify({ ...whole, tree: { ...(whole.tree as object), _id: name } }) };
};
const found = (...texts: Parameters<typeof checkTogether>[0]) => messagesIn("different-scripts", checkTogether(texts));

test("one id or one name with two bodies is reported", () => {
  expect(found(value("A", first, "Decide", "1"), value("B", first, "Decide", "2"))).toEqual([
    'Two different scripts have the id of "Decide"',
  ]);
  expect(found(value("A", first, "Decide", "1"), value("B", other, "Decide", "2"))).toEqual([
    'Two different scripts are called "Decide"',
  ]);
});

test("one script in several journeys, and two scripts of their own, are fine", () => {
  expect(found(value("A", first, "Decide", "1"), value("B", first, "Decide", "1"))).toEqual([]);
  expect(found(value("A", first, "Decide", "1"), value("B", other, "Choose", "2"))).toEqual([]);
});

test("another name does not part scripts with one id", () => {
  const helps = (id: string) =>
    checkTogether([value("A", first, "Decide", "1"), value("B", id, "Decide", "2")])
      .filter(({ code }) => code === "different-scripts")
      .map(({ help }) => help);
  expect(helps(first)).toEqual([
    "Give one of them an id of its own, also where nodes name it, or make them identical.",
  ]);
  expect(helps(other)).toEqual(["Rename one of them, or make them identical."]);
});
