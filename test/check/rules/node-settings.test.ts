import { expect, test } from "vitest";
import type { Code } from "../../../src/diagnostics/codes.js";
import type { JsonObject } from "../../../src/text/json.js";
import { checkExport, checkTexts, messagesIn } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";

/** A journey with settings and one node. */
function journey(settings: string, node: string): string {
  return `journey Login {\n  ${settings}\n  start -> Step\n  ${node}\n}`;
}

const patch = (resource: string) =>
  `node Step: PatchObject { identityResource: "${resource}" patchAsObject: false PATCHED -> success FAILURE -> failure }`;
const split = (headers: string, list: string) =>
  `node Step: RequestHeader { allowedHeaders: ${headers} headersToBeDelimited: ${list} -> success }`;
const choose = (choices: string, chosen: string) =>
  `node Step: ChoiceCollector { choices: ${choices} defaultChoice: "${chosen}" prompt: "Which?" a, b -> success }`;
const otp = (minutes: string) =>
  `node Step: OneTimePasswordCollectorDecision { passwordExpiryTime: ${minutes} true -> success false -> failure }`;
const remember = (flags: string) => `node Step: SetPersistentCookie { ${flags} -> success }`;
const custom = (flags: string) => `node Step: SetCustomCookie { name: "a" value: "b" ${flags} -> success }`;
const session = `node Step: SetSessionProperties { properties: { "a": "b" } -> success }`;
const count = (limit: string) => `node Step: RetryLimitDecision { retryLimit: ${limit} Retry, Reject -> success }`;
const link = (minutes: string) =>
  `node Step: EmailSuspend { emailTemplateName: "x" suspendDuration: ${minutes} -> success }`;
const known = (attribute: string) =>
  `node Step: IdentifyExistingUser { identityAttribute: "${attribute}" true, false -> success }`;
const collect = (attributes: string) =>
  `node Step: AttributeCollector { attributesToCollect: ${attributes} -> success }`;
const filter = (text: string) =>
  `node Step: QueryFilterDecision { queryFilter: ${JSON.stringify(text)} identityAttribute: "userName" true, false -> success }`;
const sessionKey = (key: string) =>
  `node Step: SessionData { sessionDataKey: "${key}" sharedStateKey: "userName" -> failure }`;
const zeroPage = (settings: string) => `node Step: ZeroPageLogin { ${settings}\n true -> success false -> failure }`;
const certificate = (from: string) =>
  `node Step: "product-CertificateCollectorNode" { certificateCollectionMethod: ${from}\n COLLECTED -> success NOT_COLLECTED -> failure }`;
const ownCookies = (set: string, read: string) =>
  `node Step: SetCustomCookie { name: "${set}" value: "yes" -> Seen }
  node Seen: CookiePresenceDecision { cookieName: "${read}" true -> success false -> failure }`;
const cookies = (read: string, set: string) =>
  `node Step: PersistentCookieDecision { persistentCookieName: "${read}" true -> success false -> Set }
  node Set: SetPersistentCookie { persistentCookieName: "${set}" -> success }`;
const passkey = (domain: string, origin: string) =>
  `node Step: WebAuthnAuthentication { relyingPartyDomain: "${domain}" origins: ["${origin}"] unsupported, noDevice, failure, error -> failure success -> success }`;
const social = (address: string) =>
  `node Step: Social { authorizeEndpoint: "${address}" ACCOUNT_EXISTS -> success NO_ACCOUNT -> failure }`;
const from = (address: string) =>
  `node Step: OneTimePasswordSmtpSender { hostName: "h" hostPort: 25 username: "u" fromEmailAddress: "${address}" -> failure }`;
const oath = (check: string, register: string) =>
  `node Step: OathTokenVerifier { ${check} successOutcome, failureOutcome -> failure notRegisteredOutcome -> Register }
  node Register: OathRegistration { ${register} successOutcome, failureOutcome -> failure }`;
/** A node that is the last one before an end. */
const ended = (node: string) => `node Step: ${node}`;
const lead = (type: string, ends: string) =>
  `node Step: ${type} { ${type === "SetSuccessUrl" ? "successUrl" : "failureUrl"}: "/x" -> Check } node Check: Message { message: "m" messageYes: "y" messageNo: "n" ${ends} }`;
const asks = (...nodes: readonly string[]) =>
  `page Step { ${nodes.map((node, index) => `node N${index}: ${node}`).join("\n")}\n -> failure }`;
const self = 'identityResource: "managed/user"';
const header = (text: string) =>
  `page Step {\n    pageHeader: "${text}"\n    node Name: UsernameCollector\n\n    -> success\n  }`;

