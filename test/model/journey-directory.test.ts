import { expect, test } from "vitest";
import { journeyDirectory } from "../../src/model/journey-directory.js";
import { journey } from "../support/journey-fixture.js";

const called = (name: string, id: string) => ({ ...journey(undefined, []), name, id });

test("journeys are found by name and by id, those of texts first", () => {
  const [a, b, other, c] = [called("A", "1"), called("B", "2"), called("A", "3"), called("C", "2")];
  const directory = journeyDirectory([a, b], [other, c]);
  expect([directory.byName("A"), directory.byName("C"), directory.byName("1")]).toEqual([a, c, undefined]);
  expect([directory.byId("1"), directory.byId("2"), directory.byId("3"), directory.byId("A")]).toEqual([
    a,
    b,
    other,
    undefined,
  ]);
  expect(directory.byName("A")).toBe(a);
  expect(directory.byId("2")).toBe(b);
  expect([...directory.namesInTexts()]).toEqual(["A", "B"]);
  expect(directory.isElsewhere("A")).toBe(false);
});
