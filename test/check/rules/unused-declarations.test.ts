import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/text/json.js";
import { checkExport, checkTexts, messagesIn, messagesOf } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";

const login = (description: string) => `journey Login {
  description: "${description}"
  start -> Ask
  node Ask: UsernameCollector { -> failure }
}`;

test("a parameter that nothing takes is unused; one that another one takes is used", () => {
  expect(messagesOf("unused-param", `param brand = "x"\n${login("brand")}`)).toEqual(['Parameter "brand" is not used']);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a parameter of a journey
  expect(messagesOf("unused-param", `param brand = "x"\n${login("${brand}")}`)).toEqual([]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a parameter of a journey
  const nested = 'param brand = "x"\nparam title = "Of ${brand}"\n';
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a parameter of a journey
  expect(messagesOf("unused-param", nested + login("${title}"))).toEqual([]);
});

test("a scenario may be what takes a parameter", () => {
  const text = `param who = "demo"\n${login("x")}\nscenario "s" of Login {\n  given user { userName: "\${who}" }\n  expect failure\n}`;
  expect(messagesOf("unused-param", text)).toEqual([]);
});

test("in a file with a mistake the use of a parameter may be what cannot be read", () => {
  expect(
    checkTexts(`param brand = "x"\njourney Login {\n  description "$brand"\n}`).map(({ code }) => code),
  ).not.toContain("unused-param");
});

const [mail, script] = nodeIds;
const withTemplates = (templates: readonly string[], body?: string, more: JsonObject = {}) =>
  checkExport(
    exportOf(
      {
        [mail]: {
          type: "EmailSuspendNode",
          connections: { outcome: successId },
          body: { emailTemplateName: "welcome", emailSuspendMessage: { en: "From &{esv.company}" } },
        },
      },
      {
        emailTemplates: Object.fromEntries(templates.map((id) => [id, { _id: `emailTemplate/${id}` }])),
        scripts:
          body === undefined
            ? {}
            : { [script]: { _id: script, name: "Send", context: "LIBRARY", script: JSON.stringify(body) } },
        ...more,
      },
    ),
  );

test("a template that nothing names is unused, and one that a script names is not", () => {
  expect(messagesIn("unused-resource", withTemplates(["welcome", "goodbye"]))).toEqual([
    'E-mail template "goodbye" is not used',
  ]);
  const body = "openidm.action('external/email', 'sendTemplate', { templateName: 'goodbye' });";
  expect(messagesIn("unused-resource", withTemplates(["welcome", "goodbye"], body))).toEqual([]);
  expect(messagesIn("unused-resource", withTemplates(["welcome"]))).toEqual([]);
});

test("a template that a node names and the export lacks may be the one that is not used", () => {
  const found = withTemplates(["welcom"]).map(({ code }) => code);
  expect(found).toContain("missing-reference");
  expect(found).not.toContain("unused-resource");
});

test("providers and entities of a realm come along whether they are used or not", () => {
  const providers = { socialIdentityProviders: { google: { _id: "google" } }, circlesOfTrust: { all: { _id: "all" } } };
  expect(messagesIn("unused-resource", withTemplates(["welcome"], undefined, providers))).toEqual([]);
});

test("a script that only settings without a node name is not unused: the settings are what is left over", () => {
  const found = (used: boolean) =>
    checkExport(
      exportOf(
        { [mail]: { type: "UsernameCollectorNode", connections: { outcome: failureId } } },
        {
          innerNodes: used ? { [script]: { _id: script, _type: { _id: "ScriptedDecisionNode" }, script } } : {},
          scripts: { [script]: { _id: script, name: "Rate", script: JSON.stringify("outcome = 'true';") } },
        },
      ),
    ).map(({ code }) => code);
  expect(found(true)).toEqual(["orphan-body"]);
  expect(found(false)).toEqual(["unused-script"]);
});

test("an export with templates lacks the one that a script sends", () => {
  const body = (name: string) =>
    `openidm.action('external/email', 'sendTemplate', { templateName: "${name}", to: mail });`;
  expect(messagesIn("missing-reference", withTemplates(["welcome"], body("goodbye")))).toEqual([
    'Script "Send" uses e-mail template "goodbye", which this export does not contain',
  ]);
  expect(messagesIn("missing-reference", withTemplates(["welcome"], body("welcome")))).toEqual([]);
  expect(messagesIn("missing-reference", withTemplates(["welcome"], "// templateName: 'goodbye'"))).toEqual([]);
});

test("an export with variables lacks one that a node uses", () => {
  const found = (variables: readonly string[]) =>
    messagesIn(
      "missing-reference",
      withTemplates(["welcome"], undefined, { variable: Object.fromEntries(variables.map((id) => [id, { _id: id }])) }),
    );
  expect(found(["esv-other"])).toEqual([
    'Node "EmailSuspendNode" uses variable "esv-company", which this export does not contain',
  ]);
  expect(found(["esv-company"])).toEqual([]);
  expect(found([])).toEqual([]);
});

test("a label that is the name of another type is told; ordinary words are not", () => {
  const node = (type: string, label: string) =>
    messagesOf("other-types-name", `journey Login { start -> Step\n node Step: ${type} "${label}" { -> failure } }`);
  const runs = (label: string) =>
    messagesOf(
      "other-types-name",
      `journey Login { start -> Step\n node Step: InnerTreeEvaluator "${label}" { tree: "Other"\n true, false -> failure } }`,
    );
  expect(node("UsernameCollector", "Data Store Decision")).toEqual([
    'A node of type "UsernameCollectorNode" is called "Data Store Decision", like another type',
  ]);
  expect(node("UsernameCollector", "Message Node")).toHaveLength(1);
  // There is a plug-in of this name.
  expect(node("CreateObject", "Create User")).toEqual([]);
  expect(runs("Scripted Decision")).toHaveLength(1);
  expect(node("UsernameCollector", "Username Collector")).toEqual([]);
  expect(node("UsernameCollector", "Message")).toEqual([]);
  expect(node("UsernameCollector", "Consent")).toEqual([]);
  expect(runs("Push Registration")).toEqual([]);
  const page =
    'journey Login {\n  start -> Ask\n  page Ask "Username Collector" {\n    node Name: UsernameCollector\n    -> failure\n  }\n}';
  expect(messagesOf("other-types-name", page)).toEqual([]);
});
