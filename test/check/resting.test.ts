import { expect, test } from "vitest";
import { withoutResting } from "../../src/check/resting.js";
import { createDiagnostic, type Diagnostic, type Place } from "../../src/diagnostics/diagnostic.js";
import { SourceFile } from "../../src/text/source-file.js";

const source = new SourceFile("a.journey", "0123456789".repeat(3));
const at = (start: number, end: number): Place => ({ source, range: { start, end } });
const warning = (place: Place, ...restsOn: readonly Place[]) =>
  createDiagnostic("unreachable-node", place, { name: "A", others: 0 }, { restsOn });
const error = (place: Place, ...restsOn: readonly Place[]) =>
  createDiagnostic("invalid-step", place, { problem: "p" }, { restsOn });
const shown = (found: readonly Diagnostic[]) =>
  withoutResting(found).map(({ severity, place }) => `${severity} ${place.range.start}`);

test("a finding that rests on the place of another one is left out, and one that does not stays", () => {
  expect(shown([warning(at(2, 4)), warning(at(20, 22), at(0, 10))])).toEqual(["warning 2"]);
  expect(shown([warning(at(2, 12)), warning(at(20, 22), at(0, 10))])).toEqual(["warning 2", "warning 20"]);
});

test("what an error followed from is an error", () => {
  expect(shown([warning(at(2, 4)), error(at(20, 22), at(0, 10))])).toEqual(["error 2"]);
});

test("consequences of consequences follow from the first cause", () => {
  expect(shown([error(at(25, 26), at(20, 22)), warning(at(20, 22), at(0, 10)), warning(at(2, 4))])).toEqual([
    "error 2",
  ]);
});

test("findings that rest on one another stay", () => {
  expect(shown([warning(at(2, 4), at(20, 22)), warning(at(20, 22), at(2, 4))])).toEqual(["warning 2", "warning 20"]);
  expect(shown([warning(at(2, 4), at(0, 10))])).toEqual(["warning 2"]);
});

test("in an export places are compared by their pointers", () => {
  const json = (pointer: string): Place => ({ source, range: { start: 0, end: 30 }, pointer });
  expect(shown([warning(json("/nodes/a/x")), error(json("/tree"), json("/nodes/a"))])).toEqual(["error 0"]);
  expect(shown([warning(json("/nodes/ab")), error(json("/tree"), json("/nodes/a"))])).toEqual(["warning 0", "error 0"]);
});
