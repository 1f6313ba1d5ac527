import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/text/json.js";
import { messagesWithScripts } from "../../support/check-scripts.js";
import { checkExport, messagesIn, messagesOf } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";
import { asksForCredentials, runsInner, secondFactor } from "../../support/login-texts.js";

test("a node is reported once, with all outcomes that lead nowhere", () => {
  const text = `${asksForCredentials}
  node Check: IdentityStoreDecision {
    TRUE -> success
    FALSE -> failure
  }
}`;
  expect(messagesOf("unconnected-outcome", text)).toEqual([
    'Outcomes "LOCKED", "CANCELLED", "EXPIRED" of node "Check" lead nowhere',
  ]);
});

test("a node with all outcomes connected is fine, and one of a type that nobody knows is not judged", () => {
  const text = `${asksForCredentials}
  node Check: NobodyKnows {
    TRUE -> success
  }
}`;
  expect(messagesOf("unconnected-outcome", text)).toEqual([]);
});

test("the failure of an inner journey that never fails needs no connection, that of another one does", () => {
  const text = runsInner("Second Factor").replace("false -> failure", "");
  const open = 'Outcome "false" of node "Step" leads nowhere';
  expect(messagesOf("unconnected-outcome", text, secondFactor("", "success"))).toEqual([]);
  expect(messagesOf("unconnected-outcome", text, secondFactor(""))).toEqual([open]);
  expect(messagesOf("unconnected-outcome", text)).toEqual([open]);
  expect(messagesOf("unconnected-outcome", text, secondFactor("").replace("false -> failure", ""))).toContain(open);
  const never = secondFactor("").replace("true -> success", "true -> failure");
  const onlyFails = runsInner("Second Factor").replace("true -> success", "");
  expect(messagesOf("unconnected-outcome", onlyFails, never)).toHaveLength(1);
});

describe("the answer of a message on a page", () => {
  const [page, message, other] = nodeIds;
  const found = (stage: string | undefined, connections: Record<string, string> = { true: successId }) => {
    const nodes = [{ _id: message, nodeType: "MessageNode", displayName: "Message", _properties: {} }];
    const body = { nodes, ...(stage === undefined ? {} : { stage }) };
    const made = exportOf({ [page]: { type: "PageNode", connections, outcomes: ["true", "false"], body } });
    const child = { _id: message, _type: { _id: "MessageNode" }, message: { en: "Done" } };
    return messagesIn("unconnected-outcome", checkExport({ ...made, innerNodes: { [message]: child } }));
  };
  const stage = (id: string, showOnlyPositiveAnswer: boolean) =>
    JSON.stringify({ ConfirmationCallback: [{ id, showOnlyPositiveAnswer }] });

  test("needs no connection where the stage hides it", () => {
    expect(found(stage(message, true))).toEqual([]);
  });

  test.each([
    ["no stage", undefined],
    ["a plain stage", "Confirm"],
    ["a broken stage", '{"ConfirmationCallback"'],
    ["both answers", stage(message, false)],
    ["another child", stage(other, true)],
  ])("needs one with %s", (_what, given) => {
    expect(found(given)).toHaveLength(1);
  });

  test("needs one where it is the positive one", () => {
    expect(found(stage(message, true), { false: failureId })).toHaveLength(1);
  });
});

test("an export without lists of outcomes is judged only as far as the catalogue fits it", () => {
  const [check] = nodeIds;
  const found = (connections: Readonly<Record<string, string>>) =>
    messagesIn(
      "unconnected-outcome",
      checkExport(exportOf({ [check]: { type: "DataStoreDecisionNode", connections, outcomes: null } })),
    );
  expect(found({ true: successId })).toEqual(['Outcome "false" of node "DataStoreDecisionNode" leads nowhere']);
  // Another release called its outcomes otherwise.
  expect(found({ SUCCESS: successId, FAILURE: failureId })).toEqual([]);
});

test("a vendor's node without a list of outcomes is judged only where its settings are those of the release that is known", () => {
  const [check] = nodeIds;
  const type = "VerifyAuthCollectorDecisionNode";
  const found = (body: JsonObject) =>
    messagesIn(
      "unconnected-outcome",
      checkExport(
        exportOf({ [check]: { type, connections: { true: successId, false: failureId }, outcomes: null, body } }),
      ),
    );
  const texts = ["identifierSharedState", "resendButtonText", "cancelButtonText", "nextButtonText"];
  const today = {
    hideCode: true,
    showResendButton: false,
    showCancelButton: false,
    ...Object.fromEntries(texts.map((name) => [name, "x"])),
  };
  expect(found({ hideCode: false })).toEqual([]);
  expect(found(today)).toEqual([`Outcome "error" of node "${type}" leads nowhere`]);
});

