import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const [ask] = nodeIds;
const found = (body: Readonly<Record<string, unknown>>, title = "Who?") =>
  checkExport(
    exportOf({
      [ask]: {
        type: "UsernameCollectorNode",
        title,
        connections: { outcome: successId },
        body: body as Record<string, string>,
      },
    }),
  );

test("two types are reported, and nothing of the label", () => {
  const diagnostics = found({ _type: { _id: "PasswordCollectorNode" } }, "Password Collector");
  expect(messagesIn("disagreeing-type", diagnostics)).toEqual([
    'Node "Password Collector" is of type "UsernameCollectorNode" in the journey and of type "PasswordCollectorNode" in its settings',
  ]);
  expect(messagesIn("other-types-name", diagnostics)).toEqual([]);
});

test.each([
  ["one type", { _type: { _id: "UsernameCollectorNode", version: "2.0" } }],
  ["no type in the settings", {}],
  ["a type without an id", { _type: { name: "Password Collector" } }],
])("%s is not", (_what, body) => {
  expect(messagesIn("disagreeing-type", found(body))).toEqual([]);
});

test("nothing is said of the settings, which are those of the other type", () => {
  const diagnostics = found({ _type: { _id: "ValidatedPasswordNode" }, passwordAttribute: "password" });
  expect(messagesIn("disagreeing-type", diagnostics)).toHaveLength(1);
  expect(messagesIn("unknown-property", diagnostics)).toEqual([]);
});
