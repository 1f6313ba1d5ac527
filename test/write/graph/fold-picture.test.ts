import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutPicture } from "../../../src/write/graph/lay-out-picture.js";
import type { Picture } from "../../../src/write/graph/picture.js";
import { journey, journeyOfNumbers, node } from "../../support/journey-fixture.js";
import { pictureProblems, sharedLines } from "./picture-problems.js";

/** A chain of nodes, each of which has further ways. */
const chainWith = (size: number, ways: (index: number) => readonly number[]) =>
  journeyOfNumbers(Array.from({ length: size }, (_, index) => [index + 1, ...ways(index)]));

/** How many times the boxes begin again at the left, read by their order in the journey. */
function bandsOf({ boxes }: Picture): number {
  const inOrder = boxes.filter(({ vertex }) => vertex.kind === "node").sort((a, b) => a.index - b.index);
  return 1 + inOrder.slice(1).filter(({ x }, index) => x < inOrder[index]!.x).length;
}

/** Ways with which two lines were drawn on top of each other once: an order that neighbours could not come to, and heights that nearly meet. */
const examples: [[number, number][]][] = [
  [
    [
      [1, 8],
      [29, 10],
      [3, 26],
      [20, 19],
      [24, 32],
      [9, 0],
      [7, 30],
      [7, 18],
      [30, 18],
    ],
  ],
  [
    [
      [31, 5],
      [1, 27],
      [18, 0],
      [23, 13],
      [8, 31],
      [34, 15],
      [21, 9],
    ],
  ],
];

describe("foldPicture", () => {
  it("leaves a picture alone that a screen has room for", () => {
    const picture = layOutPicture(chainWith(5, () => []));
    expect([bandsOf(picture), picture.width < 1280]).toEqual([1, true]);
  });

  it("puts a long chain into bands that a screen shows at full size, each below the one before", () => {
    const picture = layOutPicture(chainWith(20, () => []));
    expect(bandsOf(picture)).toBeGreaterThan(2);
    expect(picture.width).toBeLessThan(1280);
    expect(picture.height).toBeLessThan(960);
    const boxes = [...picture.boxes].sort((a, b) => a.index - b.index);
    for (const [index, box] of boxes.slice(2, 21).entries()) {
      const before = boxes[index + 1]!;
      expect(box.x > before.x ? box.y < before.y + before.height : box.y > before.y + before.height).toBe(true);
    }
    expect(pictureProblems(picture)).toEqual([]);
  });

  it("leads a line around each fold once, however many arrows share it", () => {
    const last = 25;
    const picture = layOutPicture(chainWith(last, () => [last + 1]));
    const folds = bandsOf(picture) - 1;
    expect(folds).toBeGreaterThan(1);
    const failure = picture.boxes.find(({ vertex }) => vertex.kind === "failure")!.index;
    const around = picture.trunks.filter(({ target, points }) => {
      return target === failure && points.length === 6 && points[0]!.x > points[5]!.x;
    });
    expect(around).toHaveLength(folds);
    expect([pictureProblems(picture), sharedLines(picture)]).toEqual([[], []]);
  });

  it("leads loops back through the bands, and never cuts where one turns around", () => {
    const picture = layOutPicture(chainWith(30, (index) => (index % 6 === 5 ? [index - 5] : [])));
    expect(bandsOf(picture)).toBeGreaterThan(2);
    expect([pictureProblems(picture), sharedLines(picture)]).toEqual([[], []]);
    // A loop that was cut where it turns around would run back to the band before its target, and return.
    const target = (index: number) => picture.boxes.find((box) => box.index === index)!;
    for (const { points, back, target: to } of picture.trunks) {
      if (back) expect(Math.min(...points.map(({ y }) => y))).toBeGreaterThan(target(to).y - 60);
    }
  });

  it("puts what start does not reach beside what it leads to", () => {
    const chain = Array.from({ length: 8 }, (_, index) => node(`N${index}`, { next: `N${index + 1}` }));
    const { boxes } = layOutPicture(
      journey("N0", [...chain, node("N8", { next: "success" }), node("Lost", { next: "N8" })]),
    );
    const at = (name: string) => boxes.find(({ vertex }) => vertex.kind === "node" && vertex.node.name === name)!;
    expect(at("Lost").reached).toBe(false);
    expect([at("Lost").x, at("Lost").y !== at("N7").y]).toEqual([at("N7").x, true]);
  });

  it("puts nothing on top of anything, whatever ways a long journey has", () => {
    const size = 40;
    const ways = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size + 1)), { maxLength: 12 });
    fc.assert(
      fc.property(ways, (extra) => {
        const picture = layOutPicture(
          chainWith(size, (index) => extra.filter(([from]) => from === index).map(([, to]) => to)),
        );
        expect([pictureProblems(picture), sharedLines(picture)]).toEqual([[], []]);
      }),
      { numRuns: 15, seed: 7, examples },
    );
  });
});