test.each<[Code, string, string]>([
  ["differing-identity-resource", "", patch("managed/bravo_user")],
  ["differing-identity-resource", 'identityResource: "managed/alpha_device"', patch("managed/alpha_user")],
  ["differing-identity-resource", "", patch("managed/user")],
  ["managed-user-in-cloud", 'identityResource: "managed/user"', patch("managed/alpha_user")],
  ["type-not-in-cloud", 'identityResource: "managed/alpha_user"', asks("CreatePassword", "CreatePassword")],
  ["type-not-in-cloud", "", asks("CreatePassword")],
  ["managed-user-in-cloud", 'identityResource: "managed/user"', header("&{esv.company}")],
  ["managed-user-in-cloud", 'identityResource: "managed/user"', header("https://login.example/am?realm=/bravo")],
  [
    "managed-user-in-cloud",
    'identityResource: "managed/user"',
    header("https://login.example/am/oauth2/alpha/authorize"),
  ],
  ["misspelt-esv", "", header("&{esv-company}")],
  ["misspelt-esv", "", header("Of &{esv.company-name|us}")],
  ["misspelt-esv", "", header("&{esv_company}")],
  ["wrong-choice", "", choose('["a", "b"]', "c")],
  ["wrong-choice", "", choose('["a", "b", "a"]', "a")],
  ["expires-at-once", "", otp("0")],
  ["expires-at-once", "", remember("idleTimeout: 0")],
  ["unprotected-cookie", "", remember("useSecureCookie: false")],
  ["unprotected-cookie", "", remember("useHttpOnlyCookie: false")],
  ["unprotected-cookie", "", custom('useSecureCookie: false sameSite: "NONE"')],
  ["session-properties-without-session", "noSession: true", session],
  ["session-properties-without-session", "noSession: true", remember("")],
  ["misspelt-esv", "", header("&{esv.company")],
  ["misspelt-esv", "", header("Of {esv.company}")],
  ["misspelt-esv", "", header("&(esv.company.name)")],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the mark of other tools
  ["misspelt-esv", "", header("\\${esv.company.name}")],
  ["misspelt-attribute", "", known("email")],
  ["misspelt-attribute", "", known("username")],
  ["misspelt-attribute", "", known("maill")],
  ["misspelt-attribute", "", known("usrName")],
  ["misspelt-attribute", "", known("fr-attr-istr3")],
  ["misspelt-attribute", "", known("fr-attr-imulti1")],
  ["misspelt-attribute", "", known("frIndexString1")],
  ["misspelt-attribute", "", collect('["frUnIndexedString2"]')],
  ["wrong-choice", "", split('{ "accept-language": "language" }', '["language"]')],
  ["wrong-choice", "", split('{ "accept-language": "language" }', '["Accept-Langage"]')],
  ["misspelt-attribute", self, known("emial")],
  ["misspelt-attribute", self, known("user_name")],
  ["misspelt-attribute", "", collect('["givenname", "sn"]')],
  ["misspelt-attribute", "", collect('["prefrences/marketing"]')],
  ["misspelt-attribute", "", collect('["phone", "&{esv.attribute}"]')],
  ["loose-limit", "", count("1000")],
  ["loose-limit", "", otp("86400")],
  ["loose-limit", "", link("525600")],
  ["loose-limit", "", remember("maxLife: 876000")],
  ["loose-limit", "", remember("maxLife: 5 idleTimeout: 50")],
  ["loose-limit", "", "node Step: CreatePassword { minPasswordLength: 1 -> success }"],
  ["differing-cookie-name", "", cookies("session_jwt", "session-jwt")],
  ["differing-cookie-name", "", ownCookies("known-device", "known_device")],
  ["missing-property", "", zeroPage("allowWithoutReferer: false")],
  ["misspelt-attribute", "", sessionKey("Usertoken")],
  ["misspelt-attribute", "", sessionKey("UserTokn")],
  ["missing-property", "", zeroPage("allowWithoutReferer: false referrerWhiteList: []")],
  ["missing-property", "", certificate('"HEADER"')],
  ["misspelt-identity-resource", 'identityResource: "managed/alpha_users"', count("5")],
  ["misspelt-identity-resource", 'identityResource: "managed/alpha_usr"', count("5")],
  ["misspelt-identity-resource", 'identityResource: "alpha_user"', count("5")],
  ["misspelt-identity-resource", 'identityResource: "managed/user/alpha"', count("5")],
  ["misspelt-identity-resource", 'identityResource: "managed_alpha/user"', count("5")],
  ["malformed-address", "", passkey("https://example.com", "https://example.com")],
  ["malformed-address", "", passkey("example.com:8443", "https://example.com")],
  ["malformed-address", "", passkey("example.com", "www.example.com")],
  ["malformed-address", "", from("no-reply")],
  ["malformed-address", "", from("no reply@example.com")],
  ["malformed-address", "", 'node Step: SetSuccessUrl { successUrl: "htp://example.com" -> success }'],
  ["malformed-address", "", 'node Step: SetSuccessUrl { successUrl: "https:/example.com" -> success }'],
  ["malformed-address", "", 'node Step: SetFailureUrl { failureUrl: "https//example.com" -> failure }'],
  ["malformed-address", "", 'node Step: SetFailureUrl { failureUrl: "help.example.com/desk" -> failure }'],
  ["malformed-address", "", 'node Step: SetSuccessUrl { successUrl: "www.example.com" -> success }'],
  ["malformed-address", "", 'node Step: SetSuccessUrl { successUrl: "example.com:8443/home?x=1" -> success }'],
  ["malformed-address", "", social("accounts.example.com/authorize")],
  ["differing-oath-settings", "", oath('algorithm: "HOTP"', 'algorithm: "TOTP"')],
  ["differing-oath-settings", "", oath("totpTimeInterval: 60", "totpTimeInterval: 30")],
  ["differing-oath-settings", "", oath('totpHashAlgorithm: "HMAC_SHA256"', "")],
  ["url-without-effect", "", lead("SetSuccessUrl", "true, false -> failure")],
  ["url-without-effect", "", lead("SetFailureUrl", "true, false -> success")],
  ["url-without-effect", "", ended('SetSuccessDetails { successDetails: { a: "b" } -> failure }')],
  ["url-without-effect", "", ended('SetFailureDetails { failureDetails: { a: "b" } -> success }')],
  ["url-without-effect", "", ended('SetSessionProperties { properties: { a: "b" } -> failure }')],
  ["url-without-effect", "", ended('SetPersistentCookie { persistentCookieName: "a" -> failure }')],
  ["url-without-effect", "", ended('RegisterLogoutWebhook { webhookName: "a" -> failure }')],
  ["asked-twice", "", asks("ValidatedUsername", "UsernameCollector")],
  ["asked-twice", "", asks("ValidatedPassword", "ValidatedPassword")],
  [
    "asked-twice",
    "",
    asks(
      'AttributeCollector { attributesToCollect: ["mail", "sn"] }',
      'AttributeCollector { attributesToCollect: ["sn"] }',
    ),
  ],
  ["broken-query-filter", "", filter('/city = "Bonn"')],
  ["broken-query-filter", "", filter("/city eq Bonn")],
  ["broken-query-filter", "", filter('(/city eq "Bonn"')],
  ["broken-query-filter", "", filter('/city eq "Bonn" /country pr')],
  ["broken-query-filter", "", filter('/city eq "Bonn')],
  ["broken-query-filter", "", filter("/city pr and")],
  ["broken-query-filter", "", filter("/city and /country pr")],
  ["broken-query-filter", "", filter("/city pr)")],
  ["broken-query-filter", "", filter("city IS NULL")],
  ["broken-query-filter", "", filter('/city eq "Bonn" OR /country pr')],
  ["broken-query-filter", "", filter("/city pr && /country pr")],
  ["broken-query-filter", "", filter('/city like "Bo%"')],
  ["broken-query-filter", "", filter("NOT /city pr")],
  ["broken-query-filter", "", filter('/city ne "Bonn"')],
])("%s is reported once: %s %s", (code, settings, node) => {
  expect(messagesIn(code, checkTexts(journey(settings, node)))).toHaveLength(1);
});

