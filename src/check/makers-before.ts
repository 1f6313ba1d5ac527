import { isCatalogueType } from "../catalogue/catalogue.js";
import { reachableFrom } from "../model/graph-reachability.js";
import type { JourneyNode } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";
import { isWellKnown } from "./proof/proof-of-outcome.js";

/** Where something may have begun what a node goes on with; each set is found once for all nodes. */
export class MakersBefore {
  readonly #facts: JourneyFacts;
  readonly #known = new Map<readonly string[], ReadonlySet<number>>();

  constructor(facts: JourneyFacts) {
    this.#facts = facts;
  }

  /**
   * Whether a node of one of these types may have come before a node, in its journey or in one that runs it. Scripts, inner journeys and
   * unknown types may do the same; those of the marketplace do what they are for. That nothing leads to the one which is there is told at that one.
   */
  mayHaveCome(types: readonly string[], node: JourneyNode): boolean {
    const { graph, reached, nodes, isGivenState } = this.#facts;
    const at = graph.byName.get(node.page ?? node.name);
    if (at === undefined || isGivenState || !reached.has(at)) return true;
    const isLost = ({ typeId, page, name }: JourneyNode) =>
      types.includes(typeId) && !reached.has(graph.byName.get(page ?? name) ?? at);
    return nodes.some(isLost) || this.#behind(types).has(at);
  }

  #behind(types: readonly string[]): ReadonlySet<number> {
    let behind = this.#known.get(types);
    if (behind === undefined) {
      const makers = this.#facts.reachedWith((node) =>
        (node.children.length > 0 ? node.children : [node]).some((each) => mayMake(each, types)),
      );
      behind = reachableFrom(
        this.#facts.graph,
        makers.map(({ index }) => index),
      );
      this.#known.set(types, behind);
    }
    return behind;
  }
}

function mayMake(node: JourneyNode, types: readonly string[]): boolean {
  if (types.includes(node.typeId)) return true;
  const { type } = node;
  const isPlugin = type?.where.marketplace === true || type?.where.custom !== undefined;
  const isOfMarketplace = type !== undefined && isPlugin && isCatalogueType(type);
  return !isOfMarketplace && !isWellKnown(node);
}
