import { expect, test } from "vitest";
import { readingOrder } from "../../src/model/reading-order.js";

type Arrows = Readonly<Record<string, string>>;

/** Each letter is a node; its arrows are the letters that it leads to, in their order. */
const order = (arrows: Arrows, entry: string | undefined = "a") =>
  readingOrder(entry, Object.keys(arrows), (id) => [...(arrows[id] ?? "")]).join("");

test.each<[string, Arrows, string]>([
  ["a line, whatever the given order", { c: "", b: "c", a: "b" }, "abc"],
  ["the path of the first outcome comes first", { a: "bc", c: "", b: "d", d: "" }, "abdc"],
  ["the node where paths meet comes after both", { a: "bc", b: "d", c: "d", d: "" }, "abcd"],
  ["a long way and a short one meet after the long one", { a: "db", b: "c", c: "d", d: "" }, "abcd"],
  ["a loop ends where it began", { a: "b", b: "ac", c: "b" }, "abc"],
  ["a node that leads to itself", { a: "ab", b: "" }, "ab"],
  ["ids that are no nodes are passed over", { a: "xb", b: "y" }, "ab"],
])("%s", (_, arrows, expected) => expect(order(arrows)).toBe(expected));

test.each<[string, Arrows, string]>([
  ["what is not reached follows, from its own beginning", { z: "", y: "z", a: "b", b: "" }, "abyz"],
  ["a loop alone begins where it is given", { a: "", z: "y", y: "z" }, "azy"],
  ["one that leads to itself is a beginning", { a: "", z: "", y: "yz" }, "ayz"],
  ["several follow in the given order", { y: "", x: "", a: "" }, "ayx"],
])("%s", (_, arrows, expected) => expect(order(arrows)).toBe(expected));

test("without an entry, or with one elsewhere, the beginnings come in the given order", () => {
  const arrows = { c: "", b: "c", a: "" };
  expect(readingOrder(undefined, Object.keys(arrows), (id) => [...arrows[id as "a"]]).join("")).toBe("bca");
  expect(order(arrows, "x")).toBe("bca");
});
