import { describe, expect, test } from "vitest";
import { checkExport, checkTexts, checkTogether, messagesIn } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";
import { runsInner, secondFactor } from "../../support/login-texts.js";

test("a journey that is not here is a warning in text", () => {
  const found = checkTexts(runsInner("Elsewhere")).filter(({ code }) => code === "unknown-inner-journey");
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    ["warning", 'Node "Step" runs journey "Elsewhere", which is not among those checked'],
  ]);
});

test("a journey that several journeys run is told once, with the other nodes as related places", () => {
  const texts = ["Login", "Other", "Third"].map((name) =>
    runsInner("Elsewhere").replace("journey Login", `journey ${name}`),
  );
  const found = checkTexts(...texts).filter(({ code }) => code === "unknown-inner-journey");
  expect(found.map(({ related }) => related.map(({ message }) => message))).toEqual([
    ["Step runs it too", "Step runs it too"],
  ]);
});

test("it is the same in an export", () => {
  const value = exportOf({
    [nodeIds[0]]: {
      type: "InnerTreeEvaluatorNode",
      connections: { true: successId, false: failureId },
      body: { tree: "Elsewhere" },
    },
  });
  const found = checkExport(value).filter(({ code }) => code === "unknown-inner-journey");
  expect(found.map(({ severity }) => severity)).toEqual(["warning"]);
});

test("one that is checked along, that lives elsewhere or that only the tenant knows is not reported", () => {
  expect(messagesIn("unknown-inner-journey", checkTexts(runsInner("Second Factor"), secondFactor("")))).toEqual([]);
  expect(messagesIn("unknown-inner-journey", checkTexts(runsInner("&{esv.inner}")))).toEqual([]);
  const text = { language: "journey", text: runsInner("Elsewhere") };
  const externalJourneys = new Set(["Elsewhere"]);
  expect(messagesIn("unknown-inner-journey", checkTogether([text], { externalJourneys }))).toEqual([]);
});

describe("a journey by its name in the text instead of its title", () => {
  const found = (tree: string, type = "InnerTreeEvaluator") => {
    const text = runsInner("Second Factor").replace('"Second Factor"', tree).replace("InnerTreeEvaluator", type);
    const all = checkTexts(text, secondFactor("")).filter(({ severity }) => severity !== "info");
    return all.map(({ code, help, fixes }) => ({ code, help, fixes: fixes.map(({ title }) => title) }));
  };

  test.each(["SecondFactor", '"SecondFactor"'])("%s is told with the title", (tree) => {
    const help = 'Write `"Second Factor"`, the title of journey `SecondFactor`.';
    expect(found(tree)).toEqual([{ code: "unknown-inner-journey", help, fixes: ['Write "Second Factor"'] }]);
  });

  test.each(["SecondFacter", '"SecondFactor.journey"'])("%s may be meant for it", (tree) => {
    expect(found(tree)).toEqual([{ code: "unknown-inner-journey", help: 'Did you mean "Second Factor"?', fixes: [] }]);
  });

  test("it is no type of a node", () => {
    const help =
      'It is a journey: write the type `InnerTreeEvaluator`, and `tree: "Second Factor"` in the braces of the node.';
    expect(found('"Second Factor"', "SecondFactor")).toEqual([{ code: "unknown-node-type", help, fixes: [] }]);
  });
});