test.each<[Code, string, string]>([
  ["differing-identity-resource", "", patch("managed/alpha_user")],
  ["differing-identity-resource", 'identityResource: "managed/user"', patch("managed/alpha_user")],
  ["differing-identity-resource", "", patch("&{esv.users}")],
  ["managed-user-in-cloud", 'identityResource: "managed/user"', patch("managed/user")],
  ["type-not-in-cloud", 'identityResource: "managed/user"', asks("CreatePassword")],
  ["type-not-in-cloud", 'identityResource: "managed/alpha_user"', asks("PasswordCollector")],
  ["managed-user-in-cloud", "", header("&{esv.company}")],
  ["managed-user-in-cloud", 'identityResource: "managed/user"', header("See /alphabet and the alpha release")],
  ["misspelt-esv", "", header("&{esv.company.name|the-company_itself}")],
  ["misspelt-esv", "", header("&{am.server-name} esv-company")],
  ["wrong-choice", "", choose('["a", "b"]', "b")],
  ["wrong-choice", "", choose('["a", "b"]', "&{esv.choice}")],
  ["wrong-choice", "", choose('["a", "&{esv.choice}"]', "b")],
  ["expires-at-once", "", otp("1")],
  ["expires-at-once", "", otp('{ "$int": "&{esv.minutes}" }')],
  ["unprotected-cookie", "", remember("")],
  ["unprotected-cookie", "", custom("useSecureCookie: false")],
  ["unprotected-cookie", "", custom('useSecureCookie: true sameSite: "NONE"')],
  ["session-properties-without-session", "", session],
  ["session-properties-without-session", "noSession: true innerTreeOnly: true", session],
  ["session-properties-without-session", "", remember("")],
  ["misspelt-esv", "", header("See (esv.company.name) or esv-company")],
  ["misspelt-attribute", "", known("mail")],
  ["misspelt-attribute", "", known("_id")],
  ["misspelt-attribute", "", known("custom_email")],
  ["misspelt-attribute", "", known("frIndexedString12")],
  ["misspelt-attribute", "", known("frUnindexedMultivalued3")],
  ["misspelt-attribute", self, known("fr-attr-istr3")],
  ["wrong-choice", "", split('{ "Accept-Language": "language" }', '["accept-language"]')],
  ["wrong-choice", "", split('{ "accept-language": "language" }', "[]")],
  ["wrong-choice", "", split("{}", '["language"]')],
  ["misspelt-attribute", "", known("uid")],
  ["misspelt-attribute", "", collect('["age", "mail2", "shoeSize"]')],
  ["misspelt-attribute", "", collect('["preferences/updates", "fr-attr-istr5"]')],
  ["misspelt-attribute", self, known("email")],
  ["misspelt-attribute", 'identityResource: "managed/alpha_device"', known("email")],
  ["loose-limit", "", count("10")],
  ["loose-limit", "", otp("60")],
  ["loose-limit", "", link("4320")],
  ["loose-limit", "", remember("maxLife: 720 idleTimeout: 48")],
  ["loose-limit", "", "node Step: CreatePassword { -> success }"],
  ["differing-cookie-name", "", cookies("session-jwt", "session-jwt")],
  ["differing-cookie-name", "", ownCookies("known-device", "known-device")],
  ["missing-property", "", zeroPage("")],
  ["misspelt-attribute", "", sessionKey("UserToken")],
  ["misspelt-attribute", "", sessionKey("UserId")],
  ["missing-property", "", zeroPage('allowWithoutReferer: false referrerWhiteList: ["https://example.com/"]')],
  ["missing-property", "", zeroPage('allowWithoutReferer: false referrerWhiteList: "&{esv.referers}"')],
  ["missing-property", "", certificate('"EITHER"')],
  ["missing-property", "", certificate('"HEADER" clientCertificateHttpHeaderName: "X-Client-Cert"')],
  ["differing-cookie-name", "", ownCookies("known-device", "language")],
  ["differing-cookie-name", "", cookies("&{esv.cookie}", "session-jwt")],
  ["differing-cookie-name", "", remember('persistentCookieName: "mine"')],
  ["misspelt-identity-resource", "", count("5")],
  ["misspelt-identity-resource", 'identityResource: "managed/alpha_device"', count("5")],
  ["misspelt-identity-resource", 'identityResource: "managed/bravo_user"', count("5")],
  ["misspelt-identity-resource", 'identityResource: "managed/teammember"', count("5")],
  ["misspelt-identity-resource", 'identityResource: "&{esv.users}"', count("5")],
  ["malformed-address", "", passkey("", "android:apk-key-hash:R2D2")],
  ["malformed-address", "", passkey("localhost", "http://localhost:8080")],
  ["malformed-address", "", passkey("&{esv.domain}", "&{esv.origin}")],
  ["malformed-address", "", from("Example <no-reply@example.com>")],
  ["malformed-address", "", 'node Step: SetSuccessUrl { successUrl: "myapp://signed-on" -> success }'],
  ["malformed-address", "", 'node Step: SetSuccessUrl { successUrl: "/enduser/?realm=alpha#/home" -> success }'],
  ...["home.html", "pages/home.example", "login.jsp?next=a", "?realm=alpha", "#/service/Login", "v1.home"].map(
    (path): [Code, string, string] => [
      "malformed-address",
      "",
      `node Step: SetSuccessUrl { successUrl: "${path}" -> success }`,
    ],
  ),
  ["malformed-address", "", social("https://accounts.example.com/authorize")],
  ["malformed-address", "", social("&{esv.provider}/authorize")],
  ["differing-oath-settings", "", oath('algorithm: "HOTP" totpTimeInterval: 60', 'algorithm: "HOTP"')],
  ["differing-oath-settings", "", oath('algorithm: "&{esv.algorithm}"', 'algorithm: "HOTP"')],
  ["url-without-effect", "", lead("SetSuccessUrl", "true -> success false -> failure")],
  ["url-without-effect", "", lead("SetFailureUrl", "true -> success false -> failure")],
  ["url-without-effect", "innerTreeOnly: true", lead("SetFailureUrl", "true, false -> success")],
  ["url-without-effect", "innerTreeOnly: true", ended('SetSuccessDetails { successDetails: { a: "b" } -> failure }')],
  ["url-without-effect", "", ended('SetSuccessDetails { successDetails: { a: "b" } -> success }')],
  ["url-without-effect", "", ended('SetErrorDetails { errorDetails: { a: "b" } -> success }')],
  ["url-without-effect", "", ended('SetPersistentCookie { persistentCookieName: "a" -> success }')],
  [
    "asked-twice",
    "",
    asks("ValidatedUsername", "ValidatedPassword", 'AttributeCollector { attributesToCollect: ["mail"] }'),
  ],
  ["asked-twice", "", asks("ValidatedUsername", 'ValidatedUsername { usernameAttribute: "mail" }')],
  ["broken-query-filter", "", filter("!(/preferences pr) or /preferences/marketing eq false")],
  ["broken-query-filter", "", filter("(mail co \"@x.org\" and (age ge 18 or true)) and !(city sw 'B')")],
  ["broken-query-filter", "", filter('/mail eq "&{esv.mail}"')],
  ["broken-query-filter", "", filter('/city in "[]" and is eq "OR" and exists pr')],
  ["broken-query-filter", "", filter("/mail eq {{mail}}")],
  ["broken-query-filter", "", filter('not eq "x" or not pr')],
])("%s is not reported: %s %s", (code, settings, node) => {
  expect(messagesIn(code, checkTexts(journey(settings, node)))).toEqual([]);
});

