import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnyMachine } from "../../../src/runtime/machine.js";
import { choosePaths } from "../../../src/scenarios/generate/choose-paths.js";

/** A machine of arrows: `A.x` leads to `B`. */
function machine(initial: string, arrows: Readonly<Record<string, Readonly<Record<string, string>>>>): AnyMachine {
  const states = Object.entries(arrows).map(([name, on]) => [name, { on, meta: {} }] as const);
  const ends = { success: { type: "final" }, failure: { type: "final" } };
  return {
    id: "J",
    initial,
    meta: { settings: {}, scripts: [] },
    states: { ...Object.fromEntries(states), ...ends },
  } as never;
}

const shown = (each: AnyMachine, isCovered = (_: { node: string; outcome: string }) => false) =>
  choosePaths(each, isCovered).map((path) => {
    const { steps, end } = path();
    return [...steps.map(({ node, outcome }) => `${node}.${outcome}`), end].join(" ");
  });

test("every outcome is taken, by the shortest way or along with a later one", () => {
  const each = machine("A", { A: { yes: "B", no: "failure" }, B: { yes: "success", retry: "A", no: "failure" } });
  expect(shown(each)).toEqual(["A.yes B.yes success", "A.yes B.retry A.no failure", "A.yes B.no failure"]);
});

test("what is covered is left out, and so is what has no end", () => {
  const each = machine("A", {
    A: { yes: "B", no: "failure", lost: "Lost" },
    B: { on: "success" },
    Lost: { round: "Lost" },
  });
  expect(shown(each, ({ outcome }) => outcome === "no")).toEqual(["A.yes B.on success"]);
});

test("a journey that begins at its end has no paths", () => {
  expect(shown(machine("failure", {}))).toEqual([]);
});

test("paths follow the arrows from the start to an end, and cover all that can come to one", () => {
  const target = fc.constantFrom("A", "B", "C", "D", "success", "failure");
  const arrows = fc.dictionary(fc.constantFrom("x", "y", "z"), target, { noNullPrototype: true });
  fc.assert(
    fc.property(fc.record({ A: arrows, B: arrows, C: arrows, D: arrows }, { noNullPrototype: true }), (table) => {
      const taken = new Set<string>();
      for (const path of choosePaths(machine("A", table), () => false)) {
        const { steps, end } = path();
        let at = "A";
        for (const { node, outcome } of steps) {
          expect(node).toBe(at);
          at = (table[node as "A"] as Record<string, string>)[outcome] ?? "nowhere";
          taken.add(`${node}.${outcome}`);
        }
        expect(at).toBe(end);
      }
      const reached = closure(["A"], (node) => Object.values(table[node as "A"] ?? {}));
      const ending = (from: string) => closure([from], (node) => Object.values(table[node as "A"] ?? {})).some(isEnd);
      for (const node of reached.filter((each) => !isEnd(each))) {
        for (const [outcome, to] of Object.entries(table[node as "A"])) {
          expect(taken.has(`${node}.${outcome}`)).toBe(ending(to));
        }
      }
    }),
  );
});

function closure(from: readonly string[], next: (node: string) => readonly string[]): readonly string[] {
  const seen = new Set(from);
  for (const node of seen) if (!isEnd(node)) for (const each of next(node)) seen.add(each);
  return [...seen];
}

function isEnd(node: string): boolean {
  return node === "success" || node === "failure";
}
