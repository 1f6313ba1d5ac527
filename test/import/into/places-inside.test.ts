import fc from "fast-check";
import { expect, test } from "vitest";
import { PlacesInside } from "../../../src/import/into/places-inside.js";

const range = fc.tuple(fc.nat(30), fc.nat(10)).map(([start, length]) => ({ start, end: start + length }));

test("finds what looking through everything finds, in the same order", () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 20 }), range, (things, outer) => {
      const places = new PlacesInside(things, (thing) => thing);
      const expected = things.filter(({ start, end }) => start >= outer.start && end <= outer.end);
      expect(places.inside(outer)).toEqual(expected);
    }),
  );
});

test("looks at few things for each range: twice as many take about twice as many looks", () => {
  const looks = (count: number) => {
    let looked = 0;
    const things = Array.from({ length: count }, (_, index) => ({
      get start() {
        looked++;
        return index * 10;
      },
      end: index * 10 + 5,
    }));
    const places = new PlacesInside(things, (thing) => thing);
    const found = things.map((_, index) => places.inside({ start: index * 10, end: index * 10 + 9 }).length);
    expect(new Set(found)).toEqual(new Set([1]));
    return looked;
  };
  expect(looks(1000) / looks(500)).toBeLessThan(2.5);
});
