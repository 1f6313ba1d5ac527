import { expect, test } from "vitest";
import { readExport } from "../../../src/export-json/read/read-export.js";
import type { Json, JsonObject } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";

/** The name that the only node of a journey gets. */
function nameOf(nodeType: string, displayName: string, body: JsonObject, scripts: JsonObject = {}): string | undefined {
  const tree = { entryNodeId: "n", nodes: { n: { nodeType, displayName, connections: {} } } };
  const value = { tree, nodes: { n: body }, innerNodes: { c: {} }, scripts };
  return readExport(new SourceFile("x.json", JSON.stringify(value)), {}).model.journeys[0]?.nodes[0]?.name;
}

test.each<[string, Json, string]>([
  ["a text", "Sign in", "SignIn"],
  ["its English", { de: "Anmelden", en: "Sign in" }, "SignIn"],
  ["the first locale", { de: "Anmelden", fr: "Connexion" }, "Anmelden"],
  ["the first text", { de: 5, fr: "Connexion" }, "Connexion"],
  ["no text", { de: 5 }, "Page"],
  ["no header", 5, "Page"],
])("a page without a label is named by its header: %s", (_, pageHeader, name) => {
  expect(nameOf("PageNode", "Page Node", { pageHeader })).toBe(name);
});

test("the header of what is no page counts for nothing", () => {
  expect(nameOf("MessageNode", "Message Node", { pageHeader: "Sign in" })).toBe("Message");
});

test("a label says more than anything else", () => {
  expect(nameOf("PageNode", "My page", { pageHeader: "Sign in" })).toBe("MyPage");
});

test("a node that is about one script or one inner journey is named by it", () => {
  const scripts = { s: { name: "Check the risk" } };
  expect(nameOf("ScriptedDecisionNode", "Scripted Decision", { script: "s" }, scripts)).toBe("CheckTheRisk");
  expect(nameOf("ScriptedDecisionNode", "Scripted Decision", { script: "gone" }, scripts)).toBe("ScriptedDecision");
  expect(nameOf("InnerTreeEvaluatorNode", "Inner Tree Evaluator", { tree: "Sign up" })).toBe("SignUp");
  expect(nameOf("InnerTreeEvaluatorNode", "Inner Tree Evaluator", { tree: "" })).toBe("InnerTreeEvaluator");
  expect(nameOf("InnerTreeEvaluatorNode", "Inner Tree Evaluator", { tree: 5 })).toBe("InnerTreeEvaluator");
});

test("a node that asks for one attribute is named by it; one that asks for several is not", () => {
  const collector = (attributesToCollect: Json) =>
    nameOf("AttributeCollectorNode", "Attribute Collector", { attributesToCollect });
  expect(collector(["mail"])).toBe("Mail");
  expect(collector(["mail", "sn"])).toBe("AttributeCollector");
  expect(collector("mail")).toBe("AttributeCollector");
  // The attribute by which a node finds the user is not what it is about.
  const identify = { identityAttribute: "mail", identifier: "userName" };
  expect(nameOf("IdentifyExistingUserNode", "Identify Existing User", identify)).toBe("IdentifyExistingUser");
});
