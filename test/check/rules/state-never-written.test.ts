import { describe, expect, test } from "vitest";
import { checkWithScripts } from "../../support/check-scripts.js";
import { checkTexts, messagesOf } from "../../support/check-text.js";

const journey = (node: string) => `journey J {
  start -> Ask

  page Ask {
    node Secret: PasswordCollector

    -> Next
  }

  node Next: ${node}
}
`;

test.each([
  ["recovery codes that are not there are not shown", "RecoveryCodeDisplay { -> failure }", false],
  ["a timer that was not started is not stopped", 'TimerStop { metricName: "m"\n -> failure }', false],
  ["nobody's logins are not counted", "IncrementLoginCount { -> failure }", false],
  [
    "without a user all providers are offered",
    "SelectIdP { offerOnlyExisting: true\n localAuthentication, socialAuthentication -> failure }",
    false,
  ],
  ["a lock needs a user", 'AccountLockout { lockAction: "LOCK"\n -> failure }', true],
  ["a decision about the terms needs one too", "TermsAndConditionsDecision { true, false -> failure }", true],
  [
    "a collector of codes needs a code and its time",
    "OneTimePasswordCollectorDecision { true, false -> failure }",
    true,
  ],
  ["an account needs what it is made of", "ProvisionDynamicAccount { -> failure }", true],
  ["a mail needs its address", "EmailSuspend { -> failure }", true],
  [
    "a mail to an attribute that nobody has is sent to nobody",
    'EmailSuspend { emailAttribute: "none"\n -> failure }',
    false,
  ],
  [
    "a check elsewhere needs name and password",
    'PassthroughAuthentication { systemEndpoint: "x" AUTHENTICATED, MISSING, FAILED -> failure }',
    true,
  ],
])("%s", (_, node, isReported) => {
  const found = messagesOf("state-never-written", journey(node));
  expect(found.length > 0).toBe(isReported);
});

test("the setting is told by which the state would have what is needed", () => {
  const remedy = (text: string) =>
    checkTexts(text).flatMap(({ code, help }) => (code === "state-never-written" ? [help] : []));
  const session = (setting: string) => `journey Update {
  start -> Who
  node Who: SessionData { sessionDataKey: "UserToken" sharedStateKey: "userName" -> Mail }
  node Mail: EmailSuspend { objectLookup: ${setting}\n -> failure }
}`;
  // A journey that knows the user from a session is not run by another one that gives it an address.
  expect(remedy(session("false"))).toEqual([
    'Write `objectLookup: true`, so that it is looked up, or let a node before it collect or set "mail".',
  ]);
  expect(remedy(session("true"))).toEqual([]);
  const kept = (key: string) => `journey Update {
  start -> Who
  node Who: SessionData { sessionDataKey: "UserToken" sharedStateKey: "${key}" -> Ask }
  page Ask { node New: AttributeCollector { attributesToCollect: ["city"] } -> Save }
  node Save: PatchObject { PATCHED -> success FAILURE -> failure }
}`;
  for (const key of ["uid", "mail"])
    expect(remedy(kept(key))).toEqual(['Write `sharedStateKey: "userName"` in `Who`: only then it writes "username".']);
  for (const key of ["userName", "username"]) expect(remedy(kept(key))).toEqual([]);
  const passkey = (setting: string) => `journey Login {
  start -> Passkey
  page Passkey {
    node Key: WebAuthnAuthentication { requiresResidentKey: ${setting} }
    success -> Who
    unsupported, noDevice, failure, error -> failure
  }
  node Who: IdentifyExistingUser { identityAttribute: "_id" true -> success false -> failure }
}`;
  expect(remedy(passkey("false"))).toEqual([
    'Write `requiresResidentKey: true` in `Passkey.Key`: only then it writes "username".',
  ]);
  expect(remedy(passkey("true"))).toEqual([]);
});

test.each([
  ["a social provider", 'SocialProviderHandlerV2 { script: ""\n ACCOUNT_EXISTS -> success\n NO_ACCOUNT -> Make'],
  ["a collector of attributes", 'AttributeCollector { attributesToCollect: ["mail"]\n -> Make'],
])("an account is made of the attributes of %s", (_, before) => {
  const found = messagesOf(
    "state-never-written",
    `journey J {
  start -> Choose
  node Choose: SelectIdP { localAuthentication -> failure\n socialAuthentication -> Ask }
  node Ask: ${before} }
  node Make: ProvisionDynamicAccount { -> success }
}`,
  );
  expect(found).toEqual([]);
});

