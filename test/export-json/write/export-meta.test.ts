import { expect, test } from "vitest";
import { metaOf } from "../../../src/export-json/write/export-meta.js";
import { bindText } from "../../support/read-project.js";

const runs = (name: string, inner: string) =>
  `journey ${name} { start -> N\nnode N: InnerTreeEvaluator { tree: "${inner}"\ntrue, false -> failure } }`;
const meta = (texts: readonly string[], sourceDate?: number) =>
  metaOf(bindText(texts.join("\n")).model.journeys, {
    toolVersion: "1.2.3",
    ...(sourceDate === undefined ? {} : { sourceDate }),
  });

test("the header lists the journeys that were chosen, and those that others run", () => {
  expect(meta([runs("B", "A"), runs("A", "X"), runs("C", "A")])).toEqual({
    exportTool: "journeyc",
    exportToolVersion: "1.2.3",
    exportedBy: "",
    innerTreesIncluded: ["A"],
    origin: "",
    treesSelectedForExport: ["B", "C"],
  });
});

test("in a circle all count as chosen", () => {
  expect(meta([runs("B", "A"), runs("A", "B")])).toMatchObject({
    innerTreesIncluded: [],
    treesSelectedForExport: ["A", "B"],
  });
});

test("the date is the one given", () => {
  expect(meta([], 86_400)).toMatchObject({ exportDate: "1970-01-02T00:00:00.000Z" });
  expect(meta([], 0)).toMatchObject({ exportDate: "1970-01-01T00:00:00.000Z" });
});
