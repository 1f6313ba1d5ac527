import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";
import { runsInner, secondFactor } from "../../support/login-texts.js";

test("an inner journey that no other runs is reported", () => {
  expect(messagesOf("unused-inner-journey", runsInner("Elsewhere"), secondFactor("innerTreeOnly: true"))).toEqual([
    'Inner journey "Second Factor" is not used here',
  ]);
});

test("one that is used, one that can run by itself, and one checked alone are not", () => {
  expect(messagesOf("unused-inner-journey", runsInner("Second Factor"), secondFactor("innerTreeOnly: true"))).toEqual(
    [],
  );
  expect(messagesOf("unused-inner-journey", runsInner("Elsewhere"), secondFactor(""))).toEqual([]);
  expect(messagesOf("unused-inner-journey", secondFactor("innerTreeOnly: true"))).toEqual([]);
});