const lookUp = (attribute: string) => `journey J {
  identityResource: "managed/alpha_user"

  start -> Ask

  node Ask: AttributeCollector {
    attributesToCollect: ["${attribute}"]

    -> Find
  }

  node Find: IdentifyExistingUser {
    identifier: "userName"
    identityAttribute: "mail"

    true, false -> failure
  }
}
`;

test("what a misspelt attribute was to collect is not told a second time", () => {
  const codes = (text: string) => checkTexts(text).map(({ code }) => code);
  expect(codes(lookUp("mail"))).not.toContain("state-never-written");
  expect(codes(lookUp("email"))).toContain("misspelt-attribute");
  expect(codes(lookUp("email"))).not.toContain("state-never-written");
  expect(codes(lookUp("city"))).toContain("state-never-written");
});

describe("a node that stands before the one which makes what it needs", () => {
  const found = (text: string) =>
    checkTexts(text)
      .filter(({ code }) => code === "state-never-written")
      .map(({ message, help, related }) => [message, help, related.length]);

  const early = (wrong: string) => `journey Shop {
    start -> Check

    node Check: DataStoreDecision {
      true -> Ask
      false -> ${wrong}
    }

    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector

      -> success
    }
  }`;

  test("a check of the password before the page that asks for it", () => {
    expect(found(early("failure"))).toEqual([
      [
        'Node "Check" needs "username", but nothing before it writes it',
        "Put `Ask`, which writes it, before `Check`.",
        1,
      ],
    ]);
  });

  test("a check that is tried first, and again when the page has asked, may be for what another journey knows", () => {
    expect(found(early("Ask").replace("-> success", "-> Check").replace("true -> Ask", "true -> success"))).toEqual([]);
  });

  const codes = (first: string, second: string, third: string) => `journey Shop {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> ${first}
    false -> failure
  }

  node Make: OneTimePasswordGenerator { -> ${first === "Make" ? second : third} }

  node Send: OneTimePasswordSmtpSender {
    hostName: "mail.example.com"
    hostPort: 587
    username: "shop"
    fromEmailAddress: "shop@example.com"

    -> ${first === "Send" ? second : third}
  }

  node Type: OneTimePasswordCollectorDecision {
    true -> success
    false -> failure
  }
}`;

  test("a code that is sent before it is made is told once", () => {
    const text = codes("Send", "Make", "Type");
    expect(found(text)).toEqual([
      [
        'Node "Send" needs "oneTimePassword", but nothing before it writes it',
        "Put `Make`, which writes it, before `Send`.",
        1,
      ],
    ]);
    expect(checkTexts(text).filter(({ severity }) => severity !== "info")).toHaveLength(1);
    expect(found(codes("Make", "Send", "Type"))).toEqual([]);
  });

  test("a journey that others run is given what it needs", () => {
    const inner = codes("Send", "Make", "Type").replace("  start -> Ask", "  innerTreeOnly: true\n\n  start -> Send");
    expect(found(inner)).toEqual([]);
  });
});

describe("a node that writes the key only with another setting", () => {
  const kept = (between: string, head = "") => `${head}journey J {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Secret: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Tell
    false -> failure
  }

  node Tell: BackchannelNotification {
    -> Make
  }

  node Make: WebAuthnRegistration {
    generateRecoveryCodes: false

    success -> Between
    failure, error, unsupported -> failure
  }

  node Between: ${between}

  node Keep: WebAuthnDeviceStorage {
    generateRecoveryCodes: false

    success -> success
    failure -> failure
  }
}
`;

  test("is told though nothing is known of another node on the way", () => {
    expect(messagesOf("state-never-written", kept("BackchannelNotification { -> Keep }"))).toHaveLength(1);
  });

  test("is not told where a script names the key, where it may come another way, or from a journey that is not known", () => {
    const script =
      'script Own as AUTHENTICATION_TREE_DECISION_NODE """\nvar key = "webauthnDeviceData";\noutcome = "true";\n"""\n';
    const decision = 'ScriptedDecision { script: Own\n outcomes: ["true"]\n true -> Keep }';
    expect(messagesOf("state-never-written", kept(decision, script))).toEqual([]);
    expect(
      messagesOf("state-never-written", kept('InnerTreeEvaluator { tree: "Other"\n true, false -> Keep }')),
    ).toEqual([]);
    const around = kept("BackchannelNotification { -> Keep }").replace("false -> failure", "false -> Between");
    expect(messagesOf("state-never-written", around)).toEqual([]);
  });
});

