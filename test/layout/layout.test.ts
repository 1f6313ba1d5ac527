import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxWidth, heightOf } from "../../src/layout/box.js";
import { forwardEdges } from "../../src/layout/forward-edges.js";
import { computeLayout } from "../../src/layout/layout.js";
import { createGraph, type GraphVertex } from "../../src/model/graph.js";
import type { Coordinates, Journey, JourneyNode } from "../../src/model/model.js";
import { journey, journeyOfNumbers, node } from "../support/journey-fixture.js";

interface Placed extends Coordinates {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

function boxesOf(subject: Journey): readonly Placed[] {
  const layout = computeLayout(subject);
  return createGraph(subject).vertices.map((vertex) => {
    const key = keyOf(vertex);
    const at = layout.get(key);
    if (!at) throw new Error(`${key} has no place`);
    return { key, ...at, width: boxWidth, height: heightOf(vertex) };
  });
}

function keyOf(vertex: GraphVertex): string {
  return vertex.kind === "node" ? vertex.node.id : vertex.kind;
}

function overlaps(boxes: readonly Placed[], ignore: ReadonlySet<string> = new Set()): string[] {
  const found: string[] = [];
  boxes.forEach((a, index) => {
    for (const b of boxes.slice(index + 1)) {
      if (ignore.has(a.key) && ignore.has(b.key)) continue;
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      if (!apart) found.push(`${a.key} and ${b.key}`);
    }
  });
  return found;
}

const numbers = (size: number) =>
  fc.array(fc.array(fc.nat(size + 1), { maxLength: 4 }), { minLength: size, maxLength: size });
const anyJourney = fc
  .integer({ min: 0, max: 25 })
  .chain(numbers)
  .map((targets) => journeyOfNumbers(targets));
/** Arrows lead to later nodes only. */
const loopFree = fc
  .integer({ min: 1, max: 25 })
  .chain(numbers)
  .map((targets) =>
    journeyOfNumbers(targets.map((list, index) => list.map((to) => Math.min(targets.length + 1, index + 1 + to)))),
  );

describe("computeLayout", () => {
  it("places everything, whole numbers, nothing on top of another", () => {
    fc.assert(
      fc.property(anyJourney, (subject) => {
        const boxes = boxesOf(subject);
        expect(overlaps(boxes)).toEqual([]);
        for (const box of boxes) {
          expect(Number.isInteger(box.x) && Number.isInteger(box.y)).toBe(true);
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("lets all arrows of a journey without loops point right", () => {
    fc.assert(
      fc.property(loopFree, (subject) => {
        const boxes = boxesOf(subject);
        for (const edge of createGraph(subject).outgoing.flat()) {
          expect(boxes[edge.from]!.x + boxes[edge.from]!.width).toBeLessThan(boxes[edge.to]!.x);
        }
      }),
    );
  });

  it("lets only arrows that close a loop point left", () => {
    fc.assert(
      fc.property(anyJourney, (subject) => {
        const boxes = boxesOf(subject);
        for (const edge of forwardEdges(createGraph(subject)).outgoing.flat()) {
          expect(boxes[edge.from]!.x).toBeLessThan(boxes[edge.to]!.x);
        }
      }),
    );
  });

  it("is the same every time", () => {
    fc.assert(
      fc.property(anyJourney, (subject) => {
        expect([...computeLayout(subject)]).toEqual([...computeLayout(structuredClone(subject))]);
      }),
      { numRuns: 30 },
    );
  });

  it("begins at the left and ends at the right", () => {
    const boxes = boxesOf(
      journey("A", [node("A", { yes: "success", no: "B" }), node("B", { yes: "success", no: "failure" })]),
    );
    const x = Object.fromEntries(boxes.map((box) => [box.key, box.x]));
    expect(x.start).toBeLessThan(x["id-A"]!);
    expect(x["id-A"]).toBeLessThan(x["id-B"]!);
    expect(x["id-B"]).toBeLessThan(x.success!);
    expect(x.success).toBe(x.failure);
  });

  it("draws a straight journey as a level line", () => {
    const boxes = boxesOf(
      journey("A", [node("A", { outcome: "B" }), node("B", { outcome: "C" }), node("C", { outcome: "success" })]),
    );
    const middles = boxes.filter((box) => box.key !== "failure").map((box) => box.y + box.height / 2);
    for (const middle of middles) expect(Math.abs(middle - middles[0]!)).toBeLessThanOrEqual(1);
  });

  it("crosses no arrows where none need to cross", () => {
    const tree = journey("A", [
      node("A", { a: "B", b: "C" }),
      node("C", { c: "F", d: "G" }),
      node("B", { a: "D", b: "E" }),
      node("G", {}),
      node("E", {}),
      node("F", {}),
      node("D", {}),
    ]);
    const y = Object.fromEntries(boxesOf(tree).map((box) => [box.key, box.y]));
    expect(["id-D", "id-E", "id-F", "id-G"].sort((a, b) => y[a]! - y[b]!)).toEqual(["id-D", "id-E", "id-F", "id-G"]);
    expect(y["id-B"]).toBeLessThan(y["id-C"]!);
  });

  it("places empty journeys, isolated nodes and loops that start does not reach", () => {
    expect([...computeLayout(journey(undefined, [])).keys()]).toEqual(["start", "success", "failure"]);
    const lost = journey("A", [
      node("A", { outcome: "success" }),
      node("Alone", {}),
      node("Ping", { outcome: "Pong" }),
      node("Pong", { outcome: "Ping", foreign: "#elsewhere" }),
      node("Self", { outcome: "Self" }),
    ]);
    expect(overlaps(boxesOf(lost))).toEqual([]);
  });

  it("leaves room for the outcomes and inner nodes of a tall node", () => {
    const children = Array.from({ length: 9 }, (_, index) => node(`Child${index}`, {}));
    const tall: Partial<JourneyNode> = { typeId: "PageNode", children };
    const subject = journey("A", [
      node("A", { a: "B", b: "C" }),
      node("B", { outcome: "success" }, tall),
      node("C", { outcome: "success" }, tall),
    ]);
    expect(overlaps(boxesOf(subject))).toEqual([]);
  });
});

describe("computeLayout around given coordinates", () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 2000 }), y: fc.integer({ min: 0, max: 800 }) });
  const partly = fc
    .integer({ min: 1, max: 20 })
    .chain((size) =>
      fc.tuple(numbers(size), fc.array(fc.option(spot, { nil: undefined }), { minLength: size, maxLength: size })),
    )
    .map(([targets, spots]) => ({
      subject: journeyOfNumbers(targets, (index) => ({ coordinates: spots[index] })),
      spots,
    }));

  it("keeps them and stays clear of them", () => {
    fc.assert(
      fc.property(partly, ({ subject, spots }) => {
        const layout = computeLayout(subject);
        const given = new Set<string>();
        spots.forEach((at, index) => {
          if (!at) return;
          given.add(`id-n${index}`);
          expect(layout.get(`id-n${index}`)).toEqual(at);
        });
        expect(overlaps(boxesOf(subject), given)).toEqual([]);
      }),
    );
  });

  it("places a node between its neighbours to the right of what leads to it", () => {
    const subject = journey(
      "A",
      [
        node("A", { outcome: "New" }, { coordinates: { x: 210, y: 100 } }),
        node("New", { outcome: "B" }),
        node("B", { outcome: "success" }, { coordinates: { x: 500, y: 100 } }),
      ],
      { terminalCoordinates: new Map([["start", { x: 50, y: 100 }]]) },
    );
    const layout = computeLayout(subject);
    expect(layout.get("id-New")!.x).toBeGreaterThanOrEqual(210 + 220);
    expect(layout.get("success")!.x).toBeGreaterThanOrEqual(500 + 220);
    expect(layout.get("start")).toEqual({ x: 50, y: 100 });
  });

  it("returns complete coordinates untouched, fractions and overlaps included", () => {
    const at = { x: 12.5, y: 12.5 };
    const subject = journey("A", [node("A", { outcome: "success" }, { coordinates: at })], {
      terminalCoordinates: new Map([
        ["start", at],
        ["success", at],
        ["failure", at],
      ]),
    });
    expect([...computeLayout(subject).values()]).toEqual([at, at, at, at]);
  });

  it("survives coordinates beyond all measure", () => {
    for (const far of [1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY]) {
      const subject = journey("A", [
        node("A", { outcome: "B" }, { coordinates: { x: far, y: far } }),
        node("B", { outcome: "success" }),
      ]);
      const layout = computeLayout(subject);
      for (const key of ["id-B", "success", "failure", "start"])
        expect(Number.isSafeInteger(layout.get(key)!.x)).toBe(true);
    }
  });
});

describe("computeLayout of a large journey", () => {
  it("ends for chains, thickets and fans of thousands", () => {
    const size = 5000;
    const chain = Array.from({ length: size }, (_, index) => [index + 1, size + 1]);
    const thicket = Array.from({ length: size }, (_, index) =>
      [1, 2, 3].map((step) => (index * 7919 + step * 104_729) % (size + 2)),
    );
    const fan = Array.from({ length: size }, (_, index) =>
      index === 0 ? Array.from({ length: size }, (_, to) => to) : [size],
    );
    for (const targets of [chain, thicket, fan]) expect(computeLayout(journeyOfNumbers(targets)).size).toBe(size + 3);
  });
});
