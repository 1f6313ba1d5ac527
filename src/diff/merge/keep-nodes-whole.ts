import { exportedJourneys, referencesOf, sectionOf } from "../../export-json/sections.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import type { Conflict } from "./conflict.js";
import { keepChildrenWhole } from "./keep-children-whole.js";
import { contentOf, type ExportSides, partsOf, resetParts, restoreParts } from "./node-parts.js";

export interface WholeNodes extends ExportSides {
  readonly conflicts: readonly Conflict[];
}

/**
 * Prepares the sides of a merge so that a node which one side removed is either gone with everything that belongs to it
 * (reference, settings, inner nodes, scripts), or there with all of it; an inner node of a page likewise. Where the other side changed it, the removal is
 * taken back and told as a conflict; where the other side only moved it on the canvas, the removal counts.
 */
export function keepNodesWhole(sides: ExportSides): WholeNodes {
  const whole = structuredClone({ base: sides.base, ours: sides.ours, theirs: sides.theirs }) as ExportSides;
  const conflicts: Conflict[] = [];
  const [base, ours, theirs] = [whole.base, whole.ours, whole.theirs].map(exportedJourneys);
  for (const [name, before] of base ?? []) {
    const [left, right] = [ours?.get(name), theirs?.get(name)];
    if (left === undefined || right === undefined) continue;
    for (const id of Object.keys(referencesOf(before))) {
      const [inOurs, inTheirs] = [left, right].map((side) => Object.hasOwn(referencesOf(side), id));
      if (inOurs === inTheirs) continue;
      const [there, gone] = inOurs ? [left, right] : [right, left];
      if (isSameJson(nodeContent(before, id), nodeContent(there, id))) {
        reset(before, there, id);
        continue;
      }
      restore(before, gone, id);
      const [remover, changer] = inOurs ? ["theirs", "ours"] : ["ours", "theirs"];
      conflicts.push({
        where: `${name} / ${id}`,
        message: `${remover} removed this node, ${changer} changed it: it stays whole, as ${changer} has it`,
      });
    }
    conflicts.push(...keepChildrenWhole(name, { base: before, ours: left, theirs: right }));
  }
  return { ...whole, conflicts };
}

/** Everything about a node that is worth a conflict: neither its place on the canvas nor revisions are. */
function nodeContent(exported: JsonObject, id: string): Json {
  return contentOf(exported, referencesOf(exported)[id], partsOf(exported, id), ["x", "y"]);
}

/** Gives a side what the base has of a node: its reference, and those parts that the side does not have. */
function restore(base: JsonObject, side: JsonObject, id: string): void {
  const tree = sectionOf(side, "tree") as Record<string, Json>;
  const nodes = isJsonObject(tree.nodes) ? (tree.nodes as Record<string, Json>) : {};
  setOwn(nodes, id, referencesOf(base)[id] ?? null);
  tree.nodes = nodes;
  restoreParts(base, side, partsOf(base, id));
}

/** Gives a side the base's version of a node that it has not really changed, so that its removal is no conflict. */
function reset(base: JsonObject, side: JsonObject, id: string): void {
  setOwn(referencesOf(side) as Record<string, Json>, id, referencesOf(base)[id] ?? null);
  resetParts(base, side, partsOf(base, id));
}