test("a node that stands before the reader already, and writes on another outcome, is no remedy", () => {
  const text = `journey J {
  start -> Passkey
  node Passkey: WebAuthnAuthentication {
    isRecoveryCodeAllowed: false
    unsupported, failure, error -> failure
    noDevice -> Secret
    success -> success
  }
  node Secret: PasswordCollector { -> Check }
  node Check: DataStoreDecision { true -> success  false -> failure }
}`;
  const found = checkTexts(text).filter(
    ({ code, message }) => code === "state-never-written" && message.includes("Check"),
  );
  expect(found.map(({ message, help }) => [message, help?.startsWith("Put ")])).toEqual([
    ['Node "Check" needs "username", but nothing before it writes it', false],
  ]);
});

test("a node of which nothing is known writes no code that a node of the journey makes only behind the question", () => {
  const text = (first: string) => `extern node Theme "ThemeNode" { outcomes: ["outcome"] }
journey Mail {
  start -> Name
  node Name: UsernameCollector { -> ${first} }
  node Known: CookiePresenceDecision { cookieName: "seen" true -> Ask false -> Paint }
  node Paint: Theme { outcome -> Ask }
  page Ask {
    node Code: OneTimePasswordCollectorDecision
    true -> success
    false -> Make
  }
  node Make: OneTimePasswordGenerator { -> Send }
  node Send: OneTimePasswordSmtpSender {
    hostName: "mail.example.com"
    username: "mail"
    fromEmailAddress: "a@example.com"
    -> Ask
  }
}`;
  const needs = (first: string) =>
    checkTexts(text(first)).filter(
      ({ code, message }) => code === "state-never-written" && message.includes("oneTime"),
    );
  expect(needs("Known").map(({ help }) => help)).toEqual(["Put `Make`, which writes it, before `Ask.Code`."]);
  expect(needs("Make")).toEqual([]);
});

test("what is said of the node with the setting for another reason leaves the missing key told", () => {
  const text = `journey Keep {
  start -> Name
  node Name: UsernameCollector { -> Key }
  node Key: WebAuthnRegistration { success -> Save unsupported, failure, error -> failure }
  node Save: WebAuthnDeviceStorage { generateRecoveryCodes: false success, failure -> failure }
}`;
  const codes = checkTexts(text).map(({ code, severity }) => `${severity} ${code}`);
  expect(codes).toContain("warning state-never-written");
  expect(codes).not.toContain("warning recovery-codes-not-shown");
});

test("the key of a session's user is told where a check of the password needs the name", () => {
  const text = (key: string) => `journey Confirm {
  start -> Who
  node Who: SessionData { sessionDataKey: "UserToken" sharedStateKey: "${key}" -> Ask }
  page Ask {
    node Password: PasswordCollector

    -> Check
  }
  node Check: DataStoreDecision { true -> success false -> failure }
}`;
  const helps = (key: string) =>
    checkTexts(text(key)).flatMap(({ code, help }) => (code === "state-never-written" ? [help] : []));
  expect(helps("user")).toEqual(['Write `sharedStateKey: "userName"` in `Who`: only then it writes "username".']);
  expect(helps("userName")).toEqual([]);
});

test("an attribute that users do not have is told once, at its name", () => {
  const text = `journey Recover {
  start -> Ask
  page Ask { node Mail: AttributeCollector { attributesToCollect: ["mail"] required: true }  -> Find }
  node Find: IdentifyExistingUser { identityAttribute: "email" true, false -> failure }
}`;
  const codes = checkTexts(text).flatMap(({ code, severity }) => (severity === "info" ? [] : [code]));
  expect(codes).toEqual(["misspelt-attribute"]);
});

const which = `start -> Which
  script Code { file: "code.js" }
  node Which: ScriptedDecision { script: Code outcomes: ["init", "eval"]  eval -> Check  init -> `;
