import { describe, expect, test } from "vitest";
import { compare } from "../../src/diff/compare.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import { writeExport } from "../../src/export-json/write/write-export.js";
import { terminalIds } from "../../src/model/ids.js";
import { SourceFile } from "../../src/text/source-file.js";
import { sideOfText } from "../support/compare-texts.js";

const plain = `journey A {
  start -> Ask

  node Ask: UsernameCollector {
    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;
/** A node more, before all others: the compiler computes other positions for everything behind it. */
const longer = plain.replace(
  "start -> Ask\n",
  "start -> First\n\n  node First: UsernameCollector {\n    -> Second\n  }\n\n  node Second: PasswordCollector {\n    -> Ask\n  }\n",
);
const placed = (text: string, lines: string) => text.replace(/\}\n$/, `\n  layout {\n${lines}\n  }\n}\n`);

/** The export of a text, with some positions changed as by dragging in the admin UI. */
function exportOf(text: string, dragged: readonly string[] = []) {
  const [journey] = sideOfText(text).model.journeys;
  const json = journey === undefined ? "" : writeExport(journey).text;
  const moved = dragged.reduce((result, key) => {
    const tree = JSON.parse(result);
    const { nodes, staticNodes } = tree.trees.A.tree;
    const named = Object.values<{ displayName: string }>(nodes).find(({ displayName }) => displayName === key);
    Object.assign(named ?? staticNodes[key], { x: 900, y: 70 });
    return JSON.stringify(tree);
  }, json);
  const { model } = readExport(new SourceFile("a.json", moved), {});
  return { model: { ...model, scenarios: [] }, findings: [] };
}

type Side = ReturnType<typeof sideOfText>;

function moves(before: Side, after: Side): readonly string[] {
  const { journeys } = compare(before, after, { layout: true }).difference;
  return journeys.flatMap((journey) =>
    journey.kind === "journey-changed"
      ? journey.changes.flatMap((each) => (each.kind === "placed" ? [`${each.what} ${each.after}`] : []))
      : [],
  );
}

describe("moves are told that somebody made", () => {
  test.each<[string, Side, Side, readonly string[]]>([
    ["not those of a text that places nothing", sideOfText(plain), sideOfText(longer), []],
    ["a line in the text", sideOfText(plain), sideOfText(placed(plain, "    Check 900, 70")), ["Check 900, 70"]],
    [
      "another line in the text, though everything else moves with it",
      sideOfText(placed(plain, "    Ask 300, 300")),
      sideOfText(placed(longer, "    Ask 310, 300")),
      ["Ask 310, 300"],
    ],
    ["not those between two builds", exportOf(plain), exportOf(longer), []],
    ["not those between a build and the text", exportOf(plain), sideOfText(longer), []],
    ["a node that was dragged in the admin UI", exportOf(plain), exportOf(plain, ["Check"]), ["Check 900, 70"]],
    ["an end that was dragged", exportOf(plain), exportOf(plain, [terminalIds.success]), ["success 900, 70"]],
  ])("%s", (_name, before, after, expected) => {
    expect(moves(before, after)).toEqual(expected);
  });
});
