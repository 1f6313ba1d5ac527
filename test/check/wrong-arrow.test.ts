import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

/** A login with a limit of retries, in which a limit counts and one arrow is written otherwise. */
function login(from = "", to = ""): string {
  const text = `journey Login {
    start -> Seen
    node Seen: CookiePresenceDecision {
      cookieName: "seen"
      true -> Ask
      false -> Greet
    }
    node Greet: IncrementLoginCount { -> Ask }
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      -> Check
    }
    node Check: DataStoreDecision {
      true -> Count
      false -> Tries
    }
    node Tries: RetryLimitDecision {
      Retry -> Ask
      Reject -> failure
    }
    node Count: IncrementLoginCount { -> success }
    require Check.true before success
  }`;
  expect(text.split(from).length === 2 || from === "").toBe(true);
  return text.replace(from, to);
}

const found = (from: string, to: string) =>
  checkTexts(login(from, to))
    .filter(({ severity }) => severity !== "info")
    .map(({ code, help }) => [code, help]);

test("the journey has no finding", () => {
  expect(found("", "")).toEqual([]);
});

test.each([
  ["past the check", "-> Check\n", "-> Count\n", "Did you mean `Ask -> Check`?"],
  ["past the first node", "start -> Seen", "start -> Ask", "`start`"],
])("an arrow %s is told once, at the node that nothing leads to", (_, from, to, help) => {
  expect(found(from, to)).toEqual([["unreachable-node", expect.stringContaining(help)]]);
});

test("an arrow that is missing is told once, with the node that nothing leads to", () => {
  expect(found("false -> Greet", "")).toEqual([
    ["unconnected-outcome", "Nothing leads to `Greet`: did you mean `false -> Greet`?"],
  ]);
  expect(found("true -> Count\n      false -> Tries", "")).toEqual([
    ["unconnected-outcome", "Connect the outcomes: nothing leads to `Tries`, `Count`."],
  ]);
});

test("an open outcome for errors is not led to a lost node that goes on to success", () => {
  const text = (lost: string) => `journey J {
    start -> Name
    page Name {
      node User: UsernameCollector
      node Password: PasswordCollector
      -> Token
    }
    node Token: ScriptedDecision {
      script: "8a1b3f2e-0000-4000-8000-000000000001"
      outcomes: ["success", "error"]
      success -> Check
    }
    node Twin: Meter { metricKey: "a"  ${lost} }
    node Check: DataStoreDecision { true -> success  false -> failure }
  }`;
  const helps = (lost: string) =>
    checkTexts(text(lost))
      .filter(({ code }) => code === "unconnected-outcome" || code === "unreachable-node")
      .map(({ code, help }) => [code, help]);
  expect(helps("-> Check")).toEqual([
    ["unconnected-outcome", "Connect the outcome."],
    ["unreachable-node", "Let an outcome lead to it, perhaps `Token.success`, or remove it."],
  ]);
  expect(helps("-> failure")).toEqual([
    ["unconnected-outcome", "Nothing leads to `Twin`: did you mean `error -> Twin`?"],
  ]);
});

test.each([
  ["past the check of the password", "noDevice -> Ask", "noDevice -> Make", "Did you mean `Use.noDevice -> Ask`?"],
  ["past the page and its check", "start -> Name", "start -> Make", "Did you mean `start -> Name`?"],
])("an arrow %s, which lets everybody in, is told once, at the node that nothing leads to", (_, from, to, help) => {
  const text = `journey Keys {
    start -> Name
    node Name: UsernameCollector { -> Use }
    node Use: WebAuthnAuthentication {
      success -> Welcome
      noDevice -> Ask
      unsupported, failure, error -> failure
    }
    page Ask {
      node Password: PasswordCollector
      -> Check
    }
    node Check: DataStoreDecision {
      true -> Make
      false -> failure
    }
    node Make: WebAuthnRegistration {
      generateRecoveryCodes: false
      success, unsupported, failure, error -> Welcome
    }
    node Welcome: IncrementLoginCount { -> success }
  }`;
  const told = checkTexts(text.replace(from, to)).filter(({ severity }) => severity !== "info");
  const others = new Set(checkTexts(text).map(({ message }) => message));
  const more = told.filter(({ message }) => !others.has(message));
  expect(more.map((each) => [each.code, each.help])).toEqual([["unreachable-node", expect.stringContaining(help)]]);
});
