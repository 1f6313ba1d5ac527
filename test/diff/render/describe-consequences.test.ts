import { expect, test } from "vitest";
import { plainStyle } from "../../../src/diagnostics/render/style.js";
import { compare } from "../../../src/diff/compare.js";
import { renderText } from "../../../src/diff/render/text.js";
import { readExport } from "../../../src/export-json/read/read-export.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { compareTexts } from "../../support/compare-texts.js";

/** The first line, and the consequences. */
function told(before: string, after: string): readonly string[] {
  const [first = "", ...others] = renderText(compareTexts(before, after).difference, plainStyle).split("\n");
  return [first, ...others.map((line) => line.trim()).filter((line) => line.startsWith("!"))];
}

const count = (name: string, next: string) => `node ${name}: IncrementLoginCount { -> ${next} }`;
const check = (onTrue: string, onFalse: string) =>
  `node Check: DataStoreDecision { true -> ${onTrue} false -> ${onFalse} }`;

test("steps that one path does without are one line", () => {
  const before = `journey J { start -> A ${count("A", "B")} ${count("B", "Check")} ${check("success", "failure")} }\n`;
  expect(told(before, `journey J { start -> Check ${check("success", "failure")} }\n`)).toEqual([
    "success no longer needs 2 nodes, 2 nodes removed, 1 arrow changed",
    "! success no longer needs A, B, which are gone: start → Check.true → success",
  ]);
});

test("nodes that cannot be reached any more are one line, and no finding besides", () => {
  const journey = (onFalse: string) =>
    `journey J { start -> Check ${check("success", onFalse)} ${count("A", "B")} ${count("B", "failure")} }\n`;
  expect(told(journey("A"), journey("failure"))).toEqual(["1 arrow changed", "! A, B can no longer be reached"]);
});

test("a check that is passed by another outcome says by which, and its path is shown once", () => {
  const limit = "node Limit: RetryLimitDecision { retryLimit: 3 Retry -> Check Reject -> failure }";
  const journey = (onFalse: string) => `journey J { start -> Check ${check("success", onFalse)} ${limit} }\n`;
  const [first, ...lines] = told(journey("Limit"), journey("success"));
  expect(first).toMatch(/^weakens password and lockout, .*, 1 new finding \(failure-goes-on\), 1 finding gone$/);
  expect(lines.slice(0, 2)).toEqual([
    "! password: Check leads to success by false now, before only by true: start → Check.false → success",
    "! lockout: new path to success past Limit, as above: Check.false",
  ]);
});

test("an outcome that led to success before is none by which success is reached now", () => {
  const journey = (locked: string, expired: string) => `journey J {
  start -> Check
  node Check: IdentityStoreDecision { TRUE -> success LOCKED -> ${locked} EXPIRED -> ${expired} else -> failure }
  ${count("Note", "success")}
}
`;
  expect(told(journey("failure", "Note"), journey("success", "success"))).toContainEqual(
    expect.stringMatching(/^! password: Check leads to success by LOCKED now, before only by TRUE or EXPIRED: /),
  );
});

test("the first line says that a journey is disabled or enabled", () => {
  const journey = (enabled: boolean) => `journey J { enabled: ${enabled} start -> A ${count("A", "success")} }\n`;
  expect(told(journey(true), journey(false))[0]).toBe("1 journey disabled, 1 setting changed");
  expect(told(journey(false), journey(true))[0]).toBe("1 journey enabled, 1 setting changed");
  const silent = JSON.stringify({
    trees: { J: { tree: { _id: "J", entryNodeId: "", nodes: {} }, nodes: {}, innerNodes: {} } },
  });
  const loud = silent.replace('"_id":"J"', '"_id":"J","enabled":true');
  const side = (text: string) => ({ model: readExport(new SourceFile("a.json", text), {}).model, findings: [] });
  const { difference } = compare(side(silent), side(loud), { layout: false });
  expect(renderText(difference, plainStyle).split("\n")[0]).toBe("1 setting changed");
});
