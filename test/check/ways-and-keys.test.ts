import { describe, expect, test } from "vitest";
import { checkWithScripts } from "../support/check-scripts.js";
import { checkTexts } from "../support/check-text.js";

const told = (...texts: readonly string[]) =>
  checkTexts(...texts)
    .filter(({ severity }) => severity !== "info")
    .map(({ code, help }) => [code, help]);

/** A one-time code for which a phone is asked first, where nobody has one. */
const codes = (changes: Readonly<Record<string, string>> = {}) => {
  let text = `journey Codes {
    noSession: true
    start -> Name
    node Name: UsernameCollector { -> HasPhone }
    node HasPhone: AttributePresentDecision {
      presentAttribute: "telephoneNumber"
      true -> Make
      false -> AskPhone
    }
    page AskPhone {
      node Phone: AttributeCollector { attributesToCollect: ["telephoneNumber"] }
      -> Make
    }
    node Make: OneTimePasswordGenerator { -> Send }
    node Send: OneTimePasswordSmsSender {
      hostName: "smtp.example.com"
      hostPort: 465
      username: "codes"
      fromEmailAddress: "codes@example.com"
      -> Enter
    }
    page Enter {
      node Code: OneTimePasswordCollectorDecision
      true -> success
      false -> Tries
    }
    node Tries: RetryLimitDecision { Retry -> Enter  Reject -> failure }
  }`;
  for (const [from, to] of Object.entries(changes)) {
    expect(text.split(from)).toHaveLength(2);
    text = text.replace(from, to);
  }
  return text;
};

describe("an arrow that leads past the only node that makes a code is told once, with the arrow", () => {
  test("the journey has no finding", () => {
    expect(told(codes())).toEqual([]);
  });

  test.each([
    ["true -> Make", "true -> Send", "Did you mean `HasPhone.true -> Make`?"],
    ["true -> Make", "true -> Enter", "Did you mean `HasPhone.true -> Make`?"],
    ['"]}\n      -> Make'.replace("]}", "] }"), '"] }\n      -> Send', "Did you mean `AskPhone -> Make`?"],
  ])("%s: %s", (from, to, help) => {
    expect(told(codes({ [from]: to }))).toEqual([["state-not-on-every-path", help]]);
  });

  test("on all ways, in several keys", () => {
    const past = codes({ "true -> Make": "true -> Send", '"] }\n      -> Make': '"] }\n      -> Send' });
    expect(told(past.replace("Retry -> Enter", "Retry -> Make"))).toEqual([
      ["state-never-written", "Put `Make`, which writes it, before `Send`."],
    ]);
  });
});

test.each([
  ["KbaDecision", "true -> Show  false -> failure"],
  ["AttributePresentDecision", 'presentAttribute: "city"  true -> Show  false -> failure'],
])("a setting that is left out where all other nodes have another value is told: %s", (type, rest) => {
  const text = (setting: string) => `journey Names {
    noSession: true
    start -> Ask
    page Ask {
      node Mail: AttributeCollector { attributesToCollect: ["mail"]  required: true  identityAttribute: "mail" }
      -> Find
    }
    node Find: IdentifyExistingUser {
      identifier: "userName"
      identityAttribute: "mail"
      true, false -> Has
    }
    node Has: ${type} { ${setting}  ${rest} }
    node Show: EmailTemplate { emailTemplateName: "reminder"  identityAttribute: "mail"  EMAIL_SENT, EMAIL_NOT_SENT -> failure }
  }`;
  const plain = told(text('identityAttribute: "mail"'));
  const found = told(text("")).filter(([code]) => !plain.some(([other]) => other === code));
  expect(found).toEqual([["state-not-on-every-path", 'Write `identityAttribute: "mail"`, as `Ask.Mail` has it.']]);
});

test.each([
  ["userName", "username", ""],
  ["accountNumber", "accountnumber", ""],
  ["accountNumber", "acountNumber", ""],
])("a key that a setting alone writes, and a script reads as %s, is told at the setting", (meant, key) => {
  const text = `journey Reminders {
    noSession: true
    start -> Who
    node Who: SessionData { sessionDataKey: "UserToken"  sharedStateKey: "${key}"  -> Ask }
    node Ask: ScriptedDecision {
      script: Ask
      outcomes: ["yes", "no"]
      yes -> success
      no -> failure
    }
    script Ask "Ask" { file: "ask.js"  context: "AUTHENTICATION_TREE_DECISION_NODE"  evaluatorVersion: "2.0" }
  }`;
  const script = `var who = nodeState.get("${meant}");\nif (who) action.goTo("yes"); else action.goTo("no");\n`;
  const found = checkWithScripts([text], { "ask.js": script }).filter(({ code }) => code === "misspelt-state-key");
  expect(found.map(({ place, help, related }) => [place.source.slice(place.range), help, related.length])).toEqual([
    [`"${key}"`, `Write \`sharedStateKey: "${meant}"\`, as it is read, or read "${key}" in the script.`, 2],
  ]);
});

