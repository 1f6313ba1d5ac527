import type { Json, JsonObject } from "../../src/text/json.js";

export const fixtureIds = {
  page: "11111111-0000-4000-8000-000000000001",
  name: "11111111-0000-4000-8000-000000000002",
  password: "11111111-0000-4000-8000-000000000003",
  store: "11111111-0000-4000-8000-000000000004",
  risk: "11111111-0000-4000-8000-000000000005",
  script: "22222222-0000-4000-8000-000000000001",
  success: "70e691a5-1e33-4ac3-a356-e7b6d60d92e0",
  failure: "e301438c-0bd0-429c-ab0c-66126501069a",
} as const;

export const fixtureScript = 'var level = typeof risk === "undefined" ? "low" : "high";\n// größer\noutcome = level;\n';

/** A small journey as today's platform exports it: a page with two inner nodes, a decision, a script. A new object at each call. */
export function exportFixture(): Record<"tree" | "nodes" | "innerNodes" | "scripts", Record<string, Json>> {
  const ids = fixtureIds;
  const outcome = () => [{ id: "outcome", displayName: "Outcome" }];
  return {
    tree: {
      _id: "Sign In",
      description: "A fixture",
      enabled: true,
      entryNodeId: ids.page,
      identityResource: "managed/alpha_user",
      innerTreeOnly: false,
      mustRun: false,
      nodes: {
        [ids.page]: reference("Sign In Page", "PageNode", { outcome: ids.store }, 100, 200),
        [ids.store]: reference("Check", "DataStoreDecisionNode", { true: ids.risk, false: ids.failure }, 300, 200.5),
        [ids.risk]: reference("Risk", "ScriptedDecisionNode", { low: ids.success, high: ids.failure }, 500, 200),
      },
      staticNodes: {
        startNode: { x: 50, y: 250 },
        [ids.success]: { x: 700, y: 80 },
        [ids.failure]: { x: 700, y: 300 },
      },
      uiConfig: { categories: '["Authentication"]' },
    },
    nodes: {
      [ids.page]: {
        ...body(ids.page, "PageNode", "Page Node", outcome()),
        nodes: [
          { _id: ids.name, displayName: "Name", nodeType: "UsernameCollectorNode", nodeVersion: "1.0" },
          { _id: ids.password, displayName: "Password", nodeType: "PasswordCollectorNode", nodeVersion: "1.0" },
        ],
        pageHeader: { en: "Sign In" },
        pageDescription: {},
      },
      [ids.store]: body(ids.store, "DataStoreDecisionNode", "Data Store Decision", [
        { id: "true", displayName: "True" },
        { id: "false", displayName: "False" },
      ]),
      [ids.risk]: {
        ...body(ids.risk, "ScriptedDecisionNode", "Scripted Decision", [
          { id: "low", displayName: "low" },
          { id: "high", displayName: "high" },
        ]),
        script: ids.script,
        outcomes: ["low", "high"],
        inputs: ["*"],
        outputs: ["*"],
      },
    },
    innerNodes: {
      [ids.name]: body(ids.name, "UsernameCollectorNode", "Username Collector", outcome()),
      [ids.password]: body(ids.password, "PasswordCollectorNode", "Password Collector", outcome()),
    },
    scripts: {
      [ids.script]: {
        _id: ids.script,
        name: "Rate the risk",
        context: "AUTHENTICATION_TREE_DECISION_NODE",
        language: "JAVASCRIPT",
        description: null,
        script: JSON.stringify(fixtureScript),
      },
    },
  };
}

function reference(displayName: string, nodeType: string, connections: JsonObject, x: number, y: number): JsonObject {
  return { displayName, nodeType, connections, version: "1.0", x, y };
}

function body(id: string, type: string, name: string, outcomes: Json): JsonObject {
  return { _id: id, _outcomes: outcomes, _type: { _id: type, collection: true, name, version: "1.0" } };
}