test.each([
  ["not (/city pr) or /mail pr", "`not` is no word of a filter: write `!(/city pr)`"],
  ['/mail pr and NOT (/city eq "Bonn" and !(/country pr))', 'write `!(/city eq "Bonn" and !(/country pr))`'],
  ['not /city eq "Bonn"', 'write `!(/city eq "Bonn")`'],
  ["Not city", "write `!(…)`"],
  ["not", "a comparison is missing after `not`"],
])("a negation of other languages is told with what it is here: %s", (text, told) => {
  const [message] = messagesIn("broken-query-filter", checkTexts(journey("", filter(text))));
  expect(message).toContain(told);
});

test("the fix of a misspelt ESV writes dots, and a fallback stays", () => {
  const text = journey("", header("Of &{esv-company_name|us-all}"));
  const [found] = checkTexts(text).filter(({ code }) => code === "misspelt-esv");
  const [edit] = found?.fixes[0]?.edits ?? [];
  expect(text.slice(0, edit?.range.start) + edit?.text + text.slice(edit?.range.end)).toBe(
    text.replace("esv-company_name", "esv.company.name"),
  );
});

test("a fix writes the attribute that is meant", () => {
  const text = journey("", collect('["mail", "givenname"]'));
  const [found] = checkTexts(text).filter(({ code }) => code === "misspelt-attribute");
  const [edit] = found?.fixes[0]?.edits ?? [];
  expect(text.slice(0, edit?.range.start) + edit?.text + text.slice(edit?.range.end)).toBe(
    text.replace("givenname", "givenName"),
  );
});

