import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const journey = (name: string, ...inner: readonly string[]) => `journey ${name} {
  start -> Step0
  ${inner
    .map(
      (tree, index) =>
        `node Step${index}: InnerTreeEvaluator { tree: "${tree}" true -> ${index + 1 < inner.length ? `Step${index + 1}` : "success"} false -> failure }`,
    )
    .join("\n  ")}
}`;

test("a circle is reported once, with all its journeys", () => {
  expect(messagesOf("recursive-inner-journey", journey("A", "B"), journey("B", "C"), journey("C", "A"))).toEqual([
    "Journeys run each other in a circle: A -> B -> C -> A",
  ]);
  expect(messagesOf("recursive-inner-journey", journey("A", "A"))).toEqual([
    "Journeys run each other in a circle: A -> A",
  ]);
});

test("two ways to one journey are no circle", () => {
  const found = messagesOf(
    "recursive-inner-journey",
    journey("A", "B", "C"),
    journey("B", "D"),
    journey("C", "D"),
    journey("D", "Elsewhere"),
  );
  expect(found).toEqual([]);
});
