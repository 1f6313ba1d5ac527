import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

const told = (...texts: readonly string[]) =>
  checkTexts(...texts)
    .filter(({ severity }) => severity !== "info")
    .map(({ code, help }) => [code, help]);

const offer = (outcomes: string) => `journey Codes {
  start -> Ask
  page Ask { node Name: UsernameCollector {} node Password: PasswordCollector {} -> Check }
  node Check: DataStoreDecision { true -> App false -> failure }
  node App: OathTokenVerifier { successOutcome -> success failureOutcome -> failure notRegisteredOutcome -> Offer }
  node Offer: MultiFactorRegistrationOptions {
    mandatory: true
    getApp: true
    registerOutcome -> Register
    ${outcomes}
  }
  node Store: GetAuthenticatorApp { -> Offer }
  node Register: OathRegistration { generateRecoveryCodes: false successOutcome -> success failureOutcome -> failure }
}
`;

test("a screen that only leads back is what the open outcome was to lead to", () => {
  expect(told(offer("getAppOutcome -> Store"))).toEqual([]);
  expect(told(offer(""))).toEqual([
    ["unconnected-outcome", "Nothing leads to `Store`: did you mean `getAppOutcome -> Store`?"],
  ]);
});

test("the names of several languages in one text", () => {
  const text = offer("getAppOutcome -> Store").replace(
    "-> Offer }\n  node Register",
    'continueLabel: { English: "Go on", Spanish: "Sigue" } -> Offer }\n  node Register',
  );
  expect(told(text)).toEqual([
    ["missing-locale", "Write `continueLabel.en`: English is `en`. Write `continueLabel.es`: Spanish is `es`."],
  ]);
});

const join = (attributes: string, mail: string) => `journey Join {
  start -> Form
  page Form {
    node Name: ValidatedUsername { validateInput: true }
    node Details: AttributeCollector { attributesToCollect: ${attributes} required: true }
    node Secret: ValidatedPassword { validateInput: true }
    -> Mail
  }
  node Mail: EmailSuspend { emailTemplateName: "${mail}" emailAttribute: "mail" -> Create }
  node Create: CreateObject { CREATED -> success FAILURE -> failure }
}
scenario "joins" of Join {
  given user { userName: "ada", mail: "ada@example.com" }
  submit Form { username: "lea" }
  expect suspended
  expect email { template: "welcome" }
}
`;

test("an attribute that a new account needs and nothing asks for is told once, though a mail needs it, too", () => {
  expect(told(join('["givenName", "sn"]', "welcome")).map(([code]) => code)).toEqual(["optional-mandatory-attribute"]);
});

const asks = `journey Query {
  start -> Read
  node Read: QueryParameter { allowedQueryParameters: MAP -> Form }
  page Form { node Name: UsernameCollector {} node Password: PasswordCollector {} -> Check }
  node Check: DataStoreDecision { true -> success false -> failure }
}
scenario "reads" of Query {
  given query voice "alto"
  submit Form { Name: "lea", Password: "x" }
  expect state { voicePart: ["alto"] }
}
`;

test("a map of the request that is turned round is told once, with the way to write it", () => {
  expect(told(asks.replace("MAP", '{ voice: "voicePart" }'))).toEqual([]);
  const [[code, help] = [], ...others] = told(asks.replace("MAP", '{ voicePart: "voice" }'));
  expect([code, others]).toEqual(["step-without-effect", []]);
  expect(help).toContain('write `voice: "voicePart"` there');
});

test("whoever is rejected by a limit does not go on like those who have passed", () => {
  const limited = (reject: string) => `journey Login {
  start -> Ask
  page Ask { node Name: UsernameCollector {} node Password: PasswordCollector {} -> Check }
  node Check: DataStoreDecision { true -> Count false -> Limit }
  node Limit: RetryLimitDecision { retryLimit: 3 Retry -> Ask Reject -> ${reject} }
  node Count: IncrementLoginCount { identityAttribute: "userName" -> success }
}
`;
  expect(told(limited("failure"))).toEqual([]);
  expect(checkTexts(limited("Count")).map(({ code, message }) => [code, message])).toContainEqual([
    "retry-limit-without-effect",
    'Outcome "Reject" of node "Limit" leads on as "Check.true" does, so nobody is rejected',
  ]);
});