test("a cookie that lacks both flags has a finding for each", () => {
  const text = journey("", remember("useSecureCookie: false useHttpOnlyCookie: false"));
  expect(messagesIn("unprotected-cookie", checkTexts(text))).toHaveLength(2);
});

test("a journey without a session that another one runs may change its session", () => {
  const outer =
    'journey Outer { start -> Run node Run: InnerTreeEvaluator { tree: "Login" true -> success false -> failure } }';
  expect(
    messagesIn("session-properties-without-session", checkTexts(journey("noSession: true", session), outer)),
  ).toEqual([]);
});

const [step, used, other] = nodeIds;
const withScripts = (body: string, properties: object = {}) =>
  checkExport(
    exportOf(
      {
        [step]: {
          type: "ScriptedDecisionNode",
          connections: { go: successId },
          body: { script: used, outcomes: ["go"] },
        },
      },
      {
        scripts: {
          [used]: { _id: used, name: "Used", script: JSON.stringify(body) },
          [other]: { _id: other, name: "Other", script: JSON.stringify("1"), ...properties },
        },
      },
    ),
  );

test("a script that nothing names is unused; one that is required, and a library, are not", () => {
  expect(messagesIn("unused-script", withScripts("outcome = 'go';"))).toEqual(['Script "Other" is not used']);
  expect(messagesIn("unused-script", withScripts("require('Other'); outcome = 'go';"))).toEqual([]);
  expect(messagesIn("unused-script", withScripts("outcome = 'go';", { context: "LIBRARY" }))).toEqual([]);
});

