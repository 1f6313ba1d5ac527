import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const text = (script: string) => `journey Login {
  start -> Decide
  node Decide: ScriptedDecision { ${script} outcomes: ["next"] next -> success }
}`;

test("the default says that no script has been chosen", () => {
  expect(messagesOf("unset-script", text(""))).toEqual(['Node "Decide" has no script']);
});

test("an id is a script, wherever it lives", () => {
  expect(messagesOf("unset-script", text('script: "01e1a3c0-038b-4c16-956a-6c9d89328cff"'))).toEqual([]);
});
