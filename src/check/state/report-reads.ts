import type { Place, RelatedPlace } from "../../diagnostics/diagnostic.js";
import { nodeLabel } from "../describe-node.js";
import type { ReadAt } from "./journey-access.js";

/** Reads of one key with one cause: the first is reported, and the nodes of the others are related places. */
export interface ReadGroup {
  readonly at: Place;
  readonly args: { readonly node: string; readonly key: string; readonly inner: string | undefined };
  readonly related: readonly RelatedPlace[];
  readonly first: ReadAt;
}

const shownRelated = 5;

/** Makes one group for each missing key, so that one cause is reported once. */
export function groupReads(reads: readonly ReadAt[]): readonly ReadGroup[] {
  const byKey = new Map<string, { readonly first: ReadAt; readonly byNode: Map<unknown, ReadAt> }>();
  for (const at of reads) {
    const key = `${at.read.space} ${at.read.key}`;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, { first: at, byNode: new Map([[at.node, at]]) });
    else if (!group.byNode.has(at.node)) group.byNode.set(at.node, at);
  }
  return [...byKey.values()].map(({ first, byNode }) => ({
    at: first.node.namePlace,
    args: { node: nodeLabel(first.node), key: first.read.key, inner: innerText(first) },
    related: [...byNode.values()]
      .slice(1, 1 + shownRelated)
      .map(({ node }) => ({ place: node.namePlace, message: `${nodeLabel(node)} reads it too` })),
    first,
  }));
}

function innerText({ inner }: ReadAt): string | undefined {
  return inner && `${inner.node} in journey ${inner.journey}`;
}