test.each([
  ["systemEnv.getProperty('esv-way')", "esv-way", "esv.way"],
  ["systemEnv.getProperty('&{esv.way}')", "&{esv.way}", "esv.way"],
  ["systemEnv.getProperty('&{esv-long-way|x}')", "&{esv-long-way|x}", "esv.long.way"],
  ["systemEnv.getProperty('ESV.way')", "ESV.way", "esv.way"],
  ["systemEnv.getProperty('risk.url')", "risk.url", "esv.risk.url"],
  ["systemEnv.getProperty(name); var name = 'esv-way'", "esv-way", "esv.way"],
])("a script asks for an ESV by its name with dots, which begins with esv: %s", (body, written, right) => {
  expect(messagesIn("misspelt-esv", withScripts(`outcome = ${body};`))).toEqual([
    `"${written}" names no variable: write "${right}"`,
  ]);
});

test("a placeholder in a script is replaced by nothing", () => {
  expect(messagesIn("misspelt-esv", withScripts("outcome = '&{esv-way}'.trim() + '&{esv-way}';"))).toEqual([
    '"&{esv-way}" names no variable: write systemEnv.getProperty("esv.way")',
  ]);
});

test.each([
  "// esv-way\noutcome = systemEnv.getProperty('esv.way');",
  "outcome = systemEnv.getProperty('esv.' + name); systemEnv.getProperty(prefix + '.way');",
  "outcome = other.getProperty('esv-way');",
  "var systemEnv = own(); outcome = systemEnv.getProperty('risk.url');",
  "// systemEnv.getProperty('esv-way')\noutcome = 'go';",
])("a script that asks for none, or by the right name: %j", (body) => {
  expect(messagesIn("misspelt-esv", withScripts(body))).toEqual([]);
});

test("a script that is an empty text is none", () => {
  const found = (script: string) =>
    messagesIn(
      "unset-script",
      checkExport(
        exportOf({
          [step]: { type: "ScriptedDecisionNode", connections: { go: successId }, body: { script, outcomes: ["go"] } },
        }),
      ),
    );
  expect(found("")).toHaveLength(1);
  expect(found(used)).toEqual([]);
});

test("settings that are newer than the list of outcomes decide", () => {
  const found = (
    body: JsonObject,
    connections: Record<string, string>,
    outcomes: readonly string[],
    type = "ScriptedDecisionNode",
  ) =>
    checkExport(exportOf({ [step]: { type, connections, outcomes, body } }))
      .filter(({ code }) => code === "unconnected-outcome" || code === "stale-connection")
      .map(({ message }) => message);
  const script = { script: used };
  expect(found({ ...script, outcomes: ["a", "b"] }, { a: successId }, ["a"])).toEqual([
    'Outcome "b" of node "ScriptedDecisionNode" leads nowhere',
  ]);
  expect(found({ ...script, outcomes: ["a"] }, { a: successId, b: failureId }, ["a", "b"])).toEqual([
    'Node "ScriptedDecisionNode" has a connection for "b", but no such outcome',
  ]);
  expect(
    found(
      { includeLocalAuthentication: false },
      { socialAuthentication: successId, localAuthentication: failureId },
      ["socialAuthentication", "localAuthentication"],
      "SelectIdPNode",
    ),
  ).toHaveLength(1);
  expect(found({ ...script, outcomes: ["a", "b"] }, { a: successId, b: failureId }, ["a"])).toEqual([]);
});

test("a connection for an outcome that has another name now is told, also where the script chooses neither", () => {
  const found = checkExport(
    exportOf(
      {
        [step]: {
          type: "ScriptedDecisionNode",
          connections: { go: successId, stop: failureId },
          outcomes: ["go", "stopped"],
          body: { script: used, outcomes: ["go", "stopped"] },
        },
      },
      { scripts: { [used]: { _id: used, name: "Used", script: JSON.stringify("outcome = 'go';") } } },
    ),
  );
  expect(messagesIn("unconnected-outcome", found)).toEqual([
    'Outcome "stopped" of node "ScriptedDecisionNode" leads nowhere',
  ]);
  expect(messagesIn("stale-connection", found)).toEqual([]);
});

test("connections for outcomes that the script chooses and an empty list lacks are one finding, at the script", () => {
  const found = checkExport(
    exportOf(
      {
        [step]: {
          type: "ScriptedDecisionNode",
          connections: { found: successId, none: failureId },
          outcomes: [],
          body: { script: used, outcomes: [] },
        },
      },
      {
        scripts: {
          [used]: {
            _id: used,
            name: "Used",
            script: JSON.stringify("outcome = a ? 'found' : 'none';"),
            language: "JAVASCRIPT",
          },
        },
      },
    ),
  );
  expect(found.map(({ code }) => code)).not.toContain("stale-connection");
  const [told, ...more] = found.filter(({ code }) => code === "script-outcome-not-listed");
  expect(more).toEqual([]);
  expect(told?.related.filter(({ message }) => message === "It is connected here")).toHaveLength(2);
});

