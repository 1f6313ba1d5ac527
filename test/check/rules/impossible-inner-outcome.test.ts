import { expect, test } from "vitest";
import { checkTexts, messagesIn } from "../../support/check-text.js";

const login = (inner: string) => `journey Login {
  start -> Step
  node Step: InnerTreeEvaluator { tree: "${inner}" true -> success false -> failure }
}`;
const second = (settings: string, wrong = "failure") => `journey SecondFactor "Second Factor" {
  ${settings}
  start -> Check
  node Check: DataStoreDecision { true -> success false -> ${wrong} }
}`;

test("an end that the inner journey never reaches is reported where it is connected", () => {
  const found = checkTexts(login("Second Factor"), second("", "success")).filter(
    ({ code }) => code === "impossible-inner-outcome",
  );
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    ["info", 'Node "Step" has an outcome that cannot happen: journey "Second Factor" can never fail'],
  ]);
});

test("that it can never succeed is a warning", () => {
  const never = second("").replace("true -> success", "true -> failure");
  const found = checkTexts(login("Second Factor"), never).filter(({ code }) => code === "impossible-inner-outcome");
  expect(found.map(({ severity }) => severity)).toEqual(["warning"]);
});

test("an inner journey that reaches both ends, or is not complete, is fine", () => {
  const open = second("").replace("false -> failure", "");
  expect(messagesIn("impossible-inner-outcome", checkTexts(login("Second Factor"), second("")))).toEqual([]);
  expect(messagesIn("impossible-inner-outcome", checkTexts(login("Second Factor"), open))).toEqual([]);
});
