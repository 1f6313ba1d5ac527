import { expect, test } from "vitest";
import { CollectedEffects } from "../../../src/runtime/engine/collected-effects.js";

test("effects hold until the end, and a later value replaces an earlier one", () => {
  const all = new CollectedEffects();
  const first = { name: "a", value: "1", attributes: {} };
  const second = { name: "a", value: "2", attributes: {} };
  all.add({
    identity: { type: "user", name: "one", universalId: "one" },
    sessionProperties: { a: "1", b: "1", c: "1" },
    maxSessionTime: 1,
    maxIdleTime: 1,
    successDetails: { a: 1, b: 1 },
    successSessionProperties: { x: "a" },
    failure: { message: "first", details: { a: 1, b: 1 } },
    error: { details: { a: 1 } },
    cookies: [first],
    logoutWebhooks: ["one"],
    retryCountUser: "one",
  });
  all.add({
    sessionProperties: { b: "2" },
    removedSessionProperties: ["c"],
    maxIdleTime: 2,
    successDetails: { b: 2 },
    successSessionProperties: { x: "b" },
    failure: { details: { b: 2 } },
    error: { message: "second", details: { c: 3 } },
    cookies: [second],
    logoutWebhooks: ["one", "two"],
    retryCountUser: "two",
  });
  all.add({});
  expect(all).toMatchObject({
    identity: { type: "user", name: "one", universalId: "one" },
    maxSessionTime: 1,
    maxIdleTime: 2,
    failure: { message: "first", details: { a: 1, b: 2 } },
    error: { message: "second", details: { a: 1, c: 3 } },
  });
  expect(Object.fromEntries(all.sessionProperties)).toEqual({ a: "1", b: "2" });
  expect(Object.fromEntries(all.successDetails)).toEqual({ a: 1, b: 2 });
  expect(Object.fromEntries(all.successSessionProperties)).toEqual({ x: "b" });
  expect([...all.cookies.values()]).toEqual([second]);
  expect([...all.logoutWebhooks]).toEqual(["one", "two"]);
  expect([...all.retryCountUsers]).toEqual(["one", "two"]);
});

test("without effects there is nothing", () => {
  const none = new CollectedEffects();
  none.add({});
  expect(none).toMatchObject({ identity: undefined, maxSessionTime: undefined, failure: {}, error: {} });
  expect(none.logoutWebhooks.size + none.cookies.size + none.retryCountUsers.size).toBe(0);
});