test("a list without which a node can do nothing is missed in an export", () => {
  const found = (type: string, body: JsonObject, connections: Record<string, string>) =>
    messagesIn("missing-property", checkExport(exportOf({ [step]: { type, connections, body } })));
  expect(found("AttributeCollectorNode", {}, { outcome: successId })).toEqual([
    'Node "AttributeCollectorNode" needs the property "attributesToCollect"',
  ]);
  expect(found("ScriptedDecisionNode", { script: used }, { a: successId })).toHaveLength(1);
  expect(found("ScriptedDecisionNode", { script: used, outcomes: ["a"] }, { a: successId })).toEqual([]);
});

test("texts that may be empty are missed in a text only: the platform leaves empty texts out of exports", () => {
  const sender = { hostName: "mail.example.com", sslOption: "NON_SSL" };
  const type = "OneTimePasswordSmtpSenderNode";
  const found = checkExport(exportOf({ [step]: { type, connections: { outcome: successId }, body: sender } }));
  expect(messagesIn("missing-property", found)).toEqual([`Node "${type}" needs the property "fromEmailAddress"`]);
  const text = `journey J {\n  start -> Send\n\n  node Send: OneTimePasswordSmtpSender {\n    hostName: "mail.example.com"\n\n    -> success\n  }\n}\n`;
  expect(messagesIn("missing-property", checkTexts(text))).toContain('Node "Send" needs the property "username"');
});

test("a type that is nearly a known one is misspelt; one's own and the next release are not", () => {
  const found = (type: string) =>
    messagesIn("misspelt-node-type", checkExport(exportOf({ [step]: { type, connections: { outcome: successId } } })));
  expect(found("UsernameColectorNode")).toEqual(['There is no node type "UsernameColectorNode"']);
  expect(found("ScirptedDecisionNode")).toHaveLength(1);
  for (const type of [
    "designer-0123456789abcdef",
    "UsernameCollectorNode2",
    "MyUsernameCollectorNode",
    "UsernameCollectorNode",
  ]) {
    expect(found(type)).toEqual([]);
  }
});

test("a template needs its default language, where it has any", () => {
  const found = (template: JsonObject) =>
    messagesIn(
      "template-without-locale",
      checkExport(
        exportOf(
          { [step]: { type: "UsernameCollectorNode", connections: { outcome: successId } } },
          { emailTemplates: { welcome: template } },
        ),
      ),
    );
  expect(found({ defaultLocale: "de", subject: { de: "x" }, message: { en: "x" } })).toEqual([
    'E-mail template "welcome" has no message in its default language "de"',
  ]);
  expect(found({ defaultLocale: "de", subject: { en: "x" }, message: { en: "x" } })).toHaveLength(1);
  expect(found({ defaultLocale: "de", subject: { de: "x" }, message: { de: "x", en: "x" } })).toEqual([]);
  expect(found({ subject: { en: "x" } })).toEqual([]);
  expect(found({ defaultLocale: "de" })).toEqual([]);
});

test("the mail of a node that waits for its reader needs the link", () => {
  const found = (message: JsonObject, type = "EmailSuspendNode", name = "welcome") =>
    checkExport(
      exportOf(
        { [step]: { type, connections: { outcome: successId }, body: { emailTemplateName: name } } },
        { emailTemplates: { welcome: { defaultLocale: "en", subject: { en: "x" }, message } } },
      ),
    )
      .filter(({ code }) => code === "template-without-link")
      .map(({ message: text, help }) => [text, help]);
  const lacks = 'E-mail template "welcome" of node "EmailSuspendNode" has no link to go on';
  expect(found({ en: "<p>Come back.</p>" })).toEqual([[lacks, "Write `{{object.resumeURI}}` where the link belongs."]]);
  expect(found({ en: "<a href='{{object.resumeUri}}'>on</a>" })).toEqual([
    [lacks, "Write `{{object.resumeURI}}` instead of `{{object.resumeUri}}`."],
  ]);
  expect(found({ en: "{{object.resumeURI}}", fr: "{{object.resumURI}}" })).toEqual([
    [`${lacks} in "fr"`, "Write `{{object.resumeURI}}` instead of `{{object.resumURI}}`."],
  ]);
  expect(found({ en: "{{{object.resumeURI}}}", fr: "" })).toEqual([]);
  expect(found({ en: "&{esv.mail.text}" })).toEqual([]);
  expect(found({})).toEqual([]);
  expect(found({ en: "<p>Done.</p>" }, "EmailTemplateNode")).toEqual([]);
  expect(found({ en: "<p>Come back.</p>" }, "EmailSuspendNode", "another")).toEqual([]);
});

