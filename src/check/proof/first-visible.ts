import type { EdgeFilter, GraphVertex, JourneyGraph } from "../../model/graph.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { asksNothing } from "../node-behaviour.js";
import { isWellKnown } from "./proof-of-outcome.js";

/** The nodes and ends that a client may see first from a vertex on. */
export type FirstVisible = readonly VisibleVertex[];

type VisibleVertex = Exclude<GraphVertex, { readonly kind: "start" }>;

/**
 * Follows nodes that send nothing until something is visible. `undefined` where a script or an unknown node may show
 * anything.
 */
export function firstVisible(graph: JourneyGraph, from: number, follow: EdgeFilter): FirstVisible | undefined {
  const seen = new Set([from]);
  const visible: VisibleVertex[] = [];
  for (const vertex of seen) {
    const found = graph.vertices[vertex];
    if (found === undefined || found.kind === "start") continue;
    if (found.kind !== "node") {
      visible.push(found);
      continue;
    }
    const { node } = found;
    if (!isWellKnown(node) || !node.children.every((child) => isWellKnown(child))) return undefined;
    if (!asksNothing(node)) visible.push(found);
    else for (const edge of graph.outgoing[vertex] ?? []) if (follow(edge)) seen.add(edge.to);
  }
  return visible;
}

/** Whether a client cannot tell what it may see first from here from what it may see first from there. */
export function lookAlike(left: FirstVisible, right: FirstVisible): boolean {
  // Of most, the types tell the difference.
  return sameTexts(left, right, typeOf) && sameTexts(left, right, lookOf);
}

/** The names of the nodes and ends, one for those that look the same. */
export function visibleNames(visible: FirstVisible): readonly string[] {
  const names = new Map<string, string>();
  for (const each of visible) names.set(visible.length === 1 ? "" : lookOf(each), nameOf(each));
  return [...names.values()];
}

function sameTexts(left: FirstVisible, right: FirstVisible, textOf: (visible: VisibleVertex) => string): boolean {
  const [one, other] = [new Set(left.map(textOf)), new Set(right.map(textOf))];
  return one.size === other.size && [...one].every((text) => other.has(text));
}

function typeOf(visible: VisibleVertex): string {
  return visible.kind === "node" ? visible.node.typeId : visible.kind;
}

function lookOf(visible: VisibleVertex): string {
  return visible.kind === "node" ? looks(visible.node) : visible.kind;
}

function nameOf(visible: VisibleVertex): string {
  return visible.kind === "node" ? nodeLabel(visible.node) : visible.kind;
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
