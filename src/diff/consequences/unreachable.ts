import type { Consequence } from "../difference.js";
import { labelOf } from "../journey-pair.js";
import type { Versions } from "./versions.js";

/** Finds nodes that are still there, but that a user can no longer get to. */
export function unreachableNodes({ before, after }: Versions): readonly Consequence[] {
  return [...after.vertexOf].flatMap(([node, vertex]): readonly Consequence[] => {
    const old = after.partnerOf(node);
    const was = old && before.vertexOf.get(old);
    const isLost = was !== undefined && before.reached.has(was) && !after.reached.has(vertex);
    return isLost ? [{ kind: "unreachable", node: labelOf(node) }] : [];
  });
}
