import type { Connection, Journey, JourneyNode, Target } from "../../model/model.js";
import { type JourneyPair, leadsToSame } from "../journey-pair.js";
import { type ConnectionPair, pairConnections } from "../pair-connections.js";

/** A page that only one version has, and the nodes of the other version that stand there alone and on the page here, in order. */
export interface RegroupedPage {
  readonly page: JourneyNode;
  readonly nodes: readonly JourneyNode[];
}

/** Finds pages of one version that consist of nodes which stand alone in the other one. */
export function regroupedPages(
  journey: Journey,
  other: Journey,
  partnerOf: (node: JourneyNode) => JourneyNode | undefined,
): readonly RegroupedPage[] {
  const alone = new Set(other.nodes);
  return journey.nodes.flatMap((page): readonly RegroupedPage[] => {
    const nodes = page.children.flatMap((child) => partnerOf(child) ?? []).filter((node) => alone.has(node));
    const isRegrouped = partnerOf(page) === undefined && nodes.length > 0 && nodes.length === page.children.length;
    return isRegrouped ? [{ page, nodes }] : [];
  });
}

/** The pages that came and those that went while their nodes stayed. */
export interface Regrouped {
  readonly come: readonly RegroupedPage[];
  readonly gone: readonly RegroupedPage[];
}

export function regroupedIn({ before, after, nodes }: JourneyPair): Regrouped {
  return {
    come: regroupedPages(after, before, (node) => nodes.beforeOf(node)),
    gone: regroupedPages(before, after, (node) => nodes.afterOf(node)),
  };
}

/** The arrows of the last node, and those of the page that has it at its end now, or had it before. */
export function pairsOfRegrouped({ come, gone }: Regrouped, pair: JourneyPair): readonly ConnectionPair[] {
  const pairs = (old: JourneyNode | undefined, now: JourneyNode | undefined) =>
    old === undefined || now === undefined ? [] : pairConnections(old, now, pair);
  return [
    ...come.flatMap(({ page, nodes }) => pairs(nodes.at(-1), page)),
    ...gone.flatMap(({ page, nodes }) => pairs(page, nodes.at(-1))),
  ];
}

/** Whether two arrows lead to the same place, or to a page and to the node that is, or was, its first one. */
export function leadsToSameStep(
  before: Connection | undefined,
  after: Connection | undefined,
  { come, gone }: Regrouped,
  pair: JourneyPair,
): boolean {
  if (leadsToSame(before, after, pair)) return true;
  const isPair = (page: Target | undefined, node: Target | undefined) => (each: RegroupedPage) =>
    isAt(page, each.page) && isAt(node, each.nodes[0]);
  return come.some(isPair(after?.target, before?.target)) || gone.some(isPair(before?.target, after?.target));
}

function isAt(target: Target | undefined, node: JourneyNode | undefined): boolean {
  return target?.kind === "node" && target.id === node?.id;
}
