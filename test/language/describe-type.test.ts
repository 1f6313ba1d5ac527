import { expect, test } from "vitest";
import { lookUpType, typeIds } from "../../src/catalogue/catalogue.js";
import { describeProperty, describeType } from "../../src/language/describe-type.js";

/** What would be the end of a line that was to go on: a blank, a mark, or a word that something follows. */
const unfinished = /(?:[\s:,;(]|(?<![-\w])(?:Replaces|One of|Reads|Writes|default|at least|at most|in|since|use)\s*)$/;

/** What an empty value leaves in a line. */
const empty = /undefined|``(?!`)|\*\*\s*\*\*|\(\)|, ,|: ,/;

function faultsOf(markdown: string): readonly string[] {
  // Two blanks at the end of a line break it.
  const lines = markdown.split(/(?: {2})?\n/);
  return lines.filter((line) => unfinished.test(line) || empty.test(line));
}

test("what is told of all node types and of all their properties ends", () => {
  const types = typeIds().map((id) => lookUpType(id)!);
  expect(types.length).toBeGreaterThan(250);
  const faults: string[] = [];
  for (const type of types) {
    for (const [version, { properties = [] }] of Object.entries(type.versions)) {
      faults.push(...faultsOf(describeType(type, version)));
      for (const property of properties) faults.push(...faultsOf(describeProperty(property, type.id)));
    }
  }
  expect(faults).toEqual([]);
});

test("a text in which the node replaces nothing has no line about that", () => {
  const page = lookUpType("PageNode")!;
  const header = page.versions[page.defaultVersion]?.properties?.find(({ name }) => name === "pageHeader");
  expect(header?.placeholders).toEqual([]);
  expect(describeProperty(header!, "Page")).toBe("`pageHeader` of `Page`: localised text, optional");
});
