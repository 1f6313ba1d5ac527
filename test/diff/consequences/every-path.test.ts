import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../../src/diff/compare.js";
import type { Consequence } from "../../../src/diff/difference.js";
import { sideOfText } from "../../support/compare-texts.js";

/**
 * Compares the consequences with an oracle that follows every path of small random journeys. It knows nothing of
 * dominators, components or matching: nodes of both versions are the same where they have the same name.
 */
type Arrow = readonly [outcome: string, target: string];

/** The arrows of each node by its name; `start` has one without an outcome. Nodes called `L…` limit attempts. */
type Sketch = ReadonlyMap<string, readonly Arrow[]>;

const names = ["A", "B", "C", "D", "E", "F", "G", "L1", "H", "I", "J", "L2"];

const sketches = fc
  .record({
    size: fc.integer({ min: 1, max: names.length }),
    targets: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    edits: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
  })
  .map(({ size, targets, edits }) => {
    const used = names.slice(0, size);
    const ends = [...used, "success", "failure"];
    let next = 0;
    const target = () => ends[(targets[next++] ?? 0) % ends.length] ?? "success";
    const before = new Map<string, Arrow[]>([["start", [["", target()]]]]);
    for (const name of used) {
      const outcomes = name.startsWith("L") ? ["Retry", "Reject"] : ["a", "b", "c"].slice(0, 2 + (next % 2));
      before.set(
        name,
        outcomes.map((outcome) => [outcome, target()]),
      );
    }
    return { before, after: edits.reduce((sketch, edit) => edited(sketch, edit), before as Sketch) };
  });

/** Another target for one arrow, or a node less whose arrows lead to where its first one led. */
function edited(sketch: Sketch, [kind, which, where]: readonly [number, number, number]): Sketch {
  const all = [...sketch.keys()];
  const ends = [...all.slice(1), "success", "failure"];
  const node = all[which % all.length] ?? "start";
  if (kind % 3 === 0 && node !== "start") {
    const heir = sketch.get(node)?.find(([, target]) => target !== node)?.[1] ?? "failure";
    const left = [...sketch].filter(([name]) => name !== node);
    return new Map(
      left.map(([name, arrows]) => [
        name,
        arrows.map(([outcome, target]): Arrow => [outcome, target === node ? heir : target]),
      ]),
    );
  }
  const arrows = sketch.get(node) ?? [];
  const index = where % arrows.length;
  const target = ends[(where + kind) % ends.length] ?? "success";
  const changed = arrows.map((arrow, at): Arrow => (at === index ? [arrow[0], target] : arrow));
  return new Map([...sketch].map(([name, list]) => [name, name === node ? changed : list]));
}

function textOf(sketch: Sketch): string {
  const nodes = [...sketch].filter(([name]) => name !== "start");
  const lines = nodes.map(([name, arrows]) => {
    const outcomes = arrows.map(([outcome]) => `"${outcome}"`).join(", ");
    const head = name.startsWith("L")
      ? "RetryLimitDecision {"
      : `ScriptedDecision { script: "${name}" outcomes: [${outcomes}]`;
    return `node ${name}: ${head}\n${arrows.map(([outcome, target]) => `${outcome} -> ${target}`).join("\n")}\n}`;
  });
  return `journey J {\nstart -> ${sketch.get("start")?.[0]?.[1]}\n${lines.join("\n")}\n}\n`;
}

/** Every path without a repeated node from a node to an end, as the names that it passes. */
function pathsTo(sketch: Sketch, from: string, end: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  const walk = (path: readonly string[]) => {
    const at = path.at(-1) ?? from;
    if (at === end) found.push([...path]);
    for (const [, target] of sketch.get(at) ?? []) if (!path.includes(target)) walk([...path, target]);
  };
  walk([from]);
  return found;
}

/** The nodes on every path to success, without the first; `undefined` where there is no path. */
function needed(sketch: Sketch, from: string): ReadonlySet<string> | undefined {
  const [first, ...others] = pathsTo(sketch, from, "success");
  if (first === undefined) return undefined;
  return new Set(first.slice(1, -1).filter((node) => others.every((path) => path.includes(node))));
}

/** The outcomes by which only the new version leads from one node to another. */
function newOutcomes(before: Sketch, after: Sketch, from: string, to: string): readonly string[] {
  const old = new Map(before.get(from));
  return (after.get(from) ?? []).flatMap(([outcome, target]) =>
    target === to && old.get(outcome) !== to ? [outcome] : [],
  );
}

/** Whether a path from the start to success through an arrow exists that does not pass a node. */
function isAvoidable(sketch: Sketch, from: string, to: string, name: string): boolean {
  const avoids = (paths: readonly (readonly string[])[]) => paths.some((path) => !path.includes(name));
  const isStart = from === "start" || avoids(pathsTo(sketch, "start", from));
  return isStart && (to === "success" || avoids(pathsTo(sketch, to, "success")));
}

