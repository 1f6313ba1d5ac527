import { type ExportOptions, type Journey, type Resource, resourceKinds } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import type { JsonObject } from "../../text/json.js";
import { applyPatch } from "../../text/merge-patch.js";
import { parseJsonText } from "../../text/parse-json-text.js";
import { stableJson, type Writable } from "../../text/stable-json.js";
import { sections } from "../sections.js";
import { NodeBody } from "./node-body.js";
import { scriptObject } from "./script-object.js";
import { treeObject } from "./tree-object.js";

/**
 * The text of an export, and the same as a value, which is made only when it is asked for. This is a class because V8
 * makes a hidden class for each object literal with a getter, and that would keep the text in memory.
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

/** Writes a journey as an export. The same journey always gives the same bytes. */
export function writeExport(journey: Journey): WrittenExport {
  return new WrittenExport(`${stableJson({ trees: new Map([[journey.id, exportMembers(journey)]]) })}\n`);
}

/** The export of a journey as a value: the entry under its id in `trees`. */
export function journeyExport(journey: Journey): JsonObject {
  return parseJsonText(stableJson(exportMembers(journey))) as JsonObject;
}

/** The same, ready to be written. The journey's `raw` patch is applied. */
export function exportMembers(journey: Journey): Writable {
  if (journey.raw !== undefined) return applyPatch(journeyExport({ ...journey, raw: undefined }), journey.raw);
  const { exportOptions } = journey;
  const scripts = new Map<string, Writable>();
  for (const script of journey.scripts) scripts.set(script.id, scriptObject(script, exportOptions.scriptEncoding));
  return {
    ...resourceMembers(journey.resources, exportOptions),
    ...(exportOptions.bodies === false ? {} : nodeBodies(journey)),
    [sections.script.name]: scripts,
    [sections.tree.name]: treeObject(journey),
  };
}

function nodeBodies(journey: Journey): Readonly<Record<string, Writable>> {
  if (journey.exportOptions.bodies === "empty") return { [sections.body.name]: {}, [sections.innerBody.name]: {} };
  const bodies = new Map<string, Writable>();
  const innerBodies = new Map<string, Writable>();
  for (const node of allNodes(journey.nodes)) {
    (node.page === undefined ? bodies : innerBodies).set(node.id, new NodeBody(node, journey.exportOptions));
  }
  return { [sections.body.name]: bodies, [sections.innerBody.name]: innerBodies };
}

/** Makes the sections of resources. Those that the platform writes even where they are empty are always there. */
function resourceMembers(resources: readonly Resource[], options: ExportOptions): Readonly<Record<string, Writable>> {
  const result: Record<string, Writable> = {};
  for (const kind of resourceKinds) {
    const { name, isList, isOptional } = sections[kind];
    const own = resources.filter((resource) => resource.kind === kind);
    if (own.length === 0 && isOptional && !(kind === "variable" && options.variables === true)) continue;
    result[name] = isList ? own.map(({ content }) => content) : new Map(own.map(({ id, content }) => [id, content]));
  }
  return result;
}
