import type { JourneyGraph } from "../../model/graph.js";
import { dominance, immediateDominators } from "../../model/graph-dominators.js";
import type { JourneyNode } from "../../model/model.js";
import type { LocalisedText } from "./localised-texts.js";

/** What the user sees at a vertex: its nodes, and the locales of their texts. */
interface Screen {
  readonly index: number;
  readonly nodes: readonly JourneyNode[];
  readonly locales: ReadonlySet<string>;
}

/**
 * The vertices that show in their own languages what an alternative shows in others: a journey may ask for the language
 * and have a branch of like nodes for each. Neither of two alternatives is always passed on the way to the other.
 */
export function branchesOfLocale(graph: JourneyGraph, texts: readonly LocalisedText[]): ReadonlySet<JourneyNode> {
  const localesOf = new Map<JourneyNode, string[]>();
  for (const { node, texts: own } of texts) {
    const locales = localesOf.get(node);
    if (locales) locales.push(...own.keys());
    else localesOf.set(node, [...own.keys()]);
  }
  const alike = new Map<string, Screen[]>();
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node") return;
    const nodes = [vertex.node, ...vertex.node.children];
    const locales = new Set(nodes.flatMap((node) => localesOf.get(node) ?? []));
    if (locales.size === 0) return;
    const types = nodes.map(({ typeId }) => typeId).join(" ");
    const screens = alike.get(types);
    if (screens) screens.push({ index, nodes, locales });
    else alike.set(types, [{ index, nodes, locales }]);
  });
  const isDominated = dominance(immediateDominators(graph));
  const isAlternative = (one: Screen, other: Screen) =>
    ![...one.locales].some((locale) => other.locales.has(locale)) &&
    !isDominated(one.index, other.index) &&
    !isDominated(other.index, one.index);
  const found = new Set<JourneyNode>();
  for (const screens of alike.values()) {
    for (const screen of screens) {
      if (!screens.some((other) => isAlternative(screen, other))) continue;
      for (const node of screen.nodes) found.add(node);
    }
  }
  return found;
}
