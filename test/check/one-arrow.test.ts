import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

/** A login with a lock behind its tries, and the rules that its author demands. */
function login(...changes: readonly (readonly [from: string, to: string])[]): string {
  let text = `journey Login {
    start -> Ask
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      -> Check
    }
    node Check: DataStoreDecision {
      true -> Active
      false -> Tries
    }
    node Active: AccountActiveDecision {
      true -> Count
      false -> Sorry
    }
    node Tries: RetryLimitDecision {
      Retry -> Ask
      Reject -> Lock
    }
    node Lock: AccountLockout { lockAction: "LOCK"  -> Sorry }
    node Sorry: SetFailureUrl { failureUrl: "https://www.example.com/sorry"  -> failure }
    node Count: IncrementLoginCount { -> success }
    require Check.true before Count
    forbid success after Lock
  }`;
  for (const [from, to] of changes) {
    expect(text.split(from)).toHaveLength(2);
    text = text.replace(from, to);
  }
  return text;
}

const told = (text: string) =>
  checkTexts(text)
    .filter(({ severity }) => severity !== "info")
    .map(({ code, help }) => [code, help]);

test("the journey has no finding", () => {
  expect(told(login())).toEqual([]);
});

const comesOf = (arrow: string, to: string) =>
  `Lead \`${arrow}\` elsewhere than to \`${to}\`: all of this comes of that arrow.`;

test.each([
  ["past the check, after too many tries", "Reject -> Lock", "Reject -> Count", "unreachable-node"],
  ["on, after the lock", '"LOCK"  -> Sorry', '"LOCK"  -> Count', comesOf("Lock", "Count")],
  ["back, after the lock", '"LOCK"  -> Sorry', '"LOCK"  -> Check', comesOf("Lock", "Check")],
  ["to its own node", 'sorry"  -> failure', 'sorry"  -> Sorry', comesOf("Sorry", "Sorry")],
  ["to the wrong end", 'sorry"  -> failure', 'sorry"  -> success', comesOf("Sorry", "success")],
  ["past the check", "Retry -> Ask", "Retry -> Count", comesOf("Tries.Retry", "Count")],
])("an arrow that leads %s is told once", (_, from, to, expected) => {
  const found = told(login([from, to]));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(expected);
});

test("outcomes that are exchanged are told once, with what to do", () => {
  const text = (good: string, bad: string) => `journey Recover {
    noSession: true
    start -> Name
    node Name: AttributeCollector { attributesToCollect: ["mail"]  identityAttribute: "mail"  -> Find }
    node Find: IdentifyExistingUser {
      identifier: "userName"
      identityAttribute: "mail"
      true -> Make
      false -> Make
    }
    node Make: OneTimePasswordGenerator { -> Send }
    node Send: OneTimePasswordSmsSender { -> Code }
    page Code {
      node Digits: OneTimePasswordCollectorDecision
      true -> ${good}
      false -> ${bad}
    }
    node Tries: RetryLimitDecision { Retry -> Code  Reject -> failure }
    page NewPassword {
      node Password: ValidatedPassword { validateInput: true }
      -> Save
    }
    node Save: PatchObject { identityAttribute: "mail"  PATCHED -> success  FAILURE -> failure }
    require Code.true before Save
  }`;
  const plain = told(text("NewPassword", "Tries"));
  const found = told(text("Tries", "NewPassword")).filter(([code]) => !plain.some(([other]) => other === code));
  expect(found).toEqual([
    ["refuted-require", "Exchange the targets of `Code.false` and `Code.true`: all of this comes of these arrows."],
  ]);
});

test("what has causes of its own is told by itself", () => {
  const found = told(login(['"LOCK"  -> Sorry', '"LOCK"  -> Count'], ["-> success", "-> Count"]));
  expect(found.length).toBeGreaterThan(1);
});
