import type { Journey, JourneyNode } from "../model/model.js";

/** Names a node of a journey for a reader. */
export type LabelOf = (node: JourneyNode) => string;

/** The titles of nodes as the console shows them, `Page › Inner node` for those on pages; where two are alike, each has its name behind it. */
export function nodeLabels(journey: Journey): LabelOf {
  const times = new Map<string, number>();
  for (const node of journey.nodes) times.set(canvasTitle(node), (times.get(canvasTitle(node)) ?? 0) + 1);
  const ownLabel = (node: JourneyNode) => {
    const title = canvasTitle(node);
    return (times.get(title) ?? 0) > 1 && node.name !== title ? `${title} (${node.name})` : title;
  };
  const pages = new Map(journey.nodes.filter(({ children }) => children.length > 0).map((page) => [page.name, page]));
  return (node) => {
    if (node.page === undefined) return ownLabel(node);
    const page = pages.get(node.page);
    return `${page === undefined ? node.page : ownLabel(page)} › ${canvasTitle(node)}`;
  };
}

/** The title of a node, without its page. */
export function canvasTitle(node: JourneyNode): string {
  return node.displayName || node.name;
}