const checks = "node Check: AccountActiveDecision { true -> success  false -> failure }";

test.each([
  ["on every way", `start -> Check ${checks}`, ["warning"]],
  ["on one of the ways that a script chooses", `${which} success } ${checks}`, ["info"]],
  [
    "on each of them, by another node",
    `${which} Lock } ${checks} node Lock: AccountLockout { lockAction: "LOCK" -> failure }`,
    ["warning"],
  ],
  [
    "in a journey that it runs on one of them",
    `${which} success } node Check: InnerTreeEvaluator { tree: "Innermost"  true -> success  false -> failure }`,
    ["info"],
  ],
])("what an inner journey needs %s, and nothing before it writes", (_what, inside, severities) => {
  const journeys = [
    `journey Login {
  start -> Ask
  node Ask: PasswordCollector { -> Run }
  node Run: InnerTreeEvaluator { tree: "Inner"  true -> Name  false -> failure }
  node Name: UsernameCollector { -> success }
}`,
    `journey Inner { innerTreeOnly: true  ${inside} }`,
    `journey Innermost { innerTreeOnly: true  start -> Check ${checks} }`,
  ];
  const found = checkWithScripts(journeys, { "code.js": 'outcome = nodeState.get("action");' });
  const told = found.filter(
    ({ code, place: { source } }) => code === "state-never-written" && source.path === "test0.journey",
  );
  expect(told.map(({ severity }) => severity)).toEqual(severities);
});

describe("a journey that is checked alone may be for the user of another one", () => {
  const severities = (...texts: readonly string[]) =>
    checkTexts(...texts).flatMap(({ code, severity }) => (code === "state-never-written" ? [severity] : []));
  const factor = (ask: string) => `journey SecondFactor {
  start -> Ask
  ${ask}
  node Send: PushAuthenticationSender { messageType: "DEFAULT" SENT -> Wait NOT_REGISTERED -> failure }
  node Wait: PushWait { DONE -> Check EXITED -> failure }
  node Check: PushResultVerifier { TRUE -> success FALSE, EXPIRED -> failure WAITING -> Wait }
}`;
  const other = "journey Other { start -> Ask node Ask: PasswordCollector { -> failure } }";
  const asksNothing = 'node Ask: Message { message: "Ready?" true -> Send false -> failure }';

  test("one that asks for nothing of the user is a note, where nothing else is checked", () => {
    expect(severities(factor(asksNothing))).toEqual(["info"]);
    expect(severities(factor(asksNothing), other)).toEqual(["warning"]);
  });

  test("one that asks for a password lacks the name", () => {
    expect(severities(factor("node Ask: PasswordCollector { -> Send }"))).toEqual(["warning"]);
  });

  test("what a script writes behind a node is not what the node was to be given", () => {
    const inner = `journey Inner {
  start -> Find
  script Code { file: "code.js" }
  node Find: IdentifyExistingUser { identityAttribute: "userName" true -> Change false -> failure }
  node Change: ScriptedDecision { script: Code outcomes: ["true"] true -> success }
}`;
    const writes = 'nodeState.get("objectAttributes").put("userName", "x");\noutcome = "true";';
    const found = checkWithScripts([inner], { "code.js": writes });
    expect(found.filter(({ code }) => code === "state-never-written")).toEqual([]);
  });

  test("a script that sends nothing is no question, one that sends callbacks is", () => {
    const inner = `journey Inner {
  start -> Choose
  script Code { file: "code.js" }
  node Choose: ScriptedDecision { script: Code outcomes: ["init", "eval"] inputs: ["action"] init -> success eval -> Lock }
  node Lock: AccountLockout { lockAction: "LOCK" -> Tell }
  node Tell: DataStoreDecision { true -> success false -> failure }
}`;
    const found = (script: string) =>
      checkWithScripts([inner], { "code.js": script }).filter(({ code }) => code === "state-never-written");
    expect(found('outcome = nodeState.get("action");')).toEqual([]);
    const asks =
      "if (callbacks.isEmpty()) { callbacksBuilder.textOutputCallback(0, 'Now?'); } else { outcome = 'init'; }";
    expect(found(asks).length).toBeGreaterThan(0);
  });
});