test("what an inner journey needs rests on its lost node that would write it", () => {
  const inner = (start: string) => `journey Device "Device" {
    innerTreeOnly: true
    start -> ${start}
    node Method: SetState { attributes: { mfaMethod: "OATH" }  -> Offer }
    node Offer: MultiFactorRegistrationOptions {
      registerOutcome, getAppOutcome, skipOutcome -> success
      optOutOutcome -> Never
    }
    node Never: OptOutMultiFactorAuthentication { -> success }
  }`;
  const outer = `journey SignUp "Sign Up" {
    start -> Ask
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      -> Check
    }
    node Check: DataStoreDecision { true -> Device  false -> failure }
    node Device: InnerTreeEvaluator { tree: "Device"  true -> success  false -> failure }
  }`;
  expect(told(inner("Method"), outer)).toEqual([]);
  expect(told(inner("Offer"), outer).map(([code]) => code)).toEqual(["unreachable-node"]);
});

test("a check that stands on a page itself is told alone", () => {
  const text = `journey Change {
    start -> Session
    node Session: SessionData { sessionDataKey: "UserToken"  sharedStateKey: "userName"  -> Old }
    page Old {
      node OldPassword: ValidatedPassword
      node Check: DataStoreDecision
      true -> New
      false -> failure
    }
    page New {
      node NewPassword: ValidatedPassword { validateInput: true }
      -> Save
    }
    node Save: PatchObject { PATCHED -> success  FAILURE -> failure }
  }`;
  expect(told(text).map(([code]) => code)).toEqual(["silent-page-child"]);
});

describe("recovery codes", () => {
  const oath = (made: boolean) => `journey Register {
    start -> Ask
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      -> Check
    }
    node Check: DataStoreDecision { true -> Register  false -> failure }
    node Register: OathRegistration {
      generateRecoveryCodes: ${made}
      postponeDeviceProfileStorage: true
      successOutcome -> Verify
      failureOutcome -> failure
    }
    node Verify: OathTokenVerifier {
      successOutcome -> Store
      failureOutcome, notRegisteredOutcome -> failure
    }
    node Store: OathDeviceStorage { successOutcome -> Show  failureOutcome -> failure }
    node Show: RecoveryCodeDisplay { -> success }
  }`;

  test("of a stored device are those of its registration", () => {
    expect(told(oath(true)).map(([code]) => code)).not.toContain("no-recovery-codes");
    expect(told(oath(false)).filter(([code]) => code === "no-recovery-codes")).toHaveLength(1);
  });

  test.each([
    ["", 0],
    ['inputs: ["username"]', 1],
    ['inputs: ["username", "recoveryCodes"]', 0],
  ])("are not shown by a node that is declared not to read them: %s", (inputs, count) => {
    const text = `extern node Seat "designer-5e1d2c3b4a5968778695a4b3c2d1e0f1" { outcomes: ["done"]  ${inputs} }
    journey Register {
      start -> Name
      node Name: UsernameCollector { -> Register }
      node Register: OathRegistration { successOutcome -> Seat  failureOutcome -> failure }
      node Seat: Seat { done -> success }
    }`;
    const found = checkTexts(text).filter(({ code }) => code === "recovery-codes-not-shown");
    expect(found).toHaveLength(count);
  });
});

test.each([
  [
    "SetSessionProperties",
    "maxSessionTime: 8  maxIdleTime: 30",
    "write more than 30 for `maxSessionTime`, such as `480` for 8 hours",
  ],
  [
    "SetSessionProperties",
    "maxSessionTime: 60  maxIdleTime: 90",
    "write more than 90 for `maxSessionTime`, or less than 60",
  ],
  ["SetPersistentCookie", 'maxLife: 3  idleTimeout: 48  hmacSigningKey: "&{esv.key}"', "such as `72` for 3 days"],
])("a time without use that outlasts the whole says how both can be meant: %s %s", (type, settings, help) => {
  const text = `journey J {
    start -> Ask
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      -> Check
    }
    node Check: DataStoreDecision { true -> Set  false -> failure }
    node Set: ${type} { ${settings}  -> success }
  }`;
  expect(told(text)).toContainEqual(["loose-limit", expect.stringContaining(help)]);
});

test.each([
  ["images/logo.png", undefined],
  ["logo.png", undefined],
  ["assets/brand/logo.svg", undefined],
  ["www.example.com/logo.png", '"https://www.example.com/logo.png"'],
  ["localhost/logo.png", '"https://localhost/logo.png"'],
  ["cdn.example.com:8443/logo.png", '"https://cdn.example.com:8443/logo.png"'],
])("a path alone is made no address of a server: %s", (address, fix) => {
  const text = `journey J {
    start -> Name
    node Name: UsernameCollector { -> Phone }
    node Phone: PushRegistration {
      generateRecoveryCodes: false
      imgUrl: "${address}"
      successOutcome, failureOutcome, timeoutOutcome -> failure
    }
  }`;
  const [found] = checkTexts(text).filter(({ code }) => code === "wrong-value-type");
  expect(found?.fixes.flatMap(({ edits }) => edits.map(({ text: edit }) => edit))).toEqual(
    fix === undefined ? [] : [fix],
  );
});
