import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countCrossings } from "../../src/layout/count-crossings.js";
import type { Grid, GridLink } from "../../src/layout/grid.js";

/** Items 0 to 4 in the left column, 5 to 9 in the right one; each pair is one arrow. */
function gridOf(pairs: readonly (readonly [number, number])[]): Grid {
  const right: GridLink[][] = Array.from({ length: 10 }, () => []);
  pairs.forEach(([from, to], index) => {
    right[from]!.push({ from, to: to + 5, leaves: index, enters: 0 });
  });
  return { items: [], columns: [], left: [], right };
}

const item = fc.nat(4);

describe("countCrossings", () => {
  it("counts as one sees it", () => {
    expect(
      countCrossings(
        gridOf([
          [0, 0],
          [1, 1],
        ]),
        [
          [0, 1],
          [5, 6],
        ],
      ),
    ).toBe(0);
    expect(
      countCrossings(
        gridOf([
          [0, 1],
          [1, 0],
        ]),
        [
          [0, 1],
          [5, 6],
        ],
      ),
    ).toBe(1);
    expect(
      countCrossings(
        gridOf([
          [0, 1],
          [1, 0],
        ]),
        [
          [1, 0],
          [5, 6],
        ],
      ),
    ).toBe(0);
    // Two outcomes of one node, the upper one leading down.
    expect(
      countCrossings(
        gridOf([
          [0, 1],
          [0, 0],
        ]),
        [[0], [5, 6]],
      ),
    ).toBe(1);
  });

  it("agrees with comparing every two arrows", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(item, item), { maxLength: 20 }), (pairs) => {
        const sorted = pairs.map(([from, to], leaves) => ({ from, to, leaves }));
        let crossings = 0;
        for (const a of sorted) {
          for (const b of sorted) {
            const above = a.from < b.from || (a.from === b.from && a.leaves < b.leaves);
            if (above && a.to > b.to) crossings++;
          }
        }
        expect(
          countCrossings(gridOf(pairs), [
            [0, 1, 2, 3, 4],
            [5, 6, 7, 8, 9],
          ]),
        ).toBe(crossings);
      }),
    );
  });
});
