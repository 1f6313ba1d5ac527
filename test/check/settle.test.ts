import { expect, test } from "vitest";
import { settle, settleByFile } from "../../src/check/settle.js";
import { SettleMemory } from "../../src/check/settle-memory.js";
import { createDiagnostic, type Diagnostic, type Place } from "../../src/diagnostics/diagnostic.js";
import { SourceFile } from "../../src/text/source-file.js";

const [a, b, c] = ["a.journey", "b.journey", "c.journey"].map((path) => new SourceFile(path, "0123456789".repeat(3)));
const at = (source: SourceFile | undefined, start: number): Place => ({
  source: source as SourceFile,
  range: { start, end: start + 2 },
});
const lost = (place: Place, ...restsOn: readonly Place[]) =>
  createDiagnostic("unreachable-node", place, { name: "A", others: 0 }, { restsOn });
const options = { parsed: [], causes: [], severities: undefined, allRulesRan: true };
const shown = (found: readonly Diagnostic[]) => found.map(({ place }) => `${place.source.path} ${place.range.start}`);

test("findings are sorted by file and by place", () => {
  const found = [lost(at(b, 4)), lost(at(a, 9)), lost(at(b, 1)), lost(at(a, 3))];
  expect(shown(settle(found, options))).toEqual(["a.journey 3", "a.journey 9", "b.journey 1", "b.journey 4"]);
});

test("with a memory, a file about which nothing is new has the same list as before", () => {
  const memory = new SettleMemory();
  const [ofA, ofB] = [lost(at(a, 3)), [lost(at(b, 4)), lost(at(b, 1))]];
  const before = settleByFile([ofA, ...ofB], { ...options, memory });
  const now = settleByFile([lost(at(a, 5)), ...ofB], { ...options, memory });
  expect(now.get("b.journey")).toBe(before.get("b.journey"));
  expect(shown(now.get("a.journey") ?? [])).toEqual(["a.journey 5"]);
});

test("a file that is gone and comes back is settled anew", () => {
  const memory = new SettleMemory();
  const found = [lost(at(a, 3))];
  const before = settleByFile(found, { ...options, memory }).get("a.journey");
  expect(settleByFile([], { ...options, memory }).size).toBe(0);
  expect(settleByFile(found, { ...options, memory }).get("a.journey")).not.toBe(before);
});

test("what rests on another file follows what is found there, though nothing is new in its own", () => {
  const memory = new SettleMemory();
  const resting = lost(at(a, 3), at(b, 1));
  const alone = lost(at(c, 1));
  const found = (...ofB: readonly Diagnostic[]) =>
    shown([...settleByFile([resting, alone, ...ofB], { ...options, memory }).values()].flat());
  expect(found()).toEqual(["a.journey 3", "c.journey 1"]);
  expect(found(lost(at(b, 1)))).toEqual(["b.journey 1", "c.journey 1"]);
  expect(found(lost(at(b, 9)))).toEqual(["a.journey 3", "b.journey 9", "c.journey 1"]);
  expect(found()).toEqual(["a.journey 3", "c.journey 1"]);
});
