import { expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { checkTexts } from "../../support/check-text.js";
import { runsInner, secondFactor } from "../../support/login-texts.js";

/** What findings underline. */
function underlined(found: readonly Diagnostic[]): readonly (readonly [string, string])[] {
  return found.map(({ code, place }) => [code, place.source.slice(place.range)]);
}

test("a code that is not sent is told at the arrow that passes its sender over, and the sender is not called lost as well", () => {
  const text = `journey Code {
    start -> Name
    page Name {
      node User: AttributeCollector { attributesToCollect: ["mail"] identityAttribute: "mail" }
      -> Find
    }
    node Find: IdentifyExistingUser { identifier: "userName" identityAttribute: "mail"  true -> Make  false -> failure }
    node Make: OneTimePasswordGenerator { -> Check }
    node Send: OneTimePasswordSmtpSender {
      hostName: "mail.example.com" hostPort: 465 username: "mailer" fromEmailAddress: "no-reply@example.com"
      -> Check
    }
    node Check: OneTimePasswordCollectorDecision { true -> success  false -> failure }
  }`;
  const found = checkTexts(text).filter(({ code }) => code === "code-not-sent" || code === "unreachable-node");
  expect(underlined(found)).toEqual([["code-not-sent", "Check"]]);
  expect(found.map(({ help }) => help)).toEqual(["Nothing leads to `Send`, which sends it: lead this arrow there."]);
});

test("where an inner journey can never succeed, the arrows that end it are shown, first the only one of a node", () => {
  const inner = secondFactor("")
    .replace("true -> success", "true -> Count")
    .replace(/\}\s*$/, "  node Count: IncrementLoginCount { -> failure }\n}\n");
  const [found] = checkTexts(runsInner("Second Factor"), inner).filter(
    ({ code }) => code === "impossible-inner-outcome",
  );
  const ends = found?.related.filter(({ message }) => message === "It ends in failure here") ?? [];
  expect(ends.map(({ place }) => place.source.slice(place.range))[0]).toBe("-> failure");
  expect(found?.help).toBe('Let an arrow of "Second Factor" lead to `success`.');
});

test("a script of a wrong context is told at its context where one node alone runs it, else at the nodes", () => {
  const node = (name: string, next: string) =>
    `node ${name}: ScriptedDecision { script: Rate outcomes: ["ok"]  ok -> ${next} }`;
  const journey = (...nodes: readonly string[]) => `journey J {
    start -> A
    script Rate { file: "rate.js" context: "POLICY_CONDITION" }
    ${nodes.join("\n")}
  }`;
  const wrong = (text: string) => underlined(checkTexts(text).filter(({ code }) => code === "wrong-script-context"));
  expect(wrong(journey(node("A", "success")))).toEqual([["wrong-script-context", '"POLICY_CONDITION"']]);
  expect(wrong(journey(node("A", "B"), node("B", "success")))).toEqual([
    ["wrong-script-context", "Rate"],
    ["wrong-script-context", "Rate"],
  ]);
});

test("an outcome that a setting would bring is told with the setting", () => {
  const text = `journey J {
    start -> Run
    node Run: InnerTreeEvaluator { tree: "Other"  true -> success  false, error -> failure }
  }`;
  const [found] = checkTexts(text).filter(({ code }) => code === "unknown-outcome");
  expect(found?.help).toBe("The node has this outcome with `displayErrorOutcome: true`.");
});

test("a key that nothing writes is told once, and scenarios that answer it are not told that nobody asks", () => {
  const text = `journey Reset {
    start -> Ask
    page Ask {
      node Mail: AttributeCollector { attributesToCollect: ["userName"] identityAttribute: "mail" required: true }
      -> Find
    }
    node Find: IdentifyExistingUser { identifier: "userName" identityAttribute: "mail"  true -> Send  false -> Send }
    node Send: EmailSuspend { emailTemplateName: "reset" identityAttribute: "mail" emailAttribute: "mail"  -> success }
  }
  scenario "a mail" of Reset {
    submit Ask { mail: "a@example.com" }
    expect suspended
  }`;
  const codes = ["state-never-written", "state-not-on-every-path", "invalid-step"];
  const found = checkTexts(text).filter(({ code }) => codes.includes(code));
  expect(underlined(found)).toEqual([["state-never-written", "Find"]]);
});

test("a journey that a scenario starts gets no state from another one", () => {
  const journey = `journey J {
    start -> Check
    node Check: IdentifyExistingUser { identifier: "userName" identityAttribute: "mail"  true -> success  false -> failure }
  }`;
  const never = (text: string) => checkTexts(text).filter(({ code }) => code === "state-never-written").length;
  expect(never(journey)).toBe(0);
  expect(never(`${journey} scenario "it starts" of J { expect failure }`)).toBe(1);
});
