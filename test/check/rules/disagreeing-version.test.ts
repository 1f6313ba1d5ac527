import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const [ask] = nodeIds;
const value = (reference: unknown, body: unknown) =>
  exportOf({
    [ask]: {
      type: "UsernameCollectorNode",
      title: "Who?",
      connections: { outcome: successId },
      reference: { version: reference as string },
      body: { _type: { _id: "UsernameCollectorNode", version: body as string } },
    },
  });

test("two versions are reported", () => {
  expect(messagesIn("disagreeing-version", checkExport(value("1.0", "2.0")))).toEqual([
    'Node "Who?" is version 1.0 in the journey and version 2.0 in its settings',
  ]);
});

test("one version, also as the number that early exports wrote, is not", () => {
  expect(messagesIn("disagreeing-version", checkExport(value("2.0", "2.0")))).toEqual([]);
  expect(messagesIn("disagreeing-version", checkExport(value("1.0", 1)))).toEqual([]);
});
