import type { Journey, Resource, ResourceKind } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { type Json, type JsonObject, setOwn } from "../../text/json.js";
import { applyMergePatch } from "./merge-patch.js";
import { nodeBody } from "./node-body.js";
import { scriptObject } from "./script-object.js";
import { stableJson } from "./stable-json.js";
import { treeObject } from "./tree-object.js";

/** An export file: its text, and the same as a value. */
export interface WrittenExport {
  readonly text: string;
  readonly value: JsonObject;
}

/** Writes a journey as the platform's export JSON. The same journey always gives the same bytes. */
export function writeExport(journey: Journey): WrittenExport {
  const trees = {};
  setOwn(trees, journey.id, journeyExport(journey));
  const value = { trees };
  return { text: `${stableJson(value)}\n`, value };
}

/** What stands under the journey's id in `trees`, with its `raw` patch applied. */
export function journeyExport(journey: Journey): JsonObject {
  const { exportOptions } = journey;
  const scripts = {};
  for (const script of journey.scripts) setOwn(scripts, script.id, scriptObject(script, exportOptions.scriptEncoding));
  const bodies = exportOptions.bodies === false ? {} : nodeBodies(journey);
  const value = { ...resourceMembers(journey.resources), ...bodies, scripts, tree: treeObject(journey) };
  return journey.raw === undefined ? value : applyMergePatch(value, journey.raw);
}

function nodeBodies(journey: Journey): JsonObject {
  const nodes = {};
  const innerNodes = {};
  for (const node of allNodes(journey.nodes)) {
    setOwn(node.page === undefined ? nodes : innerNodes, node.id, nodeBody(node, journey.exportOptions));
  }
  return { innerNodes, nodes };
}

const members: { readonly [Kind in ResourceKind]: string } = {
  circleOfTrust: "circlesOfTrust",
  emailTemplate: "emailTemplates",
  nodeType: "nodeTypes",
  saml2Entity: "saml2Entities",
  socialIdentityProvider: "socialIdentityProviders",
  theme: "themes",
  variable: "variable",
};

/** Containers that the platform writes even when they are empty are there in any case; themes are a list. */
function resourceMembers(resources: readonly Resource[]): JsonObject {
  const result: Record<string, JsonObject> = {
    circlesOfTrust: {},
    emailTemplates: {},
    saml2Entities: {},
    socialIdentityProviders: {},
  };
  const themes: Json[] = [];
  for (const { kind, id, content } of resources) {
    if (kind === "theme") {
      themes.push(content);
      continue;
    }
    const member = result[members[kind]] ?? {};
    result[members[kind]] = member;
    setOwn(member, id, content);
  }
  return { ...result, themes };
}