test("a page whose inner node has other choices now is stale", () => {
  const page = (version: string, choices: readonly string[], connected: readonly string[], listed = connected) => {
    const prefix = version === "2.0" ? `${other}-` : "";
    const ids = (names: readonly string[]) => names.map((name) => prefix + name);
    return messagesIn(
      "stale-page-outcomes",
      checkExport({
        ...exportOf({
          [step]: {
            type: "PageNode",
            reference: { version },
            connections: Object.fromEntries(ids(connected).map((id) => [id, failureId])),
            outcomes: ids(listed),
            body: { nodes: [{ _id: other, nodeType: "ChoiceCollectorNode", displayName: "How" }] },
          },
        }),
        innerNodes: { [other]: { _id: other, choices, defaultChoice: choices[0] ?? "", prompt: "How?" } },
      }),
    );
  };
  expect(page("1.0", ["mail", "app"], ["mail", "phone"])).toEqual([
    'Page "PageNode" has no connection for "app" of node "How"',
  ]);
  expect(page("2.0", ["mail", "app"], ["mail", "phone"])).toHaveLength(1);
  expect(page("1.0", ["mail", "phone"], ["mail", "phone"])).toEqual([]);
  expect(page("2.0", ["mail", "phone"], ["phone", "mail"])).toEqual([]);
  // The choice is gone, and its connection is not.
  expect(page("1.0", ["mail"], ["mail", "phone"])).toEqual([
    'Page "PageNode" has a connection for "phone", which node "How" no longer has',
  ]);
  // That the list alone is old does no harm, and an outcome that is listed but open is `unconnected-outcome`.
  expect(page("1.0", ["mail", "app"], ["mail", "app"], ["mail", "phone"])).toEqual([]);
  expect(page("1.0", ["mail", "app"], ["mail"], ["mail", "app"])).toEqual([]);
});

test("a page whose inner node was replaced by one of another type is stale", () => {
  const page = (child: JsonObject, connected: readonly string[]) =>
    messagesIn(
      "stale-page-outcomes",
      checkExport({
        ...exportOf({
          [step]: {
            type: "PageNode",
            connections: Object.fromEntries(connected.map((id) => [id, failureId])),
            outcomes: connected,
            body: { nodes: [{ _id: other, displayName: "Why", ...child }] },
          },
        }),
        innerNodes: { [other]: { _id: other } },
      }),
    );
  expect(page({ nodeType: "AttributeCollectorNode" }, ["true", "false"])).toEqual([
    'Page "PageNode" has no connection for "outcome" of node "Why"',
  ]);
  expect(page({ nodeType: "OneTimePasswordCollectorDecisionNode" }, ["outcome"])).toEqual([
    'Page "PageNode" has no connection for "true", "false" of node "Why"',
  ]);
  expect(page({ nodeType: "MessageNode" }, ["true", "false"])).toEqual([]);
  // What a type of the marketplace or of the tenant has in its release is not known.
  expect(page({ nodeType: "DuoNode" }, ["true", "maybe"])).toEqual([]);
  expect(page({ nodeType: "TenantsOwnNode" }, ["true", "false"])).toEqual([]);
});

test("outcomes of a page that another inner node brings are not stale", () => {
  const text = `journey Login {
  start -> Step
  page Step@2.0 {
    node Name: ValidatedUsername
    node Provider: SelectIdP
    outcome, localAuthentication, socialAuthentication -> failure
  }
}`;
  expect(messagesIn("stale-page-outcomes", checkTexts(text))).toEqual([]);
  expect(messagesIn("unconnected-outcome", checkTexts(text))).toEqual([]);
});

test("a default choice in other capitals is a note where the first choice is meant, which the platform takes", () => {
  const severities = (chosen: string) =>
    checkTexts(`journey Login { start -> Step ${choose('["a", "b"]', chosen)} }`).flatMap(({ code, severity }) =>
      code === "wrong-choice" ? [severity] : [],
    );
  expect(["A", "B"].map(severities)).toEqual([["info"], ["warning"]]);
});

test("what plug-ins of a repository require changed between their releases", () => {
  const found = (type: string, body: JsonObject) =>
    messagesIn(
      "missing-property",
      checkExport(exportOf({ [step]: { type, connections: { true: successId, false: successId }, body } })),
    );
  expect(found("LegacyFRCreateForgeRockUser", { setPasswordReset: false })).toEqual([]);
  expect(found("PingOneDeleteUserNode", {})).toEqual([
    'Node "PingOneDeleteUserNode" needs the property "pingOneWorker"',
  ]);
});
