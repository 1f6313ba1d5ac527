import { expect, test } from "vitest";
import { nameCallback } from "../../../src/runtime/callbacks/name-callback.js";
import { emptyStores, NodeState } from "../../../src/runtime/node-state.js";
import { scriptedDecisionNode } from "../../../src/runtime/nodes/scripted-decision-node.js";
import { Properties } from "../../../src/runtime/properties.js";
import { World } from "../../../src/runtime/world/world.js";
import { createScriptHost } from "../../../src/simulate/scripts/create-script-host.js";
import { scriptSource } from "./script-fixture.js";

// The rules of ScriptedDecisionNode (facts/behaviour.md, section 6), script and node together.

const scripts = createScriptHost();

function decide(body: string, version: "1.0" | "2.0") {
  return scriptedDecisionNode.process({
    journey: { id: "J", identityResource: "managed/alpha_user", mustRun: false, inner: false },
    node: {
      name: "n",
      id: "n",
      type: "ScriptedDecisionNode",
      version: "1.0",
      displayName: "N",
      outcomes: ["yes", "no"],
    },
    properties: new Properties({ script: "s", outcomes: ["yes", "no"], inputs: ["*"], outputs: ["*"] }),
    state: new NodeState(emptyStores()),
    callbacks: [],
    world: new World(),
    resumed: false,
    resumeUri: () => "https://r/",
    scripts,
    findScript: () => scriptSource("S", body, version),
    delegate: () => ({ kind: "error", message: "" }),
  });
}

test.each([
  ["1.0", "outcome = 'yes'", { kind: "outcome", outcome: "yes" }],
  [
    "1.0",
    "outcome = 'no'; action = org.forgerock.openam.auth.node.api.Action.goTo('yes').build()",
    { kind: "outcome", outcome: "yes" },
  ],
  ["1.0", "outcome = 'maybe'", { kind: "error", message: "Invalid outcome from script, 'maybe'" }],
  ["1.0", "outcome = true", { kind: "error" }],
  ["1.0", "var nothing = 1", { kind: "error" }],
  [
    "1.0",
    "action = org.forgerock.openam.auth.node.api.Action.goTo('maybe').build()",
    { kind: "error", message: "Invalid outcome from script, 'maybe'" },
  ],
  [
    "1.0",
    "action = org.forgerock.openam.auth.node.api.Action.send(new javax.security.auth.callback.NameCallback('P')).build()",
    { kind: "callbacks", callbacks: [nameCallback({ prompt: "P" })] },
  ],
  ["1.0", "java.io.File('x')", { kind: "stub", reason: "Java class java.io.File is not available in the simulation" }],
  ["2.0", "action.goTo('yes')", { kind: "outcome", outcome: "yes" }],
  [
    "2.0",
    "outcome = 'no'; action.goTo('yes').withErrorMessage('E')",
    { kind: "outcome", outcome: "yes", effects: { errorMessage: "E" } },
  ],
  ["2.0", "callbacksBuilder.nameCallback('P')", { kind: "callbacks", callbacks: [nameCallback({ prompt: "P" })] }],
  [
    "2.0",
    "outcome = 'no'; callbacksBuilder.nameCallback('P')",
    { kind: "callbacks", callbacks: [nameCallback({ prompt: "P" })] },
  ],
  ["2.0", "action.suspend('Mail: {0}')", { kind: "suspend", message: "Mail: https://r/" }],
  ["2.0", "policy.evaluate()", { kind: "stub", reason: "policy.evaluate is not available in the simulation" }],
] as const)("%s: %s", async (version, body, expected) => {
  expect(await decide(body, version)).toMatchObject(expected);
});

test("callbacks are sent once", async () => {
  const action = await decide("callbacksBuilder.nameCallback('P')", "2.0");
  expect(action.kind === "callbacks" && action.callbacks.length).toBe(1);
});
