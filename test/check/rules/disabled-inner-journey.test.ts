import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";
import { runsInner, secondFactor } from "../../support/login-texts.js";

test("a disabled inner journey is reported", () => {
  expect(messagesOf("disabled-inner-journey", runsInner("Second Factor"), secondFactor("enabled: false"))).toEqual([
    'Node "Step" runs journey "Second Factor", which is disabled',
  ]);
});

test("an enabled one is not, and a disabled one that nobody runs hurts nobody", () => {
  expect(messagesOf("disabled-inner-journey", runsInner("Second Factor"), secondFactor(""))).toEqual([]);
  expect(messagesOf("disabled-inner-journey", secondFactor("enabled: false"))).toEqual([]);
});
