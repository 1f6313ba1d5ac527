import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

const told = (...texts: readonly string[]) =>
  checkTexts(...texts)
    .filter(({ severity }) => severity !== "info")
    .map(({ code, help, fixes }) => [code, help, fixes.flatMap(({ edits }) => edits.map(({ text }) => text))]);

/** A second factor, and the journey that runs it: only who has no device yet is asked for one. */
const factor = (outcome: string) => `journey Factor "Factor" {
  innerTreeOnly: true
  start -> Code
  node Code: OathTokenVerifier {
    successOutcome -> success
    failureOutcome -> Again
    ${outcome} -> Offer
  }
  node Again: RetryLimitDecision { Retry -> Code  Reject -> failure }
  node Offer: MultiFactorRegistrationOptions {
    mandatory: true
    registerOutcome -> Register
    getAppOutcome -> App
  }
  node App: GetAuthenticatorApp { -> Offer }
  node Register: OathRegistration {
    generateRecoveryCodes: false
    successOutcome -> Code
    failureOutcome -> failure
  }
}`;

const outer = `journey SignIn "Sign In" {
  start -> Ask
  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector
    -> Check
  }
  node Check: DataStoreDecision { true -> Second  false -> failure }
  node Second: InnerTreeEvaluator { tree: "Factor"  true -> success  false -> failure }
}`;

test.each([
  ["as the console shows it", '"Not registered"'],
  ["in capitals", '"NOTREGISTEREDOUTCOME"'],
  ["with a letter too few", '"notRegisterdOutcome"'],
  ["by its beginning", '"notRegistered"'],
])("an outcome of a node %s counts as the one that is meant, in other journeys too", (_, outcome) => {
  const plain = told(factor("notRegisteredOutcome"), outer);
  const found = told(factor(outcome), outer);
  expect(found.filter(([code]) => code !== "unconnected-outcome")).toEqual(plain);
  expect(found.filter(([code]) => code === "unconnected-outcome")).toEqual([
    ["unconnected-outcome", `Did you mean \`notRegisteredOutcome\` by ${outcome}?`, ["notRegisteredOutcome"]],
  ]);
});

const polls = (outcomes: string) => `journey Polls {
  start -> Name
  node Name: UsernameCollector { -> Send }
  node Send: PushAuthenticationSender {
    SENT -> Wait
    NOT_REGISTERED, SKIPPED -> failure
  }
  node Wait: PollingWait { ${outcomes} }
  node Result: PushResultVerifier {
    TRUE -> success
    FALSE, EXPIRED -> failure
    WAITING -> Wait
  }
}`;

test.each([
  ['"Done" -> Result', 'Did you mean `DONE` by "Done"?', ["DONE"]],
  ['"Complete" -> Result', undefined, []],
])("%s", (outcomes, help, texts) => {
  const found = told(polls(outcomes));
  if (help === undefined) expect(found.map(([code]) => code)).toContain("unconnected-outcome");
  else expect(found).toEqual([["unconnected-outcome", help, texts]]);
});

test("outcomes of a page and of several nodes at once are each told by one finding", () => {
  const text = (page: string, check: string) => `journey J {
    start -> Ask
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      node Sure: ChoiceCollector { choices: ["yes please", "no thanks"]  defaultChoice: "yes please"  prompt: "Sure?" }
      ${page}
    }
    node Check: DataStoreDecision { ${check} }
  }`;
  expect(told(text('"yes please" -> Check  "no thanks" -> failure', "true -> success  false -> failure"))).toEqual([]);
  expect(told(text('"Yes Please" -> Check  "no thanks" -> failure', "true -> success  false -> failure"))).toHaveLength(
    1,
  );
  expect(told(text('"yes please" -> Check  "no thanks" -> failure', '"True" -> success  "False" -> failure'))).toEqual([
    ["unconnected-outcome", "These are the labels of outcomes: write `true`, `false`.", ["true", "false"]],
  ]);
});

test.each([
  ["Use my password", "true"],
  ["use my password", "true"],
  ["Not now", "false"],
  ["Später", "false"],
])("the text of a button, %s, counts as its outcome", (label, outcome) => {
  const text = (yes: string, no: string) => `journey J {
    start -> Old
    node Old: MessageNode {
      message: "Your badge has expired"
      messageYes: "Use my password"
      messageNo: { en: "Not now", de: "Später" }
      ${yes} -> Ask
      ${no} -> failure
    }
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      -> Check
    }
    node Check: DataStoreDecision { true -> success  false -> failure }
  }`;
  const written = JSON.stringify(label);
  const found = outcome === "true" ? told(text(written, "false")) : told(text("true", written));
  expect(found.filter(([code]) => code === "unconnected-outcome")).toEqual([
    ["unconnected-outcome", `Did you mean \`${outcome}\` by ${written}?`, [outcome]],
  ]);
  expect(found.map(([code]) => code)).not.toContain("unreachable-node");
});
