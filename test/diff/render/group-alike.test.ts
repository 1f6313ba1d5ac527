import { describe, expect, test } from "vitest";
import type { Change, NodeLabel } from "../../../src/diff/difference.js";
import { describeChanges } from "../../../src/diff/render/group-alike.js";

const node = (name: string): NodeLabel => ({ name, title: name, type: "PageNode", page: undefined });
const names = (count: number) => Array.from({ length: count }, (_, index) => `N${index + 1}`);
const setting = (name: string, after: string, scripts?: { before?: string; after?: string }): Change => ({
  kind: "node-setting",
  node: node(name),
  change: { path: ["stage"], before: "old", after },
  isText: false,
  ...(scripts === undefined ? {} : { scripts }),
});
const wired = (name: string, after: string | undefined): Change => ({
  kind: "outcome-rewired",
  node: node(name),
  outcome: "true",
  before: "Old",
  after,
});

function told(changes: readonly Change[]): readonly string[] {
  return describeChanges(changes).flatMap(({ sign, pieces, details }) => [
    `${sign} ${pieces.map(({ text }) => text).join("")}`,
    ...details.map((detail) => `  ${detail.map(({ text }) => text).join("")}`),
  ]);
}

describe("one change of several nodes", () => {
  test("is one line from three nodes on", () => {
    expect(told(names(2).map((name) => setting(name, "new")))).toEqual([
      '~ N1: stage: "old" → "new"',
      '~ N2: stage: "old" → "new"',
    ]);
    expect(told(names(3).map((name) => setting(name, "new")))).toEqual([
      '~ 3 nodes (N1, N2, N3): stage: "old" → "new"',
    ]);
  });

  test("names the first ones and counts the others", () => {
    expect(told(names(20).map((name) => setting(name, "new")))).toEqual([
      '~ 20 nodes (N1, N2, N3, N4, N5, N6, N7, N8 and 12 more): stage: "old" → "new"',
    ]);
  });

  test("another value is another change", () => {
    expect(told(names(4).map((name, index) => setting(name, `new${index % 2}`)))).toHaveLength(4);
  });

  test("scripts are told by their titles", () => {
    const scripts = { before: "Risk", after: "Risk 2" };
    expect(told(names(3).map((name, index) => setting(name, `id${index}`, scripts)))).toEqual([
      '~ 3 nodes (N1, N2, N3): stage: "Risk" → "Risk 2"',
    ]);
  });

  test("arrows that lead elsewhere together", () => {
    expect(told(names(3).map((name) => wired(name, "New")))).toEqual([
      "~ 3 arrows lead to New, led to Old",
      "  N1.true, N2.true, N3.true",
    ]);
    expect(told(names(3).map((name) => wired(name, undefined)))).toEqual([
      "- 3 arrows lead nowhere, led to Old",
      "  N1.true, N2.true, N3.true",
    ]);
  });
});
