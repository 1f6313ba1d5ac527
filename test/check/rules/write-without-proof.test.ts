import { expect, test } from "vitest";
import { checkTexts } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

const found = (rest: string) =>
  checkTexts(`${asksForCredentials}${rest}\n}`)
    .filter(({ code }) => code === "write-without-proof")
    .map(({ message, help }) => [message, help]);
const check = `node Check: DataStoreDecision { true -> success false -> Limit }
  node Limit: RetryLimitDecision { Retry -> Ask Reject -> Lock }`;

test("an account that is unlocked after too many failures is to be locked", () => {
  expect(found(`${check} node Lock: AccountLockout { lockAction: "UNLOCK"\n -> failure }`)).toEqual([
    [
      'Node "Lock" unlocks the account of a user who has failed: start -> Ask -> Check (false) -> Limit (Reject) -> Lock',
      'Write `lockAction: "LOCK"`: it comes after `Reject` of `Limit`, and behind it there is only failure.',
    ],
  ]);
  expect(found(`${check} node Lock: AccountLockout { lockAction: "LOCK"\n -> failure }`)).toEqual([]);
});

test("an account that is unlocked on the way to something else lacks a proof", () => {
  const unlocked = found(`${check} node Lock: AccountLockout { lockAction: "UNLOCK"\n -> Note }
  node Note: MessageNode { message: { en: "Unlocked." } messageYes: { en: "Yes" } messageNo: { en: "No" } true, false -> failure }`);
  expect(unlocked).toHaveLength(1);
  expect(unlocked[0]?.[0]).toContain("without proof");
});
