import { expect, test } from "vitest";
import { type Member, memberKey } from "../../../src/diff/merge/member-key.js";
import type { FileItem } from "../../../src/syntax/ast.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";

function itemOf(text: string): FileItem {
  return parse(new SourceFile("keys.journey", text)).file.items[0]!;
}

function memberOf(text: string): Member {
  const journey = itemOf(`journey J {\n${text}\n}\n`);
  return (journey as Extract<FileItem, { kind: "journey" }>).members[0]!;
}

test.each<[string, string]>([
  ['journey Login "Sign In" {}', "journey Login"],
  ['script Check "Check" { file: "a.js" }', "script Check"],
  ['extern Thing "ThingNode" {}', "extern Thing"],
  ["param attempts = 3", "param attempts"],
  ['resource theme "Blue" from "blue.json"', "resource theme Blue"],
  [`resource theme "a \${realm} b" from "blue.json"`, `resource theme a \${realm} b`],
  ['scenario "goes well" of Login {}', "scenario goes well of Login"],
  ["journey {}", "journey "],
  ["scenario {}", "scenario  of "],
])("a declaration: %s", (text, expected) => {
  expect(memberKey(itemOf(text))).toBe(expected);
});

test.each<[string, string]>([
  ['description: "x"', "property description"],
  ['description.de: "x"', "property description.de"],
  ["start -> A", "entry"],
  ["node A: T", "node A"],
  ["page A", "node A"],
  ["page {}", "node "],
  ['script Check { file: "a.js" }', "script Check"],
  ["raw { a: 1 }", "raw"],
  ["export { a: 1 }", "export"],
  ["layout { }", "layout"],
  ["require A.true before success", "require A.true before success"],
  ["require P.Q before B", "require P.Q before B"],
  ["forbid B after A", "forbid B after A"],
  ["require before success", "require  before success"],
  ["require A before", "require A before "],
  ["forbid after A", "forbid  after A"],
  ["forbid B after", "forbid B after "],
])("a member of a journey: %s", (text, expected) => {
  expect(memberKey(memberOf(text))).toBe(expected);
});

test("arrows and places", () => {
  const node = memberOf("node A: T {\n a -> B\n}");
  expect(node.kind === "node" && memberKey(node.members[0]!)).toBe("edge");
  const layout = memberOf("layout {\n P.Q 1, 2\n}");
  expect(layout.kind === "layout" && memberKey(layout.entries[0]!)).toBe("layout P.Q");
});
