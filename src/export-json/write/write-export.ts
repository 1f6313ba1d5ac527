import type { ExportOptions, Journey, Resource, ResourceKind } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import type { Json, JsonObject } from "../../text/json.js";
import { applyPatch } from "../../text/merge-patch.js";
import { parseJsonText } from "../../text/parse-json-text.js";
import { NodeBody } from "./node-body.js";
import { scriptObject } from "./script-object.js";
import { stableJson, type Writable } from "./stable-json.js";
import { treeObject } from "./tree-object.js";

/**
 * An export file: its text, and the same as a value, which is made when it is asked for. A class, because V8 makes a new
 * hidden class for each object literal with a getter, and that keeps the getter's closure, and so the text, for long.
 */
class WrittenExport {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get value(): JsonObject {
    return parseJsonText(this.text) as JsonObject;
  }
}

/** Writes a journey as the platform's export JSON. The same journey always gives the same bytes. */
export function writeExport(journey: Journey): WrittenExport {
  return new WrittenExport(`${stableJson({ trees: new Map([[journey.id, exportMembers(journey)]]) })}\n`);
}

/** What stands under the journey's id in `trees`, as a value. */
export function journeyExport(journey: Journey): JsonObject {
  return parseJsonText(stableJson(exportMembers(journey))) as JsonObject;
}

/** What stands under the journey's id in `trees`, ready to be written, with its `raw` patch applied. */
export function exportMembers(journey: Journey): Writable {
  if (journey.raw !== undefined) return applyPatch(journeyExport({ ...journey, raw: undefined }), journey.raw);
  const { exportOptions } = journey;
  const scripts = new Map<string, Writable>();
  for (const script of journey.scripts) scripts.set(script.id, scriptObject(script, exportOptions.scriptEncoding));
  const bodies = exportOptions.bodies === false ? {} : nodeBodies(journey);
  return { ...resourceMembers(journey.resources, exportOptions), ...bodies, scripts, tree: treeObject(journey) };
}

function nodeBodies(journey: Journey): Readonly<Record<"innerNodes" | "nodes", Writable>> {
  const nodes = new Map<string, Writable>();
  const innerNodes = new Map<string, Writable>();
  for (const node of allNodes(journey.nodes)) {
    (node.page === undefined ? nodes : innerNodes).set(node.id, new NodeBody(node, journey.exportOptions));
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
function resourceMembers(resources: readonly Resource[], options: ExportOptions): Readonly<Record<string, Writable>> {
  const result: Record<string, Map<string, Writable>> = {
    circlesOfTrust: new Map(),
    emailTemplates: new Map(),
    saml2Entities: new Map(),
    socialIdentityProviders: new Map(),
    ...(options.variables === true ? { variable: new Map<string, Writable>() } : {}),
  };
  const themes: Json[] = [];
  for (const { kind, id, content } of resources) {
    if (kind === "theme") {
      themes.push(content);
      continue;
    }
    const member = result[members[kind]] ?? new Map<string, Writable>();
    result[members[kind]] = member.set(id, content);
  }
  return { ...result, themes };
}