const inNode = (node: string) =>
  told(`journey J {\n  start -> A\n  node A: ${node}\n}\n`).filter(([code]) => code !== "state-never-written");

test.each([
  [
    "two placeholders in the marks of parameters",
    `GetAuthenticatorApp { message: { en: "Here: \${appleLink} or \${googleLink}" } -> success }`,
    "unknown-param",
  ],
  [
    "a placeholder with a word too many",
    'GetAuthenticatorApp { message: { en: "Here: {{appleStoreLink}}" } -> success }',
    "unknown-placeholder",
  ],
])("%s: one finding", (_, node, code) => {
  expect(inNode(node)).toEqual([[code, expect.stringContaining("Write `{{appleLink}}`")]]);
});

test.each([
  ['OathTokenVerifier { totpHashAlgorithm: "SHA256" }', "HMAC_SHA256"],
  ['LdapDecision { searchScope: "one" }', "ONE_LEVEL"],
  ["OathRegistration { passwordLength: 8 }", "EIGHT_DIGITS"],
])("a part of one of a few words, or its number, is that word: %s", (node, right) => {
  expect(inNode(node).find(([code]) => code === "value-not-allowed")?.[1]).toBe(`Write \`"${right}"\`.`);
});

test("a page that an arrow leads past is what the arrow was to lead to", () => {
  const login = (target: string) => `journey Login {
  start -> Ask
  page Ask { node Name: UsernameCollector {} node Password: PasswordCollector {} -> Check }
  node Check: DataStoreDecision { true -> ${target} false -> failure }
  page Terms { node Accept: AcceptTermsAndConditions {} -> Save }
  node Save: PatchObject { PATCHED -> success FAILURE -> failure }
}
`;
  expect(told(login("Terms"))).toEqual([]);
  expect(told(login("Save"))).toEqual([["unreachable-node", expect.stringContaining("`Check.true`")]]);
});

test("several items of a list that are none of the words for it", () => {
  expect(inNode('WebAuthnRegistration { acceptedSigningAlgorithms: ["-7", "-257"] }').map(([code]) => code)).toContain(
    "value-not-allowed",
  );
  const all = inNode('WebAuthnRegistration { acceptedSigningAlgorithms: ["-7", "-257"] }');
  expect(all.filter(([code]) => code === "value-not-allowed")).toHaveLength(1);
});

test("of several outcomes before one arrow, the one that a lost node speaks of was to lead there", () => {
  const ways = (arrows: string) => `journey Login {
  start -> Ask
  page Ask { node Name: UsernameCollector {} node Password: PasswordCollector {} -> Check }
  node Check: DataStoreDecision { true -> Which false -> failure }
  node Which: ChoiceCollector { choices: ["duo", "phone"] defaultChoice: "duo" prompt: "How?" ${arrows} }
  node Duo: DuoUniversalPrompt {
    clientId: "a" clientSecret: "&{esv.duo}" apiHostName: "duo.example.com" failureMode: "CLOSED"
    callbackUri: "https://login.example.com/am/XUI/" true -> success false, error -> failure
  }
  node Contact: VerifyAuthIdentifier {
    identifierAttribute: "telephoneNumber" identifierSharedState: "called" True -> success False, Error -> failure
  }
}
`;
  expect(told(ways("duo -> Duo phone -> Contact"))).toEqual([]);
  const [only, ...others] = told(ways("duo, phone -> Duo"));
  expect([only?.[0], others]).toEqual(["unreachable-node", []]);
  expect(only?.[1]).toContain("`Which.phone");
});
