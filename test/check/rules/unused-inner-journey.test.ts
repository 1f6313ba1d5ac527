import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const login = (inner: string) => `journey Login {
  start -> Step
  node Step: InnerTreeEvaluator { tree: "${inner}" true -> success false -> failure }
}`;
const second = (settings: string, wrong = "failure") => `journey SecondFactor "Second Factor" {
  ${settings}
  start -> Check
  node Check: DataStoreDecision { true -> success false -> ${wrong} }
}`;

test("an inner journey that no other runs is reported", () => {
  expect(messagesOf("unused-inner-journey", login("Elsewhere"), second("innerTreeOnly: true"))).toEqual([
    'Inner journey "Second Factor" is not used here',
  ]);
});

test("one that is used, one that can run by itself, and one checked alone are not", () => {
  expect(messagesOf("unused-inner-journey", login("Second Factor"), second("innerTreeOnly: true"))).toEqual([]);
  expect(messagesOf("unused-inner-journey", login("Elsewhere"), second(""))).toEqual([]);
  expect(messagesOf("unused-inner-journey", second("innerTreeOnly: true"))).toEqual([]);
});
