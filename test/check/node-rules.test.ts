import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { CheckMemory } from "../../src/check/check-memory.js";
import { nodeRule } from "../../src/check/rule.js";
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

test("nodes in which nothing was found are not searched again, in whichever journey they are", () => {
  const { rule, searched } = emptyB();
  const memory = new CheckMemory();
  const copy = { ...model, journeys: model.journeys.map((journey) => ({ ...journey })) };
  const first = check(model, [rule], { memory });
  expect(first.map(({ place }) => place.source.slice(place.range))).toEqual(["B", "B2"]);
  expect(searched).toEqual(["P", "A", "B", "B2"]);
  expect(check(copy, [rule], { memory })).toEqual(first);
  expect(searched.slice(4)).toEqual(["B", "B2"]);
});

test("what was found in a node is decided anew by its journey, and does not make the node quiet", () => {
  const { rule, searched } = emptyB(false);
  const memory = new CheckMemory();
  const copy = { ...model, journeys: model.journeys.map((journey) => ({ ...journey })) };
  for (const each of [model, copy]) expect(check(each, [rule], { memory })).toEqual([]);
  expect(searched).toEqual(["P", "A", "B", "B2", "B", "B2"]);
});

test("a node is quiet only when no rule has found anything in it, even one that an incomplete journey skips", () => {
  const { rule, searched } = emptyB();
  const other = nodeRule("empty-text", "proves", () => [], { evenIfIncomplete: true });
  const memory = new CheckMemory();
  expect(check(model, [rule, other], { memory, incomplete: new Set(model.journeys) })).toEqual([]);
  expect(searched).toEqual(["P", "A", "B", "B2"]);
  const copy = { ...model, journeys: model.journeys.map((journey) => ({ ...journey })) };
  expect(check(copy, [rule, other], { memory })).toHaveLength(2);
});

test("without a memory, all nodes are searched each time", () => {
  const { rule, searched } = emptyB();
  for (const each of [model, model]) check(each, [rule], {});
  expect(searched).toHaveLength(8);
});
