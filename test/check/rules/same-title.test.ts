import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const text = (first: string, second: string) => `journey Login {
  start -> Ask
  node Ask: UsernameCollector ${first} { -> Again }
  node Again: UsernameCollector ${second} { -> success }
}`;

test("one label on two nodes is reported once", () => {
  expect(messagesOf("same-title", text('"Who?"', '"Who?"'))).toEqual(['2 nodes are called "Who?"']);
});

test("different labels are fine, and so is the name of the type, which nobody has given", () => {
  expect(messagesOf("same-title", text("", ""))).toEqual([]);
  expect(messagesOf("same-title", text('"Username Collector"', '"Username Collector"'))).toEqual([]);
});
