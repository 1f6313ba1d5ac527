import { readExport } from "../export-json/read/read-export.js";
import { withResidue } from "../export-json/residue.js";
import { writeExport } from "../export-json/write/write-export.js";
import { adoptNames } from "../import/into/adopt-names.js";
import { IdMap } from "../model/id-map.js";
import { targetId } from "../model/ids.js";
import type { Connection, Journey, JourneyNode, Script, Target } from "../model/model.js";
import { outcomeIndex, outcomeWithId } from "../model/outcome-index.js";
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
  /** The name that the new version gives to a node of the old version, by the old id. */
  readonly namesBefore: ReadonlyMap<string, string>;
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
  const namesBefore = new Map<string, string>();
  for (const node of allNodes(before.nodes)) namesBefore.set(node.id, (nodes.afterOf(node) ?? node).name);
  const areTexts = old.origin.kind === "text" && now.origin.kind === "text";
  return { before, after, areTexts, nodes, contents, scripts, ids, namesBefore };
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
  const isAmbiguous = (outcomeIndex(node.outcomes).byText.get(outcome.outcome)?.length ?? 0) > 1;
  return isAmbiguous && outcome.child !== undefined ? `${outcome.child}.${outcome.outcome}` : outcome.outcome;
}
