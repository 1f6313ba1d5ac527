import { callbacksOf } from "../../check/node-behaviour.js";
import type { JourneyNode } from "../../model/model.js";
import type { Consequence } from "../difference.js";
import { labelOf } from "../journey-pair.js";
import type { ComparedVersion, Versions } from "./versions.js";

/** Finds the nodes that ask a user something now and did not before, or did and no longer do. */
export function changedQuestions({ before, after }: Versions): readonly Consequence[] {
  const old = askingNodes(before);
  const now = askingNodes(after);
  const asked = [...now].filter((node) => !has(old, after.partnerOf(node)));
  const notAsked = [...old].filter((node) => !has(now, before.partnerOf(node)));
  const consequences: Consequence[] = [];
  if (asked.length > 0) consequences.push({ kind: "asked", nodes: asked.map(labelOf) });
  if (notAsked.length > 0) consequences.push({ kind: "no-longer-asked", nodes: notAsked.map(labelOf) });
  return consequences;
}

function has(nodes: ReadonlySet<JourneyNode>, node: JourneyNode | undefined): boolean {
  return node !== undefined && nodes.has(node);
}

/** The nodes, on pages too, that a user can get to and that certainly send callbacks of their own. */
function askingNodes({ vertexOf, reached }: ComparedVersion): ReadonlySet<JourneyNode> {
  const nodes = [...vertexOf].flatMap(([node, vertex]) =>
    reached.has(vertex) ? (node.children.length > 0 ? node.children : [node]) : [],
  );
  return new Set(nodes.filter((node) => callbacksOf(node)?.some(({ type }) => type !== "*")));
}
