import type { CompiledText } from "../../import/compile-text.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { matchNodes, type NodePairs } from "../match/match-nodes.js";
import { matchScripts } from "../match/match-scripts.js";
import { NodeContents } from "../match/node-content.js";
import { findItemRenames } from "./find-item-renames.js";
import { findJourneyRenames } from "./find-journey-renames.js";
import type { Renames } from "./renames.js";

/** The text of one version, and what it means. */
export type MergedVersion = Pick<CompiledText, "file" | "journeys">;

/**
 * Finds what one side has renamed, where the new name is free on the other side. The other side then follows, and its
 * changes are merged.
 */
export function findRenames(base: MergedVersion, changed: MergedVersion, other: MergedVersion): Renames {
  const nodes = new Map<string, ReadonlyMap<string, string>>();
  const { names: journeys, partnerOf } = findJourneyRenames(base, changed, other);
  for (const journey of base.journeys) {
    const after = partnerOf(journey, changed);
    const theirs = partnerOf(journey, other);
    if (after === undefined || theirs === undefined) continue;
    const names = nodeRenames(journey, after, theirs);
    if (names.size > 0) nodes.set(journey.name, names);
  }
  return { journeys, nodes, ...findItemRenames(base.file, changed.file, other.file, journeys) };
}

function nodeRenames(journey: Journey, after: Journey, theirs: Journey): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const pairs = matchNodes(journey, after, new NodeContents(matchScripts(journey, after)));
  addRenames(names, "", pairs, journey.nodes, after.nodes, theirs.nodes);
  const inTheirs = matchNodes(journey, theirs, new NodeContents(matchScripts(journey, theirs)));
  for (const page of journey.nodes) {
    const [now, other] = [pairs.afterOf(page), inTheirs.afterOf(page)];
    if (now === undefined || other === undefined) continue;
    addRenames(names, `${page.name}.`, pairs, page.children, now.children, other.children);
  }
  return names;
}

/** Adds the new names of nodes that stand side by side, before and after. */
function addRenames(
  names: Map<string, string>,
  prefix: string,
  pairs: NodePairs,
  before: readonly JourneyNode[],
  after: readonly JourneyNode[],
  theirs: readonly JourneyNode[],
): void {
  const taken = new Set([...before, ...theirs].map(({ name }) => name));
  const present = new Set(after.map(({ name }) => name));
  for (const node of before) {
    const now = pairs.afterOf(node);
    const isRenamed = now !== undefined && after.includes(now) && now.name !== node.name;
    if (isRenamed && !taken.has(now.name) && !present.has(node.name)) names.set(`${prefix}${node.name}`, now.name);
  }
}
