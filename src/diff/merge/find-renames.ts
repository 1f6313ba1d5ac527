import type { Model } from "../../model/model.js";
import { matchNodes } from "../match/match-nodes.js";
import { matchScripts } from "../match/match-scripts.js";
import { NodeContents } from "../match/node-content.js";
import type { Renames } from "./rename-nodes.js";

/**
 * Finds nodes that one side has renamed, where the new name is free on the other side. The other side then follows, and
 * its changes to the node are merged.
 */
export function findRenames(base: Model, changed: Model, other: Model): Renames {
  const renames = new Map<string, ReadonlyMap<string, string>>();
  for (const journey of base.journeys) {
    const after = changed.journeys.find(({ name }) => name === journey.name);
    const theirs = other.journeys.find(({ name }) => name === journey.name);
    if (after === undefined || theirs === undefined) continue;
    const taken = new Set([...journey.nodes, ...theirs.nodes].map(({ name }) => name));
    const present = new Set(after.nodes.map(({ name }) => name));
    const names = new Map<string, string>();
    const pairs = matchNodes(journey, after, new NodeContents(matchScripts(journey, after)));
    for (const node of journey.nodes) {
      const now = pairs.afterOf(node);
      const isRenamed = now !== undefined && now.page === undefined && now.name !== node.name;
      if (isRenamed && !taken.has(now.name) && !present.has(node.name)) names.set(node.name, now.name);
    }
    if (names.size > 0) renames.set(journey.name, names);
  }
  return renames;
}
