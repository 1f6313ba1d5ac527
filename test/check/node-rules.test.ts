import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { CheckMemory } from "../../src/check/check-memory.js";
import { nodeRule } from "../../src/check/rule.js";
import type { Model } from "../../src/model/model.js";
import { bindText } from "../support/read-project.js";

const { model } = bindText(`journey J {
  start -> P
  page P { node A: UsernameCollector
 node B: PasswordCollector
 -> B2 }
  node B2: DataStoreDecision { true -> success false -> failure }
}`);

/** A rule that takes each node whose name begins with a B for empty, and what it has searched. */
function emptyB(isEmpty = true) {
  const searched: string[] = [];
  const rule = nodeRule("empty-page", "proves", ({ name, namePlace }) => {
    searched.push(name);
    return name.startsWith("B") ? [() => (isEmpty ? { at: namePlace, args: { page: name } } : undefined)] : [];
  });
  return { rule, searched };
}

/** The same nodes in a journey that is another object, as after each edit. */
const again = (): Model => ({ ...model, journeys: model.journeys.map((journey) => ({ ...journey })) });

test("from the second version of a journey on, nodes in which nothing was found are not searched again", () => {
  const { rule, searched } = emptyB();
  const memory = new CheckMemory();
  const first = check(model, [rule], { memory });
  expect(first.map(({ place }) => place.source.slice(place.range))).toEqual(["B", "B2"]);
  for (const _ of [2, 3]) expect(check(again(), [rule], { memory })).toEqual(first);
  expect(searched).toEqual(["P", "A", "B", "B2", "P", "A", "B", "B2", "B", "B2"]);
  const [journey] = model.journeys;
  const moved = { ...model, journeys: [{ ...journey!, nodes: journey!.nodes.toReversed() }] };
  expect(check(moved, [rule], { memory })).toHaveLength(2);
  expect(searched.slice(10)).toEqual(["B2", "P", "A", "B"]);
});

test("what was found in a node is decided anew by its journey, and does not make the node quiet", () => {
  const { rule, searched } = emptyB(false);
  const memory = new CheckMemory();
  for (const each of [model, again(), again()]) expect(check(each, [rule], { memory })).toEqual([]);
  expect(searched.slice(8)).toEqual(["B", "B2"]);
});

test("a node of an incomplete journey is not quiet, since some rules are not run", () => {
  const { rule, searched } = emptyB();
  const other = nodeRule("empty-text", "proves", () => [], { evenIfIncomplete: true });
  const memory = new CheckMemory();
  for (const each of [model, again()])
    expect(check(each, [rule, other], { memory, incomplete: new Set(each.journeys) })).toEqual([]);
  expect(searched).toEqual([]);
  for (const _ of [3, 4]) expect(check(again(), [rule, other], { memory })).toHaveLength(2);
  expect(searched).toEqual(["P", "A", "B", "B2", "B", "B2"]);
});

test("without a memory, all nodes are searched each time", () => {
  const { rule, searched } = emptyB();
  for (const each of [model, model]) check(each, [rule], {});
  expect(searched).toHaveLength(8);
});
