import { readExport } from "../export-json/read/read-export.js";
import { withResidue } from "../export-json/residue.js";
import { writeExport } from "../export-json/write/write-export.js";
import { adoptNames } from "../import/into/adopt-names.js";
import { IdMap } from "../model/id-map.js";
import { targetId } from "../model/ids.js";
import type { Connection, Journey, JourneyNode, Script, Target } from "../model/model.js";
import { outcomesWith, outcomeWithId } from "../model/outcome-index.js";
import { allNodes } from "../model/used-resources.js";
import { isSameJson } from "../text/merge-patch.js";
import { SourceFile } from "../text/source-file.js";
import type { NodeLabel, TargetLabel } from "./difference.js";
import { matchNodes, type NodePairs } from "./match/match-nodes.js";
import { matchScripts } from "./match/match-scripts.js";
import { NodeContents } from "./match/node-content.js";
import type { Pairs } from "./match/pairs.js";

/** Two versions of a journey, and the nodes and scripts that correspond to each other. */
export interface JourneyPair {
  readonly before: Journey;
  readonly after: Journey;
  /** Whether both are texts: an export holds neither rules nor scenarios. */
  readonly areTexts: boolean;
  readonly nodes: NodePairs;
  readonly contents: NodeContents;
  readonly scripts: Pairs<Script>;
  /** Ids of the old version, mapped to those of the new one. */
  readonly ids: IdMap;
  /**
   * The name of each node of the old version, by the old id: that of the new version, or its own, with a mark where the new version
   * calls another node so.
   */
  readonly namesBefore: ReadonlyMap<string, string>;
  /** By new node, the removed one of its name and type, in whose place it stands. */
  readonly replaced: ReadonlyMap<JourneyNode, JourneyNode>;
}

/**
 * Pairs two versions of a journey. Where `raw` differs, it is applied first, so that its effect is compared and not its
 * wording.
 */
export function pairJourneys(old: Journey, now: Journey): JourneyPair {
  const isSameRaw = isSameJson(old.raw ?? null, now.raw ?? null);
  const before = isSameRaw ? old : withRawApplied(old);
  const after = isSameRaw ? now : withRawApplied(now);
  const scripts = matchScripts(before, after);
  const contents = new NodeContents(scripts);
  const nodes = matchNodes(before, after, contents);
  const ids = new IdMap();
  for (const [left, right] of nodes.entries()) ids.add(left.id, right.id);
  for (const [left, right] of scripts.entries()) ids.add(left.id, right.id);
  if (before.id !== after.id) ids.add(before.id, after.id);
  const namesBefore = namesOfOldNodes(before, after, nodes);
  const areTexts = old.origin.kind === "text" && now.origin.kind === "text";
  const replaced = replacedNodes(before, after, nodes);
  return { before, after, areTexts, nodes, contents, scripts, ids, namesBefore, replaced };
}

function namesOfOldNodes(before: Journey, after: Journey, nodes: NodePairs): ReadonlyMap<string, string> {
  const keyOf = (page: string | undefined, name: string) => JSON.stringify([page, name]);
  const taken = new Set(allNodes(after.nodes).map(({ page, name }) => keyOf(page, name)));
  const names = new Map<string, string>();
  const add = (node: JourneyNode, page: string | undefined) => {
    const name = nodes.afterOf(node)?.name ?? (taken.has(keyOf(page, node.name)) ? `${node.name} (old)` : node.name);
    names.set(node.id, name);
    for (const child of node.children) add(child, name);
  };
  for (const node of before.nodes) add(node, undefined);
  return names;
}

function replacedNodes(before: Journey, after: Journey, nodes: NodePairs): ReadonlyMap<JourneyNode, JourneyNode> {
  const keyOf = ({ page, name, typeId }: JourneyNode) => JSON.stringify([page, name, typeId]);
  const gone = [...allNodes(before.nodes)].filter((node) => nodes.afterOf(node) === undefined);
  const byKey = new Map(gone.map((node) => [keyOf(node), node]));
  const replaced = new Map<JourneyNode, JourneyNode>();
  for (const node of allNodes(after.nodes)) {
    const old = nodes.beforeOf(node) === undefined ? byKey.get(keyOf(node)) : undefined;
    if (old !== undefined) replaced.set(node, old);
  }
  return replaced;
}

/** Applies a journey's `raw`. For an export nothing is applied: its `raw` is what the model does not contain. */
function withRawApplied(journey: Journey): Journey {
  if (journey.raw === undefined || journey.origin.kind !== "text") return journey;
  const written = writeExport(journey);
  const { model } = readExport(new SourceFile(journey.place.source.path, written.text), {});
  const [read] = model.journeys;
  return read === undefined ? journey : { ...adoptNames(read, journey), raw: withResidue(read).raw };
}

export function labelOf(node: JourneyNode): NodeLabel {
  return { name: node.name, title: node.displayName, type: node.typeId, page: node.page };
}

/** A node of the old version, as the new version calls it; one that is gone by its own name. */
export function labelBefore(node: JourneyNode, pair: JourneyPair): NodeLabel {
  const partner = pair.nodes.afterOf(node);
  if (partner !== undefined) return labelOf(partner);
  const page = pair.before.nodes.find(({ children }) => children.includes(node));
  return {
    ...labelOf(node),
    name: pair.namesBefore.get(node.id) ?? node.name,
    page: page && (pair.namesBefore.get(page.id) ?? page.name),
  };
}

/** The target of an arrow of the old version, by the new version's names. */
export function targetBefore(target: Target, pair: JourneyPair): TargetLabel {
  return targetLabel(target, pair.namesBefore);
}

/** The target of an arrow. */
export function targetLabel(target: Target, names?: ReadonlyMap<string, string>): TargetLabel {
  switch (target.kind) {
    case "node":
      return names?.get(target.id) ?? target.name;
    case "success":
    case "failure":
      return target.kind;
    case "foreign":
      return JSON.stringify(target.id);
    default:
      return target satisfies never;
  }
}

/** Whether an arrow of the old version and one of the new version lead to the same place. */
export function leadsToSame(
  before: Connection | undefined,
  after: Connection | undefined,
  { ids }: JourneyPair,
): boolean {
  if (before === undefined || after === undefined) return before === after;
  return ids.text(targetId(before.target)) === targetId(after.target);
}

/** An outcome as authors write it; the inner node's name is put in front where several outcomes have the same name. */
export function outcomeName(node: JourneyNode, outcomeId: string): string {
  const outcome = outcomeWithId(node.outcomes, outcomeId);
  if (outcome === undefined) return outcomeId;
  const isAmbiguous = outcomesWith(node.outcomes, "outcome", outcome.outcome).length > 1;
  return isAmbiguous && outcome.child !== undefined ? `${outcome.child}.${outcome.outcome}` : outcome.outcome;
}
