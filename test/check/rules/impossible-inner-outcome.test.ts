import { expect, test } from "vitest";
import { checkTexts, messagesIn } from "../../support/check-text.js";
import { runsInner, secondFactor } from "../../support/login-texts.js";

test("an end that the inner journey never reaches is reported where it is connected", () => {
  const found = checkTexts(runsInner("Second Factor"), secondFactor("", "success")).filter(
    ({ code }) => code === "impossible-inner-outcome",
  );
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    ["info", 'Node "Step" has an outcome that cannot happen: journey "Second Factor" can never fail'],
  ]);
});

test("that it can never succeed is a warning", () => {
  const never = `journey SecondFactor "Second Factor" {
    start -> Name
    node Name: UsernameCollector { -> failure }
  }`;
  const found = checkTexts(runsInner("Second Factor"), never).filter(({ code }) => code === "impossible-inner-outcome");
  expect(found.map(({ severity }) => severity)).toEqual(["warning"]);
});

test("it rests on what is told of the arrows of that journey", () => {
  const never = secondFactor("").replace("true -> success", "true -> failure");
  const found = checkTexts(runsInner("Second Factor"), never).map(({ code }) => code);
  expect(found).toContain("success-fails");
  expect(found).not.toContain("impossible-inner-outcome");
});

test("one that sets the address of its failure is made to fail: that is a note", () => {
  const never = secondFactor("")
    .replace("true -> success", "true -> Address")
    .replace("node ", 'node Address: SetFailureUrl {\n failureUrl: "https://example.com/"\n -> failure\n }\n node ');
  const found = checkTexts(runsInner("Second Factor"), never).filter(({ code }) => code === "impossible-inner-outcome");
  expect(found.map(({ severity, help }) => [severity, help])).toEqual([["info", undefined]]);
});

test("an inner journey that reaches both ends, or is not complete, is fine", () => {
  const open = secondFactor("").replace("false -> failure", "");
  expect(messagesIn("impossible-inner-outcome", checkTexts(runsInner("Second Factor"), secondFactor("")))).toEqual([]);
  expect(messagesIn("impossible-inner-outcome", checkTexts(runsInner("Second Factor"), open))).toEqual([]);
});

test("nothing is lost where both outcomes lead to the same place", () => {
  const never = secondFactor("").replace("true -> success", "true -> failure");
  const same = runsInner("Second Factor").replace("true -> success", "true -> failure");
  expect(same).not.toBe(runsInner("Second Factor"));
  expect(messagesIn("impossible-inner-outcome", checkTexts(same, never))).toEqual([]);
});
