import { callbacksOf } from "../../check/node-behaviour.js";
import type { JourneyNode } from "../../model/model.js";
import type { Consequence } from "../difference.js";
import { labelBefore, labelOf } from "../journey-pair.js";
import { type ComparedVersion, reachedNodes, type Versions } from "./versions.js";

/** Finds the nodes that ask a user something now and did not before, or did and no longer do. One in the place of its like asks the same. */
export function changedQuestions({ before, after, pair }: Versions): readonly Consequence[] {
  const old = askingNodes(before);
  const now = askingNodes(after);
  const oldOf = (node: JourneyNode) => after.partnerOf(node) ?? pair.replaced.get(node);
  const still = new Set([...now].map(oldOf));
  const asked = [...now].filter((node) => !has(old, oldOf(node)));
  const notAsked = [...old].filter((node) => !still.has(node));
  const consequences: Consequence[] = [];
  if (asked.length > 0) consequences.push({ kind: "asked", nodes: asked.map(labelOf) });
  if (notAsked.length > 0) {
    consequences.push({ kind: "no-longer-asked", nodes: notAsked.map((node) => labelBefore(node, pair)) });
  }
  return consequences;
}

function has(nodes: ReadonlySet<JourneyNode>, node: JourneyNode | undefined): boolean {
  return node !== undefined && nodes.has(node);
}

/** The nodes, on pages too, that a user can get to and that certainly send callbacks of their own. */
function askingNodes(version: ComparedVersion): ReadonlySet<JourneyNode> {
  const nodes = reachedNodes(version).flatMap((node) => (node.children.length > 0 ? node.children : [node]));
  return new Set(nodes.filter((node) => callbacksOf(node)?.some(({ type }) => type !== "*")));
}
