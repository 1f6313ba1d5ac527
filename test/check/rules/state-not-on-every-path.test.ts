import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const find = (id: string) => `node ${id}: IdentifyExistingUser {
    identityAttribute: "mail"

    true -> success
    false -> Ask
  }`;
const ask = (target: string) => `page Ask {
    node Mail: AttributeCollector {
      attributesToCollect: ["mail"]
    }

    -> ${target}
  }`;
const found = (body: string) => messagesOf("state-not-on-every-path", `journey J {\n  ${body}\n}\n`);

test("a journey that looks for the user first and asks only then was given the user", () => {
  expect(found(`start -> Find\n  ${find("Find")}\n  ${ask("Find")}`)).toEqual([]);
});

test("so was one that first does something else in silence", () => {
  const first = 'node Cookie: CookiePresenceDecision { cookieName: "c"\n true, false -> Find }';
  expect(found(`start -> Cookie\n  ${first}\n  ${find("Find")}\n  ${ask("Cookie")}`)).toEqual([]);
});

test("one that asks on one way to the node and not on another was not", () => {
  const first = 'node Cookie: CookiePresenceDecision { cookieName: "c"\n true -> Find\n false -> Ask }';
  expect(found(`start -> Cookie\n  ${first}\n  ${find("Find")}\n  ${ask("Find")}`)).toEqual([
    'Node "Find" needs "mail", but on one path nothing writes it: start -> Cookie (true) -> Find',
  ]);
});

test("where every way to the node lacks the key at first, nothing before it writes it", () => {
  const first = "node Secret: PasswordCollector { -> Find }";
  const body = `start -> Secret\n  ${first}\n  ${find("Find")}\n  ${ask("Find")}`;
  expect(found(body)).toEqual([]);
  expect(messagesOf("state-never-written", `journey J {\n  ${body}\n}\n`)).toEqual([
    'Node "Find" needs "mail", but nothing before it writes it',
  ]);
});
