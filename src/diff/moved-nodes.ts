import { isNameBased } from "../model/ids.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import { NodeContents } from "./match/node-content.js";
import { Pairs } from "./match/pairs.js";

/** Number of nodes from which a journey is told to have come out of another one. */
const fewestNodes = 2;

/** The number of nodes that a journey shares with another one. */
export interface SharedNodes {
  readonly journey: string;
  readonly nodes: number;
}

/**
 * The journeys from which the nodes of a new journey came, or to which those of a removed one went. `lost` has the nodes
 * that the other journeys do not have any more, or have for the first time.
 */
export function sharedNodes(
  journey: Journey,
  lost: ReadonlyMap<string, readonly JourneyNode[]>,
): readonly SharedNodes[] {
  const keys = new NodeKeys();
  const own = new Set(journey.nodes.map((node) => keys.of(node)));
  return [...lost].flatMap(([other, nodes]) => {
    const count = new Set(nodes.map((node) => keys.of(node)).filter((key) => own.has(key))).size;
    return count >= Math.min(fewestNodes, journey.nodes.length) && count > 0 ? [{ journey: other, nodes: count }] : [];
  });
}

/** Tells nodes of different journeys to be the same: by the platform's id, or by title and content where ids come from names. */
export class NodeKeys {
  readonly #contents = new NodeContents(new Pairs());

  of(node: JourneyNode): string {
    return isNameBased(node.id) ? this.#contents.of(node).titled : node.id;
  }
}

/** The journeys to which nodes went, and from which others came: the same nodes in another journey, unchanged. */
export interface MovedNodes {
  readonly to: ReadonlyMap<JourneyNode, string>;
  readonly from: ReadonlyMap<JourneyNode, string>;
}

/** Finds nodes, those on pages too, that one journey lost and another one has for the first time. Both are given by journey. */
export function movedNodes(
  lost: ReadonlyMap<string, readonly JourneyNode[]>,
  won: ReadonlyMap<string, readonly JourneyNode[]>,
): MovedNodes {
  const contents = new NodeContents(new Pairs());
  const keys = new NodeKeys();
  const keyOf = (node: JourneyNode) => JSON.stringify([keys.of(node), contents.of(node).titled]);
  const to = new Map<JourneyNode, string>();
  const from = new Map<JourneyNode, string>();
  const waiting = new Map<string, { readonly journey: string; readonly node: JourneyNode }[]>();
  for (const [journey, nodes] of won) {
    for (const node of allNodes(nodes)) {
      const alike = waiting.get(keyOf(node));
      if (alike) alike.push({ journey, node });
      else waiting.set(keyOf(node), [{ journey, node }]);
    }
  }
  for (const [journey, nodes] of lost) {
    for (const node of allNodes(nodes)) {
      const found = waiting.get(keyOf(node))?.shift();
      if (found === undefined || found.journey === journey) continue;
      to.set(node, found.journey);
      from.set(found.node, journey);
    }
  }
  return { to, from };
}
