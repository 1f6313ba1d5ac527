import { expect, test } from "vitest";
import { WantedArrows } from "../../../src/import/into/wanted-arrows.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";

/** The arrows of a node, as a writer would give them. */
function arrowsOf(lines: string) {
  const text = `journey J {\n  node A: T {\n${lines}\n  }\n}\n`;
  const [item] = parse(new SourceFile("a.journey", text)).file.items;
  const [node] = item?.kind === "journey" ? item.members : [];
  return node?.kind === "node" ? node.members.filter((member) => member.kind === "edge") : [];
}

const targetOf = (lines: string, names: readonly string[], child?: string) =>
  new WantedArrows(arrowsOf(lines)).of(names, child)?.edge.target?.text;

test("an arrow is found by each name of its outcome", () => {
  expect(targetOf("a -> B\nb, c -> C", ["c"])).toBe("C");
  expect(targetOf("a -> B\nb, c -> C", ["no", "b"])).toBe("C");
  expect(targetOf("a -> B", ["no"])).toBeUndefined();
});

test("the first arrow counts, whichever name it has", () => {
  expect(targetOf("b -> B\na -> C", ["a", "b"])).toBe("B");
  expect(targetOf("b -> B\nb -> C", ["b"])).toBe("B");
});

test("an inner node's name must be its own", () => {
  expect(targetOf("X.true -> B\nY.true -> C", ["true"], "Y")).toBe("C");
  expect(targetOf("X.true -> B\ntrue -> C", ["true"], "Y")).toBe("C");
  expect(targetOf("X.true -> B", ["true"])).toBeUndefined();
});

test("an arrow without outcomes is that of any", () => {
  expect(targetOf("-> B", ["anything"])).toBe("B");
});
