import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/text/json.js";
import { checkExport, messagesIn, messagesOf } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

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

test("in an export it may be left out, and a text says so with `absent`", () => {
  const decide = (body: JsonObject) => ({ type: "ScriptedDecisionNode", connections: { next: successId }, body });
  const found = (body: JsonObject) => messagesIn("unset-script", checkExport(exportOf({ [nodeIds[0]]: decide(body) })));
  expect(found({ outcomes: ["next"] })).toHaveLength(1);
  expect(found({ outcomes: ["next"], script: "[Empty]" })).toHaveLength(1);
  expect(found({ outcomes: ["next"], script: "01e1a3c0-038b-4c16-956a-6c9d89328cff" })).toEqual([]);
  // What cannot be read is there.
  expect(found({ outcomes: ["next"], script: 7 })).toEqual([]);
  expect(messagesOf("unset-script", text("script: absent"))).toHaveLength(1);
});

test("of a node without settings, the settings are what is missing", () => {
  const node = { type: "ScriptedDecisionNode", connections: { next: successId } };
  const journey = exportOf({ [nodeIds[0]]: node });
  const found = checkExport({ ...journey, nodes: {} });
  expect(messagesIn("unset-script", found)).toEqual([]);
});

test("so does the script of a node that takes its settings from one", () => {
  const config = (script: JsonObject): JsonObject => ({
    nodeType: "UsernameCollectorNode",
    scriptInputs: ["*"],
    ...script,
  });
  const found = (script: JsonObject) => {
    const connections = { outcome: successId, CONFIGURATION_FAILED: successId };
    const node = { type: "ConfigProviderNode", connections, body: config(script) };
    return messagesIn("unset-script", checkExport(exportOf({ [nodeIds[0]]: node })));
  };
  expect(found({})).toHaveLength(1);
  expect(found({ script: "01e1a3c0-038b-4c16-956a-6c9d89328cff" })).toEqual([]);
});
