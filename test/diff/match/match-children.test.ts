import { expect, test } from "vitest";
import { matchChildren } from "../../../src/diff/match/match-children.js";
import { NodeContents } from "../../../src/diff/match/node-content.js";
import { Pairs } from "../../../src/diff/match/pairs.js";
import type { JourneyNode, Script } from "../../../src/model/model.js";
import { bindText } from "../../support/read-project.js";

/** A node as `Name Type Title setting id`; what is left out is as by default, and the id another one on each side. */
type Child = readonly [name: string, type?: string, title?: string, setting?: string, id?: number];

let made = 0;

/** The nodes of a journey whose pages have these inner nodes; what stands under `""` stands on the journey itself. */
function nodesOf(pages: Readonly<Record<string, readonly Child[]>>): readonly JourneyNode[] {
  const places: string[] = [];
  const declare = (page: string, [name, type = "Thing", title = name, setting = "1", id]: Child) => {
    const path = page === "" ? `${name} 1, 1` : `${page}.${name}`;
    places.push(`${path} "11111111-2222-4333-8444-${String(id ?? 100_000 + made++).padStart(12, "0")}"`);
    return `node ${name}: ${type}Node "${title}" { setting: "${setting}" }`;
  };
  const lines = Object.entries(pages).map(([page, children]) => {
    const declared = children.map((child) => declare(page, child)).join("\n");
    return page === "" ? declared : `page ${page} {\n ${declared}\n }`;
  });
  const { model } = bindText(`journey J {\n start -> P\n ${lines.join("\n")}\n layout {\n ${places.join("\n")}\n }\n}`);
  return model.journeys[0]!.nodes;
}

/** The pairs of inner nodes; pages of one name are the same. */
function match(before: Readonly<Record<string, readonly Child[]>>, after: typeof before): readonly string[] {
  const [left, right] = [nodesOf(before), nodesOf(after)];
  const pairs = new Pairs<JourneyNode>();
  for (const page of left) {
    const other = right.find(({ name, children }) => name === page.name && children.length > 0);
    if (other !== undefined && page.children.length > 0) pairs.pair(page, other);
  }
  const known = [...pairs.entries()].length;
  matchChildren(pairs, left, right, new NodeContents(new Pairs<Script>()));
  return [...pairs.entries()]
    .slice(known)
    .map(([one, other]) => `${one.name} ${other.name}`)
    .sort();
}

test.each<
  [string, Readonly<Record<string, readonly Child[]>>, Readonly<Record<string, readonly Child[]>>, readonly string[]]
>([
  [
    "by title and content, whatever the names are",
    {
      P: [
        ["A", "X", "x"],
        ["B", "X", "y"],
      ],
    },
    {
      P: [
        ["A", "X", "y"],
        ["B", "X", "x"],
      ],
    },
    ["A B", "B A"],
  ],
  [
    "two of one title and content in their order",
    {
      P: [
        ["A", "X", "x"],
        ["B", "X", "x"],
      ],
    },
    {
      P: [
        ["C", "X", "x"],
        ["D", "X", "x"],
      ],
    },
    ["A C", "B D"],
  ],
  [
    "by name and type",
    {
      P: [
        ["A", "X", "x"],
        ["B", "X", "y"],
      ],
    },
    {
      P: [
        ["B", "X", "z", "2"],
        ["A", "X", "w", "2"],
      ],
    },
    ["A A", "B B"],
  ],
  [
    "by title and type",
    {
      P: [
        ["A", "X", "x"],
        ["B", "X", "y"],
      ],
    },
    {
      P: [
        ["C", "X", "y", "2"],
        ["D", "X", "x", "2"],
      ],
    },
    ["A D", "B C"],
  ],
  [
    "by content in their order",
    {
      P: [
        ["A", "X"],
        ["B", "X"],
      ],
    },
    {
      P: [
        ["C", "X"],
        ["D", "X"],
      ],
    },
    ["A C", "B D"],
  ],
  [
    "not by name alone: in an export, names follow from titles",
    {
      P: [
        ["A", "X"],
        ["B", "X"],
      ],
    },
    {
      P: [
        ["A", "Y", "a"],
        ["C", "Y", "c"],
      ],
    },
    [],
  ],
  [
    "not by type alone, when there is one of it",
    {
      P: [
        ["A", "X"],
        ["B", "Y"],
      ],
    },
    {
      P: [
        ["C", "X", "c", "2"],
        ["D", "Y", "d", "2"],
      ],
    },
    [],
  ],
  [
    "not by type, when there are two of it",
    {
      P: [
        ["A", "X", "a", "1"],
        ["B", "X", "b", "2"],
      ],
    },
    {
      P: [
        ["C", "X", "c", "3"],
        ["D", "X", "d", "4"],
      ],
    },
    [],
  ],
  [
    "not by type on another page",
    { P: [["A", "X"]], Q: [["B", "Z"]] },
    { P: [["C", "Y", "c"]], Q: [["D", "X", "d", "2"]] },
    [],
  ],
  [
    "by title and content on another page",
    {
      P: [
        ["A", "X", "x"],
        ["B", "W"],
      ],
      Q: [["C", "V"]],
    },
    {
      P: [["D", "W"]],
      Q: [
        ["E", "V"],
        ["F", "X", "x"],
      ],
    },
    ["A F", "B D", "C E"],
  ],
  [
    "by name, type and title on another page",
    {
      P: [
        ["A", "X", "x"],
        ["B", "W"],
      ],
      Q: [["C", "V"]],
    },
    {
      P: [["D", "W"]],
      Q: [
        ["E", "V"],
        ["A", "X", "x", "2"],
      ],
    },
    ["A A", "B D", "C E"],
  ],
  [
    "not by name and type alone on another page",
    {
      P: [
        ["A", "X", "x"],
        ["B", "W"],
      ],
      Q: [["C", "V"]],
    },
    {
      P: [["D", "W"]],
      Q: [
        ["E", "V"],
        ["A", "X", "y", "2"],
      ],
    },
    ["B D", "C E"],
  ],
  [
    "onto a page, by title and content",
    { P: [["B", "W"]], "": [["A", "X", "x"]] },
    {
      P: [
        ["D", "W"],
        ["F", "X", "x"],
      ],
    },
    ["A F", "B D"],
  ],
])("%s", (_what, before, after, expected) => {
  expect(match(before, after)).toEqual(expected);
});
