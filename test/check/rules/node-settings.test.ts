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
const choose = (choices: string, chosen: string) =>
  `node Step: ChoiceCollector { choices: ${choices} defaultChoice: "${chosen}" prompt: "Which?" a, b -> success }`;
const otp = (minutes: string) =>
  `node Step: OneTimePasswordCollectorDecision { passwordExpiryTime: ${minutes} true -> success false -> failure }`;
const remember = (flags: string) => `node Step: SetPersistentCookie { ${flags} -> success }`;
const custom = (flags: string) => `node Step: SetCustomCookie { name: "a" value: "b" ${flags} -> success }`;
const session = `node Step: SetSessionProperties { properties: { "a": "b" } -> success }`;
const header = (text: string) =>
  `page Step {\n    pageHeader: "${text}"\n    node Name: UsernameCollector\n\n    -> success\n  }`;

test.each<[Code, string, string]>([
  ["differing-identity-resource", "", patch("managed/bravo_user")],
  ["differing-identity-resource", 'identityResource: "managed/alpha_device"', patch("managed/alpha_user")],
  ["differing-identity-resource", "", patch("managed/user")],
  ["managed-user-in-cloud", 'identityResource: "managed/user"', patch("managed/alpha_user")],
  ["managed-user-in-cloud", 'identityResource: "managed/user"', header("&{esv.company}")],
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
])("%s is reported once: %s %s", (code, settings, node) => {
  expect(messagesIn(code, checkTexts(journey(settings, node)))).toHaveLength(1);
});

test.each<[Code, string, string]>([
  ["differing-identity-resource", "", patch("managed/alpha_user")],
  ["differing-identity-resource", 'identityResource: "managed/user"', patch("managed/alpha_user")],
  ["differing-identity-resource", "", patch("&{esv.users}")],
  ["managed-user-in-cloud", 'identityResource: "managed/user"', patch("managed/user")],
  ["managed-user-in-cloud", "", header("&{esv.company}")],
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
])("%s is not reported: %s %s", (code, settings, node) => {
  expect(messagesIn(code, checkTexts(journey(settings, node)))).toEqual([]);
});

test("the fix of a misspelt ESV writes dots, and a fallback stays", () => {
  const text = journey("", header("Of &{esv-company_name|us-all}"));
  const [found] = checkTexts(text).filter(({ code }) => code === "misspelt-esv");
  const [edit] = found?.fixes[0]?.edits ?? [];
  expect(text.slice(0, edit?.range.start) + edit?.text + text.slice(edit?.range.end)).toBe(
    text.replace("esv-company_name", "esv.company.name"),
  );
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
  // That the list alone is old does no harm, and an outcome that is listed but open is `unconnected-outcome`.
  expect(page("1.0", ["mail", "app"], ["mail", "app"], ["mail", "phone"])).toEqual([]);
  expect(page("1.0", ["mail", "app"], ["mail"], ["mail", "app"])).toEqual([]);
});