/** What every path to success passes after an outcome; after the node, where the outcome does not lead there. */
function neededAfter(sketch: Sketch, from: string, outcome: string): readonly string[] {
  const target = new Map(sketch.get(from)).get(outcome);
  const led = target === undefined ? undefined : needed(sketch, target);
  if (target === undefined || led === undefined) return [...(needed(sketch, from) ?? [])];
  return target === "success" ? [] : [target, ...led];
}

/** Whether every path from the start to a node leaves another one by outcomes from which the old version led on to success. */
function isPassedBefore(before: Sketch, after: Sketch, from: string, name: string): boolean {
  const leads = ([, target]: Arrow) =>
    target === "success" || pathsTo(before, target, "success").some((path) => !path.includes(name));
  const good = new Set((before.get(name) ?? []).filter(leads).map(([outcome]) => outcome));
  return pathsTo(after, "start", from).every((path) => {
    const next = path[path.indexOf(name) + 1];
    const arrows = (after.get(name) ?? []).filter(([, target]) => target === next);
    return path.includes(name) && arrows.every(([outcome]) => good.has(outcome));
  });
}

function reached(sketch: Sketch): ReadonlySet<string> {
  const seen = new Set(["start"]);
  for (const node of seen) for (const [, target] of sketch.get(node) ?? []) seen.add(target);
  return seen;
}

/** Whether a node can be left and come back to, on nodes that are allowed. */
function onLoop(sketch: Sketch, node: string, allowed: (node: string) => boolean): boolean {
  return nodesAfter(sketch, node, allowed).has(node);
}

/** The nodes that can be come to from a node, on nodes that are allowed. */
function nodesAfter(sketch: Sketch, node: string, allowed: (node: string) => boolean): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const [, target] of allowed(at) ? (sketch.get(at) ?? []) : []) {
      if (!allowed(target) || seen.has(target)) continue;
      open.push(target);
      seen.add(target);
    }
  }
  return seen;
}

function consequencesOf(before: Sketch, after: Sketch): readonly Consequence[] {
  const { difference } = compare(sideOfText(textOf(before), {}), sideOfText(textOf(after), {}), { layout: false });
  return difference.journeys.flatMap((journey) => (journey.kind === "journey-changed" ? journey.consequences : []));
}

function ofKind<K extends Consequence["kind"]>(consequences: readonly Consequence[], kind: K) {
  return consequences.filter((each): each is Extract<Consequence, { kind: K }> => each.kind === kind);
}

const differ = ({ before, after }: { before: Sketch; after: Sketch }) => textOf(before) !== textOf(after);

