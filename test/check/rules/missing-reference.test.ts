import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const [mail] = nodeIds;
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
