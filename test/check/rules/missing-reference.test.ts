import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const [mail, decide] = nodeIds;
const value = (emailTemplateName: string) =>
  exportOf({
    [mail]: {
      type: "EmailSuspendNode",
      title: "Mail",
      connections: { outcome: successId },
      body: { emailTemplateName },
    },
  });

test("a template that an export with templates does not bring is reported", () => {
  const found = checkExport({ ...value("resetPassword"), emailTemplates: { welcome: {} } });
  expect(messagesIn("missing-reference", found)).toEqual([
    'Node "Mail" uses e-mail template "resetPassword", which this export does not contain',
  ]);
});

test("an export without templates says nothing of them, and a placeholder is known to the tenant alone", () => {
  expect(messagesIn("missing-reference", checkExport({ ...value("resetPassword"), emailTemplates: {} }))).toEqual([]);
  expect(
    messagesIn("missing-reference", checkExport({ ...value("&{esv.mail}"), emailTemplates: { welcome: {} } })),
  ).toEqual([]);
});

test("an entity is known by its own id, not by the one under which an export keeps it", () => {
  const partner = (idpEntityId: string) =>
    messagesIn(
      "missing-reference",
      checkExport({
        ...exportOf({
          [mail]: {
            type: "product-Saml2Node",
            title: "Partner",
            connections: { ACCOUNT_EXISTS: successId, NO_ACCOUNT: successId },
            body: { idpEntityId, metaAlias: "/alpha/shop" },
          },
        }),
        saml2Entities: { aHR0cHM6: { _id: "aHR0cHM6", entityId: "https://login.shop.example/one1" } },
      }),
    );
  expect(partner("https://login.shop.exmaple/one1")).toHaveLength(1);
  expect(partner("https://login.shop.example/one1")).toEqual([]);
  // Others of the company, which the tenant may have.
  expect(partner("https://login.shop.example/one2")).toEqual([]);
  expect(partner("https://login.stop.example/two1")).toEqual([]);
});

test("a script that every realm has need not be in an export", () => {
  const own = "8c5bb7a1-6b0d-4b0c-9a31-5f0f2a1f7f10";
  const found = (script: string) =>
    messagesIn(
      "missing-reference",
      checkExport({
        ...exportOf({
          [mail]: {
            type: "SocialProviderHandlerNodeV2",
            title: "Social",
            connections: { ACCOUNT_EXISTS: decide, NO_ACCOUNT: successId, SOCIAL_AUTH_INTERRUPTED: successId },
            body: { script },
          },
          [decide]: {
            type: "ScriptedDecisionNode",
            title: "Own",
            connections: { true: successId },
            body: { script: own, outcomes: ["true"] },
          },
        }),
        scripts: { [own]: { _id: own, name: "Own", script: JSON.stringify("outcome = 'true';") } },
      }),
    );
  // "Normalized Profile to Managed User": its last part really has eleven digits.
  expect(found("58c824ae-84ed-4724-82cd-db128fc3f6c")).toEqual([]);
  // "Config Provider"
  expect(found("5e854779-6ec1-4c39-aeba-0477e0986646")).toEqual([]);
  expect(found("bd3df6f5-2b39-40fc-9ec1-a952b6bf99f7")).toHaveLength(1);
});

test("a social provider that an export lacks is a note, unless one of another name is meant", () => {
  const found = (provider: string, ...others: readonly string[]) =>
    checkExport({
      ...exportOf({
        [mail]: {
          type: "SelectIdPNode",
          connections: { localAuthentication: successId, socialAuthentication: successId },
          body: { filteredProviders: ["google", provider] },
        },
      }),
      socialIdentityProviders: Object.fromEntries(["google", ...others].map((_id) => [_id, { _id }])),
    }).flatMap(({ code, severity }) => (code === "missing-reference" ? [severity] : []));
  expect(found("adfs")).toEqual(["info"]);
  expect(found("facebok", "facebook")).toEqual(["warning"]);
  expect(found("facebook", "facebook")).toEqual([]);
});
