import { expect, test } from "vitest";
import { matchJourneys } from "../../../src/diff/match/match-journeys.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { bindSources } from "../../support/read-project.js";

/** A journey with nodes under ids of these numbers. */
function journey(name: string, ids: readonly number[], title = name): string {
  const nodes = ids.map((id) => `node N${id}: UsernameCollector { -> success }`).join("\n");
  const places = ids.map((id) => `N${id} 1, 1 "11111111-2222-4333-8444-5555555555${id}"`).join("\n");
  return `journey ${name} "${title}" {\n start -> N${ids[0]}\n ${nodes}\n layout {\n ${places}\n }\n}`;
}

function match(before: readonly string[], after: readonly string[]): readonly string[] {
  const [left, right] = [before, after].map(
    (texts) => bindSources(texts.map((text, index) => new SourceFile(`${index}.journey`, text))).model,
  );
  return [...matchJourneys(left!, right!).entries()].map(([one, other]) => `${one.id} is ${other.id}`).sort();
}

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ["by id", [journey("A", [10]), journey("B", [20])], [journey("B", [10]), journey("A", [20])], ["A is A", "B is B"]],
  [
    "by id, whatever they are called",
    [journey("A", [10], "X"), journey("B", [20], "Y")],
    [journey("C", [30], "X"), journey("D", [40], "Z")],
    ["X is X"],
  ],
  [
    "by name, whatever their ids are",
    [journey("A", [10], "X"), journey("B", [20], "Y")],
    [journey("A", [30], "Z"), journey("C", [40], "W")],
    ["X is Z"],
  ],
  [
    "by most of their nodes",
    [journey("A", [10, 11, 12]), journey("B", [20, 21])],
    [journey("C", [20, 21]), journey("D", [10, 11, 13])],
    ["A is D", "B is C"],
  ],
  [
    "not by half of their nodes",
    [journey("A", [10, 11]), journey("B", [20])],
    [journey("C", [10, 12]), journey("D", [30])],
    [],
  ],
  [
    "not by the nodes of another one that is found already",
    [journey("A", [10, 11]), journey("B", [20])],
    [journey("B", [10, 11]), journey("C", [30])],
    ["B is B"],
  ],
  ["a single one is the other under a new name", [journey("A", [10])], [journey("B", [20])], ["A is B"]],
  [
    "two are not the others under new names",
    [journey("A", [10]), journey("B", [20])],
    [journey("C", [30]), journey("D", [40])],
    [],
  ],
  ["of two, one is not the only one left", [journey("A", [10]), journey("B", [20])], [journey("C", [30])], []],
  ["one is not the only one left of two", [journey("C", [30])], [journey("A", [10]), journey("B", [20])], []],
  ["nothing there", [journey("A", [10])], [], []],
])("%s", (_what, before, after, expected) => {
  expect(match(before, after)).toEqual(expected);
});
