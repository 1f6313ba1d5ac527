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

test("a disabled inner journey is reported", () => {
  expect(messagesOf("disabled-inner-journey", login("Second Factor"), second("enabled: false"))).toEqual([
    'Node "Step" runs journey "Second Factor", which is disabled',
  ]);
});

test("an enabled one is not, and a disabled one that nobody runs hurts nobody", () => {
  expect(messagesOf("disabled-inner-journey", login("Second Factor"), second(""))).toEqual([]);
  expect(messagesOf("disabled-inner-journey", second("enabled: false"))).toEqual([]);
});
