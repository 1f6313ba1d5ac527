import { describe, expect, test } from "vitest";
import { checkFiles } from "../../../src/compile/compile.js";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.js";
import { SourceFile } from "../../../src/text/source-file.js";

const right = `resource variable "esv-fee" from "resources/fee.json"

extern node Scale "harbourScale" {
  outcomes: ["done"]
}

script Weigh "Harbour - Weigh" {
  file: "scripts/weigh.js"
}

journey Harbour "Harbour - Entry" {
  start -> Desk

  page Desk@2.0 "Front desk" {
    node Skipper: UsernameCollector "Who are you?"

    -> Berth
  }

  node Berth: DataStoreDecision@1.0 "Is there a berth?" {
    true -> success
    false -> failure
  }
}

scenario "finds a berth" of Harbour {
}
`;

const findings = (text: string) =>
  checkFiles([new SourceFile("a.journey", text)], { readText: () => ({ text: "{}" }) }).diagnostics.filter(
    ({ severity }) => severity === "error",
  );

const node = 'node Berth: DataStoreDecision@1.0 "Is there a berth?" {';
const child = 'node Skipper: UsernameCollector "Who are you?"\n';
const page = 'page Desk@2.0 "Front desk" {';
const journey = 'journey Harbour "Harbour - Entry" {';
const script = 'script Weigh "Harbour - Weigh" {';
const resource = 'resource variable "esv-fee" from "resources/fee.json"';
const extern = 'extern node Scale "harbourScale" {';
const scenario = 'scenario "finds a berth" of Harbour {';

describe("a header whose parts stand in another order", () => {
  test("is not told where it is right", () => {
    expect(findings(right)).toEqual([]);
  });

  test.each([
    [node, 'node Berth: "Is there a berth?" DataStoreDecision@1.0 {'],
    [node, 'node "Is there a berth?" Berth: DataStoreDecision@1.0 {'],
    [node, 'node Berth "Is there a berth?" DataStoreDecision@1.0 {'],
    [node, 'node DataStoreDecision@1.0 Berth "Is there a berth?" {'],
    [node, 'node DataStoreDecision "Is there a berth?"@1.0 Berth {'],
    [node, 'node Berth@1.0: DataStoreDecision "Is there a berth?" {'],
    [node, 'node Berth: DataStoreDecision "Is there a berth?" @1.0 {'],
    [node, 'node Berth: @1.0 DataStoreDecision "Is there a berth?" {'],
    [node, 'node Berth: DataStoreDecision@1.0: "Is there a berth?" {'],
    [node, 'node Berth: DataStoreDecision@1.0, "Is there a berth?" {'],
    [node, 'node Berth: DataStoreDecision@1.0 label "Is there a berth?" {'],
    [node, 'node Berth: node DataStoreDecision@1.0 "Is there a berth?" {'],
    [node, '"Is there a berth?" node Berth: DataStoreDecision@1.0 {'],
    [page, 'page "Front desk" Desk@2.0 {'],
    [page, 'page Desk "Front desk"@2.0 {'],
    [page, 'page@2.0 Desk "Front desk" {'],
    [page, 'page Desk@2.0: "Front desk" {'],
    [page, 'page Desk@2.0 titled "Front desk" {'],
    [journey, 'journey "Harbour - Entry" Harbour {'],
    [journey, 'journey Harbour = "Harbour - Entry" {'],
    [journey, 'journey Harbour as "Harbour - Entry" {'],
    [script, 'script "Harbour - Weigh" Weigh {'],
    [script, 'script Weigh: "Harbour - Weigh" {'],
    [resource, 'resource "esv-fee" variable from "resources/fee.json"'],
    [resource, 'resource variable from "resources/fee.json" "esv-fee"'],
    [resource, 'resource variable "resources/fee.json" as "esv-fee"'],
    [resource, 'resource variable "esv-fee" "resources/fee.json"'],
    [resource, 'resource variable "esv-fee" = "resources/fee.json"'],
    [extern, 'extern node "harbourScale" Scale {'],
    [extern, 'extern Scale node "harbourScale" {'],
    [scenario, 'scenario of Harbour "finds a berth" {'],
    [scenario, 'scenario Harbour "finds a berth" {'],
    [scenario, 'scenario Harbour: "finds a berth" {'],
  ])("%s is told once, and a fix restores it: %s", (from, to) => {
    const text = right.replace(from, to);
    const found = findings(text);
    expect(found.map(({ code, help }) => [code, help])).toEqual([
      ["foreign-spelling", `Write \`${from.replace(/ \{$/, "")}\`.`],
    ]);
    expect(applyFixes(found).map((each) => each.text)).toEqual([right]);
  });

  test.each([
    ['node Skipper: "Who are you?" UsernameCollector {\n }\n', 'node Skipper: UsernameCollector "Who are you?"'],
    ['node "Who are you?" Skipper: UsernameCollector {\n }\n', 'node Skipper: UsernameCollector "Who are you?"'],
  ])("in a page is told as well: %s", (to, remedy) => {
    expect(findings(right.replace(child, to)).map(({ help }) => help)).toEqual([`Write \`${remedy}\`.`]);
  });

  test("gets no fix where only the author knows the name", () => {
    const found = findings(right.replace(node, 'node "Is there a berth?": DataStoreDecision {'));
    const [first] = found;
    expect(first?.help).toBe(
      'Write `node IsThereABerth: DataStoreDecision "Is there a berth?"`, with the name to which arrows lead.',
    );
    expect(first?.fixes).toEqual([]);
  });
});
