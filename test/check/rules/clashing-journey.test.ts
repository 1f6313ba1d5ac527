import { expect, test } from "vitest";
import { checkTogether, messagesIn } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const text = "journey Login { start -> Ask node Ask: UsernameCollector { -> success } }";
const value = exportOf({ [nodeIds[0]]: { type: "UsernameCollectorNode", connections: { outcome: successId } } });

test("a text and an export of one journey clash", () => {
  const found = checkTogether([
    { language: "journey", text },
    { language: "json", text: JSON.stringify(value) },
  ]);
  expect(messagesIn("clashing-journey", found)).toEqual(['Journey "Login" is given twice']);
});

test("journeys of different names do not", () => {
  const found = checkTogether([
    { language: "journey", text: text.replace("Login", "SignIn") },
    { language: "json", text: JSON.stringify(value) },
  ]);
  expect(messagesIn("clashing-journey", found)).toEqual([]);
});
