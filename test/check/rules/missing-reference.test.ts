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
