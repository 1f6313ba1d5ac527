import { expect, test } from "vitest";
import { aroundRealm, usersOfRealm } from "../../src/model/realm.js";

test("a managed object of the realm is split at the realm's name", () => {
  expect(aroundRealm("managed/alpha_user", "alpha")).toEqual(["managed/", "_user"]);
  expect(aroundRealm(usersOfRealm("bravo"), "bravo")).toEqual(["managed/", "_user"]);
});

test.each(["managed/bravo_user", "managed/user", "see managed/alpha_user", "managed/alpha_user/x", "alpha"])(
  "%s is left as it is",
  (text) => expect(aroundRealm(text, "alpha")).toBeUndefined(),
);
