import type { EdgeFilter, JourneyGraph } from "../../model/graph.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { asksNothing } from "../node-behaviour.js";
import { isWellKnown } from "./proof-of-outcome.js";

/** The things that a client may see first from a vertex on: what each looks like, and the name of its node or end. */
export type FirstVisible = ReadonlyMap<string, string>;

/**
 * Follows nodes that send nothing until something is visible. `undefined` where a script or an unknown node may show
 * anything.
 */
export function firstVisible(graph: JourneyGraph, from: number, follow: EdgeFilter): FirstVisible | undefined {
  const seen = new Set([from]);
  const visible = new Map<string, string>();
  for (const vertex of seen) {
    const found = graph.vertices[vertex];
    if (found === undefined || found.kind === "start") continue;
    if (found.kind !== "node") {
      visible.set(found.kind, found.kind);
      continue;
    }
    const { node } = found;
    if (!isWellKnown(node) || !node.children.every((child) => isWellKnown(child))) return undefined;
    if (!asksNothing(node)) visible.set(looks(node), nodeLabel(node));
    else for (const edge of graph.outgoing[vertex] ?? []) if (follow(edge)) seen.add(edge.to);
  }
  return visible;
}

const known = new WeakMap<JourneyNode, string>();

/**
 * A text that is equal for nodes that look the same to the client: same type and settings. Of a node that only says
 * that mail was sent, the client sees the text alone; template and address are visible in the mailbox only.
 */
function looks(node: JourneyNode): string {
  let text = known.get(node);
  if (text === undefined) {
    text = describe(node);
    known.set(node, text);
  }
  return text;
}

function describe(node: JourneyNode): string {
  const { callbacks, properties } = node.type?.versions[node.version] ?? {};
  const tellsOfMail = callbacks?.length === 1 && callbacks[0]?.type === "SuspendedTextOutputCallback";
  const texts = new Set(properties?.filter(({ localized }) => localized).map(({ name }) => name));
  const settings = [...node.properties]
    .filter(([name]) => !tellsOfMail || texts.has(name))
    .map(([name, { value }]) => JSON.stringify([name, value]))
    .sort();
  return JSON.stringify([node.typeId, settings, node.children.map(looks)]);
}
