import type { EdgeFilter, JourneyGraph } from "../../model/graph.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { asksNothing } from "../node-behaviour.js";
import { isWellKnown } from "./proof-of-outcome.js";

/** What a client may get to see first from a vertex on: by what it looks like, the name of a node or an end. */
export type FirstVisible = ReadonlyMap<string, string>;

/** Follows nodes that send nothing until something is seen; `undefined` where a script or an unknown node may show anything. */
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

/**
 * Two nodes of the same type with the same settings look the same to the client. Of a node that only tells of a mail it
 * sees the text alone: which template is sent to whom is seen in the mailbox.
 */
function looks(node: JourneyNode): string {
  const { callbacks, properties } = node.type?.versions[node.version] ?? {};
  const tellsOfMail = callbacks?.length === 1 && callbacks[0]?.type === "SuspendedTextOutputCallback";
  const texts = new Set(properties?.filter(({ localized }) => localized).map(({ name }) => name));
  const settings = [...node.properties]
    .filter(([name]) => !tellsOfMail || texts.has(name))
    .map(([name, { value }]) => JSON.stringify([name, value]))
    .sort();
  return JSON.stringify([node.typeId, settings, node.children.map(looks)]);
}
