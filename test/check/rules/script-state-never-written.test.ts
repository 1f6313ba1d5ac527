import { expect, test } from "vitest";
import { messagesWithScripts } from "../../support/check-scripts.js";

const journey = (middle: string) => `journey J {
  start -> Ask

  node Ask: UsernameCollector {
    -> Middle
  }

  ${middle}

  script Read {
    file: "read.js"
  }

  node Read: ScriptedDecision {
    script: Read
    outcomes: ["next"]

    next -> failure
  }
}
`;
const decision = "node Middle: DataStoreDecision { true, false -> Read }";
const found = (middle: string, scripts: Readonly<Record<string, string>>) =>
  messagesWithScripts("script-state-never-written", [journey(middle)], scripts).map(
    (message) => /reads "(\w+)"/.exec(message)?.[1],
  );

test("a key that nothing writes is reported", () => {
  expect(found(decision, { "read.js": 'outcome = nodeState.get("gone") ? "next" : "next";' })).toEqual(["gone"]);
});

test("what the script wrote before it asked is there when it runs again", () => {
  const body =
    'if (!requestParameters.get("back")) { sharedState.put("nonce", "a"); } else { sharedState.get("nonce"); }';
  expect(found(decision, { "read.js": body })).toEqual([]);
  expect(found(decision, { "read.js": 'nodeState.putTransient("nonce", 1); nodeState.get("nonce");' })).toEqual([]);
});

test("another key that it writes does not help", () => {
  expect(found(decision, { "read.js": 'nodeState.putShared("once", 1); nodeState.get("nonce");' })).toEqual(["nonce"]);
});

test("a function that nothing calls reads nothing, and one that another one calls does", () => {
  const library = 'function token() { return nodeState.get("gone"); }\nfunction name() { return token(); }\n';
  expect(found(decision, { "read.js": `${library}outcome = "next";` })).toEqual([]);
  expect(found(decision, { "read.js": `${library}outcome = name() ? "next" : "next";` })).toEqual(["gone"]);
  expect(found(decision, { "read.js": `${library}[1].forEach(token); outcome = "next";` })).toEqual(["gone"]);
});

const social = (more: string) => `script Normalize {
    file: "normalize.js"
    context: "SOCIAL_IDP_PROFILE_TRANSFORMATION"
  }

  node Middle: SocialProviderHandlerNodeV2 {
    script: ${more}
    usernameAttribute: "userName"

    ACCOUNT_EXISTS, NO_ACCOUNT, SOCIAL_AUTH_INTERRUPTED -> Read
  }`;
const match = (useScript: boolean) => `script Normalize {
    file: "normalize.js"
    context: "DEVICE_MATCH_NODE"
  }

  node Middle: DeviceMatch {
    script: Normalize
    useScript: ${useScript}

    true, false, unknownDevice -> Read
  }`;

test.each([
  ["a script that transforms a profile", social("Normalize"), []],
  [
    "the transformation of a provider beside a script that is not here",
    social('"0a5e0c63-0000-4000-8000-000000000009"'),
    [],
  ],
  ["a script that compares devices", match(true), []],
  ["one that is switched off", match(false), ["flag"]],
])("%s writes", (_, middle, keys) => {
  const read = 'nodeState.get("flag");';
  expect(found(middle, { "read.js": read, "normalize.js": 'sharedState.put("flag", true);' })).toEqual(keys);
});

test("a transformation that writes something else does not help", () => {
  const scripts = { "read.js": 'nodeState.get("flag");', "normalize.js": 'sharedState.put("other", true);' };
  expect(found(social("Normalize"), scripts)).toEqual(["flag"]);
});

const webAuthn = (outcome: string) => `node Middle: WebAuthnAuthentication {
    ${["unsupported", "noDevice", "failure", "success", "error"].map((each) => `${each} -> ${each === outcome ? "Read" : "failure"}`).join("\n    ")}
  }`;

test("the browser's error is written where the client reports one, and nowhere else", () => {
  const scripts = { "read.js": 'sharedState.get("WebAuthenticationDOMException");' };
  expect(found(webAuthn("error"), scripts)).toEqual([]);
  expect(found(webAuthn("failure"), scripts)).toEqual(["WebAuthenticationDOMException"]);
});

test.each([
  ["merged at once", 'nodeState.mergeShared({ nonce: 1 }); nodeState.get("nonce");'],
  ["under a constant", 'var KEY = "nonce"; nodeState.putTransient(KEY, 1); nodeState.get(KEY);'],
  [
    "in a function",
    'function keep() { sharedState.put("nonce", 1); } if (callbacks.isEmpty()) keep(); else sharedState.get("nonce");',
  ],
  ["as a member", 'if (callbacks.isEmpty()) sharedState.nonce = 1; else sharedState["nonce"];'],
])("what the script writes itself is there when it runs again: %s", (_, body) => {
  expect(found(decision, { "read.js": body })).toEqual([]);
});

const two = (second: string) => `journey A {
  start -> Ask

  node Ask: UsernameCollector {
    -> Check
  }

  script Check {
    id: "10000000-0000-4000-8000-000000000001"
    file: "check.js"
  }

  node Check: ScriptedDecision {
    script: Check
    outcomes: ["next"]

    next -> failure
  }
}

journey B {
  start -> Ask

  node Ask: UsernameCollector {
    -> Set
  }

  script Set {
    file: "set.js"
  }

  node Set: ScriptedDecision {
    script: Set
    outcomes: ["next"]

    next -> ${second}
  }

  script Check {
    id: "10000000-0000-4000-8000-000000000001"
    file: "check.js"
  }

  node Check: ScriptedDecision {
    script: Check
    outcomes: ["next"]

    next -> failure
  }
}
`;

test("a script that several journeys share asks for keys of each of them", () => {
  const scripts = {
    "check.js": 'outcome = nodeState.get("isRegistration") ? "next" : "next"; nodeState.get("forNobody");',
    "set.js": 'nodeState.putShared("isRegistration", true); outcome = "next";',
  };
  const keys = messagesWithScripts("script-state-never-written", [two("Check")], scripts).map(
    (message) => /reads "(\w+)"/.exec(message)?.[1],
  );
  expect([...new Set(keys)]).toEqual(["forNobody"]);
});
