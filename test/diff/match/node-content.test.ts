import { describe, expect, test } from "vitest";
import { contentsAlike, NodeContents } from "../../../src/diff/match/node-content.js";
import { Pairs } from "../../../src/diff/match/pairs.js";
import type { JourneyNode, Script } from "../../../src/model/model.js";
import { bindText } from "../../support/read-project.js";

function nodeOf(text: string, journey = "J"): JourneyNode {
  const declared = text.startsWith("{") ? `page N ${text}` : `node N: ${text}`;
  return bindText(`journey ${journey} { start -> N ${declared} }`).model.journeys[0]!.nodes[0]!;
}

const contents = new NodeContents(new Pairs<Script>());
const plain = (text: string) => contents.of(nodeOf(text)).plain;
const titled = (text: string) => contents.of(nodeOf(text)).titled;

describe("equal content", () => {
  test.each<[string, string]>([
    ["UsernameCollector", 'UsernameCollector "Other title"'],
    ['Message { message: "x" stateField: "y" }', 'Message { stateField: "y" message: "x" }'],
    ["RetryLimitDecision { retryLimit: 3 }", "RetryLimitDecision { retryLimit: 3 Retry -> N Reject -> failure }"],
    ['{ node A: UsernameCollector "T" }', '{ node B: UsernameCollector "T" }'],
  ])("%s and %s", (left, right) => {
    expect(plain(left)).toBe(plain(right));
  });

  test.each<[string, string]>([
    ["UsernameCollector", "PasswordCollector"],
    ["UsernameCollector", "UsernameCollector@2.0"],
    ["RetryLimitDecision { retryLimit: 3 }", "RetryLimitDecision { retryLimit: 4 }"],
    ["{ node A: UsernameCollector }", "{ node A: PasswordCollector }"],
    ['{ node A: UsernameCollector "T" }', '{ node A: UsernameCollector "U" }'],
    [
      "{ node A: UsernameCollector node B: PasswordCollector }",
      "{ node B: PasswordCollector node A: UsernameCollector }",
    ],
  ])("not %s and %s", (left, right) => {
    expect(plain(left)).not.toBe(plain(right));
  });
});

test("with the title, another title is another content", () => {
  expect(titled("UsernameCollector")).toBe(titled('UsernameCollector "N"'));
  expect(titled("UsernameCollector")).not.toBe(titled('UsernameCollector "M"'));
});

test("ids say nothing: a journey that was made anew has others", () => {
  const id = (digit: number) => `ThingNode { to: "11111111-2222-4333-8444-55555555555${digit}" }`;
  expect(plain(id(1))).toBe(plain(id(2)));
  expect(plain(id(1))).not.toBe(plain('ThingNode { to: "other" }'));
});

test("a node's content is worked out once", () => {
  const node = nodeOf("UsernameCollector");
  expect(contents.of(node)).toBe(contents.of(node));
});

describe("likeness of settings", () => {
  const alike = (left: string, right: string) => contentsAlike(contents.of(nodeOf(left)), contents.of(nodeOf(right)));
  const raw = (...settings: readonly string[]) => `ThingNode { ${settings.join(" ")} }`;

  test.each<[readonly string[], readonly string[], number]>([
    [["a: 1", "b: 2"], ["a: 1", "b: 2"], 1],
    [["a: 1", "b: 2"], ["a: 1", "b: 3"], 1 / 2],
    [["a: 1", "b: 2"], ["a: 1"], 1 / 2],
    [["a: 1"], ["a: 1", "b: 2", "c: 3", "d: 4"], 1 / 4],
    [["a: 1"], ["a: 2"], 0],
    [[], [], 1],
    [[], ["a: 1"], 0],
  ])("%j and %j: %d", (left, right, expected) => {
    expect(alike(raw(...left), raw(...right))).toBe(expected);
    expect(alike(raw(...right), raw(...left))).toBe(expected);
  });
});