describe("consequences are those that following every path gives", () => {
  const check = (holds: (before: Sketch, after: Sketch, found: readonly Consequence[]) => void) =>
    fc.assert(
      fc.property(sketches.filter(differ), ({ before, after }) => holds(before, after, consequencesOf(before, after))),
      { numRuns: 60 },
    );

  test("ends that are lost or gained", () => {
    check((before, after, found) => {
      const [old, now] = [reached(before), reached(after)];
      const ends = ["success", "failure"];
      const told = (kind: "end-lost" | "end-gained") => found.flatMap((each) => (each.kind === kind ? [each.end] : []));
      expect(told("end-lost")).toEqual(ends.filter((end) => old.has(end) && !now.has(end)));
      expect(told("end-gained")).toEqual(ends.filter((end) => !old.has(end) && now.has(end)));
    });
  });

  test("nodes that cannot be reached any more", () => {
    check((before, after, found) => {
      const [old, now] = [reached(before), reached(after)];
      const lost = [...after.keys()].filter((name) => before.has(name) && old.has(name) && !now.has(name));
      expect(ofKind(found, "unreachable").map(({ node }) => node.name)).toEqual(lost);
    });
  });

  test("steps that success no longer needs, with a path that does without", () => {
    check((before, after, found) => {
      const now = needed(after, "start");
      const lost = now === undefined ? [] : [...(needed(before, "start") ?? [])].filter((name) => !now.has(name));
      const told = ofKind(found, "bypassed");
      expect(told.map(({ node }) => node.name).sort()).toEqual(lost.sort());
      for (const { node, path, isRemoved } of told) {
        expect(isRemoved).toBe(!after.has(node.name));
        const steps = path.map((step) => step.node);
        expect(steps).not.toContain(node.name);
        expect(steps.at(-1)).toBe("success");
        for (const [at, step] of path.entries()) {
          const targets = (after.get(step.node) ?? []).map(([, target]) => target);
          if (at + 1 < path.length) expect(targets).toContain(steps[at + 1]);
        }
      }
    });
  });

  test("steps that success needs now, and did not before", () => {
    check((before, after, found) => {
      const [old, now] = [needed(before, "start"), needed(after, "start")];
      const fresh = old === undefined ? [] : [...(now ?? [])].filter((name) => !old.has(name));
      const told = ofKind(found, "needed").flatMap(({ nodes }) => nodes.map(({ name }) => name));
      // A limit may stand in the place of another one.
      const inPlaces = ofKind(found, "bypassed").flatMap(({ replacedBy }) => replacedBy?.name ?? []);
      for (const name of inPlaces) expect(name).toMatch(/^L/);
      expect([...told, ...inPlaces].sort()).toEqual([...fresh].sort());
    });
  });

  test("new arrows on the way to success, and what they lead past", () => {
    check((before, after, found) => {
      const bypassed = new Set(ofKind(found, "bypassed").map(({ node }) => node.name));
      const told = ofKind(found, "new-path");
      const isNew = (from: string, to: string) => {
        const old = new Set((before.get(from) ?? []).map((arrow) => arrow.join(" ")));
        return (after.get(from) ?? []).some((arrow) => arrow[1] === to && !old.has(arrow.join(" ")));
      };
      for (const { path, turn, avoids, notAgain } of told) {
        const [from, to] = [path[turn]?.node ?? "", path[turn + 1]?.node ?? ""];
        expect(isNew(from, to)).toBe(true);
        const isKnown = before.has(from) && reached(before).has(from);
        const old = new Set(
          isKnown ? newOutcomes(before, after, from, to).flatMap((each) => neededAfter(before, from, each)) : [],
        );
        const now = new Set([...(to === "success" ? [] : (needed(after, to) ?? [])), from, to]);
        const past = [...(old ?? [])].filter(
          (name) => !now.has(name) && !bypassed.has(name) && !isPassedBefore(before, after, from, name),
        );
        expect([...avoids, ...notAgain].map(({ name }) => name).sort()).toEqual(past.sort());
        const steps = path.map((step) => step.node);
        for (const { name } of avoids) expect(steps).not.toContain(name);
        for (const { name } of notAgain) expect(steps).toContain(name);
        // A step that can be avoided alone is passed only where others are avoided in its stead.
        const avoidable = past.filter((name) => isAvoidable(after, from, to, name));
        if (avoidable.length > 0) expect(avoids.length).toBeGreaterThan(0);
        if (avoidable.length === 1) expect(avoids.map(({ name }) => name)).toEqual(avoidable);
      }
      const shown = new Set(
        [...told, ...ofKind(found, "bypassed"), ...ofKind(found, "needed")].flatMap(({ path }) =>
          path.slice(1).map(({ node }, at) => `${path[at]?.node} ${node}`),
        ),
      );
      for (const each of found) {
        const path = each.kind === "loop-appeared" ? each.path : [];
        for (const [at, { node }] of path.entries()) shown.add(`${node} ${path[at + 1]?.node}`);
      }
      const arrows = [...after].flatMap(([from, list]) => list.map(([, to]) => ({ from, to })));
      const open = arrows.filter(
        ({ from, to }) =>
          isNew(from, to) && reached(after).has(from) && (to === "success" || pathsTo(after, to, "success").length > 0),
      );
      if (ofKind(found, "more-paths").length === 0) {
        for (const { from, to } of open) expect(shown).toContain(`${from} ${to}`);
      }
    });
  });

  test("loops that came or went, and loops that nothing limits any more", () => {
    check((before, after, found) => {
      const any = () => true;
      // Where both outcomes lead to the same node, nothing is limited.
      const isLimit = (sketch: Sketch, name: string) =>
        name.startsWith("L") && new Set(sketch.get(name)?.map(([, target]) => target)).size > 1;
      const cyclic = (sketch: Sketch, allowed: (name: string) => boolean) =>
        new Set([...sketch.keys()].filter((name) => reached(sketch).has(name) && onLoop(sketch, name, allowed)));
      const fresh = (mine: Sketch, other: Sketch) => {
        const [now, old] = [cyclic(mine, any), cyclic(other, any)];
        return [...now].filter((name) => other.has(name) && !old.has(name));
      };
      for (const [kind, mine, other] of [
        ["loop-appeared", after, before],
        ["loop-gone", before, after],
      ] as const) {
        const inPaths = found.flatMap((each) => (each.kind === kind ? each.path.map(({ node }) => node) : []));
        const nodes = fresh(mine, other);
        if (nodes.length > 0) expect(inPaths).not.toEqual([]);
        for (const name of inPaths) expect(cyclic(mine, any)).toContain(name);
      }
      const free = (sketch: Sketch) => cyclic(sketch, (name) => !isLimit(sketch, name));
      const [wasFree, isFree] = [free(before), free(after)];
      const mates = (name: string) => {
        const allowed = (node: string) => !isLimit(after, node);
        return [...nodesAfter(after, name, allowed)].filter((mate) => nodesAfter(after, mate, allowed).has(name));
      };
      // Where no node of a loop may ask the user, nobody tries anything.
      const asks = (name: string) => mates(name).some((mate) => !mate.startsWith("L"));
      const unlimited = [...isFree].filter((name) => cyclic(before, any).has(name) && !wasFree.has(name) && asks(name));
      const told = ofKind(found, "unlimited-loop").flatMap(({ path }) => path.map(({ node }) => node));
      if (unlimited.length === 0) expect(told).toEqual([]);
      else expect(told).not.toEqual([]);
      for (const name of told) expect(isFree).toContain(name);
    });
  });
});
