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

test("a lookup by what nothing collects is told at its setting where other nodes name what is collected", () => {
  const text = `journey Reset {
    start -> Ask
    page Ask {
      node Mail: AttributeCollector { attributesToCollect: ["mail"] identityAttribute: "mail" required: true }
      -> Find
    }
    node Find: IdentifyExistingUser { identifier: "userName" identityAttribute: "userName"  true, false -> failure }
  }
  scenario "a mail" of Reset {
    submit Ask { mail: "a@example.com" }
    expect failure
  }`;
  const found = checkTexts(text).filter(({ code }) => code === "state-never-written");
  expect(underlined(found)).toEqual([["state-never-written", '"userName"']]);
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

test("one arrow that is gone, or leads back, is told alone, with the node that nothing leads to", () => {
  const text = (count: string, reject: string) => `journey J {
    start -> Count
    node Count: IncrementLoginCount { ${count} }
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      -> Check
    }
    node Check: DataStoreDecision { true -> success  false -> Tries }
    node Tries: RetryLimitDecision { Retry -> Ask  Reject -> ${reject} }
    node Lock: AccountLockout { -> failure }
  }`;
  const codes = ["unconnected-outcome", "unreachable-node", "retry-limit-without-effect"];
  const found = (count: string, reject: string) =>
    checkTexts(text(count, reject))
      .filter(({ code }) => codes.includes(code))
      .map(({ code, help }) => [code, help]);
  expect(found("-> Ask", "Lock")).toEqual([]);
  expect(found("", "Lock")).toEqual([["unconnected-outcome", "Nothing leads to `Ask`: did you mean `-> Ask`?"]]);
  expect(found("-> Ask", "Ask")).toEqual([
    ["retry-limit-without-effect", "Nothing leads to `Lock`: is that meant by `Reject`?"],
  ]);
});

test("a rule that is refuted says whether it holds the other way round, or by which outcome the path passes", () => {
  const text = (rule: string) => `journey J {
    start -> Name
    node Name: UsernameCollector { -> Password }
    node Password: PasswordCollector { -> Check }
    node Check: DataStoreDecision { true -> success  false -> failure }
    ${rule}
  }`;
  const help = (rule: string) => checkTexts(text(rule)).find(({ code }) => code === "refuted-require")?.help;
  expect(help("require Check before Name")).toBe("It holds the other way round: `require Name before Check`.");
  expect(help("require Check.true before failure")).toBe(
    "The path passes `Check` by another outcome: lead `Check.false` elsewhere, or correct the rule.",
  );
});

test("an outcome that the script chooses belongs into the list, and an inner node's new name is told once for all its arrows", () => {
  const scripted = `journey J {
    start -> Rate
    node Rate: ScriptedDecision { script: Rate outcomes: ["small", "refused"]  small -> success  blocked -> failure }
    script Rate { file: "rate.js" }
  }`;
  const [listed] = checkTexts(scripted, "").filter(({ code }) => code === "unknown-outcome");
  expect(listed?.help).toBe("Did you mean `refused`, which has no arrow yet?");
  const page = `journey J {
    start -> Choose
    page Choose {
      node Provider: SelectIdP { includeLocalAuthentication: true }
      Providers.localAuthentication -> failure
      Providers.socialAuthentication -> success
    }
  }
  scenario "S" of J { stub Choose -> Providers.localAuthentication  expect failure }`;
  const found = checkTexts(page).filter(({ code }) => code === "unknown-outcome");
  expect(found.map(({ help, fixes, related }) => [help, fixes.length, related.map(({ message }) => message)])).toEqual([
    ["Did you mean `Provider`?", 0, ["`Provider` is declared here", "Nor does it have this one"]],
  ]);
});

test("an outcome that a list spells otherwise shows the list, and nothing is changed by itself", () => {
  const text = (choice: string) => `journey J {
    start -> Method
    node Method: ChoiceCollector { prompt: "How?" choices: ["App", "${choice}"] defaultChoice: "App"
      App -> success
      "Text message" -> failure
    }
  }`;
  const found = checkTexts(text("Text mesage")).filter(({ code }) => code === "unconnected-outcome");
  expect(found.map(({ fixes, related }) => [fixes.length, related.map(({ message }) => message)])).toEqual([
    [0, ["`Text mesage` is listed here"]],
  ]);
  expect(checkTexts(text("Text message")).filter(({ code }) => code === "unconnected-outcome")).toEqual([]);
  const typed = `extern node Licence "LicenceNode" { outcomes: ["Valid", "Expired"] }
  journey J {
    start -> A
    node A: Licence { Valid -> success  Expired -> failure  Unknown -> failure }
  }`;
  const [lacking] = checkTexts(typed).filter(({ code }) => code === "unknown-outcome");
  expect(lacking?.help).toBe('Its outcomes are `Valid`, `Expired`. Add `"Unknown"` to the list, or remove the arrow.');
  expect(lacking?.related.map(({ message }) => message)).toEqual(["They are listed here"]);
});