test("behind a mail that only strangers are told of, nobody goes on", () => {
  const found = (known: string) =>
    messagesOf(
      "unconnected-outcome",
      `journey J {
  start -> Ask

  page Ask { node Mail: AttributeCollector { attributesToCollect: ["mail"] } -> Find }
  node Find: IdentifyExistingUser { false -> Decoy true -> ${known} }
  node Link: EmailSuspend { -> failure }
  node Decoy: EmailSuspend {}
}`,
    );
  expect(found("Link")).toEqual([]);
  expect(found("Decoy")).toEqual(['Outcome "outcome" of node "Decoy" leads nowhere']);
});

test("stale connections are named along, not reported again", () => {
  const [check] = nodeIds;
  const found = checkExport(
    exportOf({
      [check]: {
        type: "DataStoreDecisionNode",
        connections: { true: successId, other: failureId },
        outcomes: ["true", "false"],
      },
    }),
  );
  expect(found.filter(({ id }) => id.startsWith("JRN3")).map(({ code }) => code)).toEqual(["unconnected-outcome"]);
  expect(found.find(({ code }) => code === "unconnected-outcome")?.related.map(({ message }) => message)).toEqual([
    "It has a connection for other, but no such outcome",
  ]);
});

describe("the last screen of a journey", () => {
  const found = (body: string) =>
    messagesWithScripts(
      "unconnected-outcome",
      [
        'journey J {\n  start -> Bye\n\n  script Bye {\n    file: "bye.js"\n  }\n\n  node Bye: ScriptedDecision {\n    script: Bye\n    outcomes: ["true"]\n  }\n}\n',
      ],
      { "bye.js": body },
    );

  test.each([
    'callbacksBuilder.textOutputCallback(0, "Good bye");',
    "action = fr.Action.send(new fr.TextOutputCallback(0, text)).build(); // outcome = 'true'",
    'action.suspend("Look into your mail");',
    'outcome = "true"; action = fr.Action.send(new fr.TextOutputCallback(0, text)).build();',
    'if (a) { action = Action.send(one).build(); } else { action = Action.send(two).build(); } outcome = "true";',
    '(function () { action = fr.Action.send(bye).withStage("end").build(); outcome = "true"; }());',
    'if (callbacks.isEmpty()) { action = Action.send(one).build(); } else { outcome = "false"; }',
  ])("needs no way out: %s", (body) => {
    expect(found(body)).toEqual([]);
  });

  test.each([
    'if (callbacks.isEmpty()) { callbacksBuilder.textOutputCallback(0, "Hi"); } else { outcome = "true"; }',
    'action = callbacks.isEmpty() ? fr.Action.send(hi).build() : fr.Action.goTo("true").build();',
    'var end = require("End"); callbacksBuilder.textOutputCallback(0, end.text);',
    "logger.message('nothing');",
    'outcome = "true"; if (callbacks.isEmpty()) { action = fr.Action.send(bye).build(); }',
    'action = fr.Action.send(bye).build(); if (!callbacks.isEmpty()) { action = null; outcome = "true"; }',
    'action = fr.Action.send(bye).build(); this.outcome = "true"; var leave = fr.Action.goTo; action = leave("true").build();',
  ])("is none where the script may leave it: %s", (body) => {
    expect(found(body)).toHaveLength(1);
  });
});

test("an outcome that only the page's older list has, and the settings of its inner node rule out, needs no connection", () => {
  const [page, provider] = nodeIds;
  const found = (includeLocalAuthentication: boolean) =>
    messagesIn(
      "unconnected-outcome",
      checkExport({
        ...exportOf({
          [page]: {
            type: "PageNode",
            connections: { socialAuthentication: successId },
            outcomes: ["socialAuthentication", "localAuthentication"],
            body: { nodes: [{ _id: provider, nodeType: "SelectIdPNode", displayName: "Provider" }] },
          },
        }),
        innerNodes: { [provider]: { _id: provider, includeLocalAuthentication } },
      }),
    );
  expect(found(false)).toEqual([]);
  expect(found(true)).toEqual(['Outcome "localAuthentication" of node "PageNode" leads nowhere']);
});

test.each([
  ["its script is not here", { script: "8c5bb7a1-6b0d-4b0c-9a31-5f0f2a1f7f10" }, false, ["info"]],
  ["its script is here", { script: "8c5bb7a1-6b0d-4b0c-9a31-5f0f2a1f7f10" }, true, ["warning"]],
])("a scripted node without any connection may be the last screen, where %s", (_what, settings, isHere, severities) => {
  const [ask] = nodeIds;
  const value = exportOf({
    [ask]: {
      type: "ScriptedDecisionNode",
      connections: {},
      body: { ...settings, outcomes: ["true"], outputs: ["*"], inputs: ["*"] },
    },
  });
  const { script } = settings;
  const scripts = {
    [script]: {
      _id: script,
      name: "Own",
      script: JSON.stringify("outcome = 'true';"),
      context: "AUTHENTICATION_TREE_DECISION_NODE",
    },
  };
  const found = checkExport(isHere ? { ...value, scripts } : value).filter(
    ({ code }) => code === "unconnected-outcome",
  );
  expect(found.map(({ severity }) => severity)).toEqual(severities);
});
