import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const text = (property: string) => `journey Login {
  start -> Remember
  node Remember: SetPersistentCookie { ${property} -> success }
}`;

test("a deprecated property that is given is reported", () => {
  expect(messagesOf("deprecated-property", text('hmacSigningKey: "&{esv.key}"'))).toEqual([
    '"hmacSigningKey" of SetPersistentCookieNode is deprecated',
  ]);
});

test("one that nobody wrote is not", () => {
  expect(messagesOf("deprecated-property", text(""))).toEqual([]);
});
