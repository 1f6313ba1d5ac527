import { versionOf } from "../catalogue/catalogue.js";
import { judgeCondition } from "../catalogue/condition.js";
import { isDominatedBy } from "../model/graph-dominators.js";
import type { JourneyNode } from "../model/model.js";
import { propertyValues } from "../model/property-values.js";
import type { Json } from "../text/json.js";
import type { JourneyFacts } from "./journey-facts.js";
import type { ReadAt } from "./state/journey-access.js";

/** A node that would write a key with another value of one setting. */
export interface OtherSetting {
  readonly node: JourneyNode;
  readonly property: string;
  readonly value: Json;
  /** Whether it would write the key by whatever outcome it is left. */
  readonly onEach: boolean;
}

/** By each key that nodes do not write as they are set, the first of these nodes. */
export function settingsThatWrite({ nodes }: JourneyFacts): ReadonlyMap<string, OtherSetting> {
  const found = new Map<string, OtherSetting>();
  for (const node of nodes) {
    const outputs = (node.type && versionOf(node.type, node.version)?.outputs) ?? [];
    for (const { key, when, onOutcomes } of outputs) {
      if (key === undefined || found.has(key) || when === undefined || !("equals" in when)) continue;
      if (judgeCondition(when, propertyValues(node)) !== "no") continue;
      found.set(key, { node, property: when.property, value: when.equals, onEach: onOutcomes === undefined });
    }
  }
  return found;
}

/**
 * Whether each path to a node passes the one that would write what it needs with another setting, and nothing else names the key: nodes of
 * which nothing is known, and whoever runs the journey, hardly write it.
 */
export function isTurnedOff(at: ReadAt, writer: OtherSetting | undefined, facts: JourneyFacts): boolean {
  const { journey, state } = facts;
  const { key, space } = at.read;
  if (writer === undefined || key === "username" || space !== "state" || at.inner !== undefined) return false;
  if (!standsBefore(writer.node, at, facts)) return false;
  if (journey.scripts.some(({ body }) => body.includes(key))) return false;
  return state.availability(at) !== "never" ? !state.isWrittenByName(at) : true;
}

export function standsBefore(
  { name, page }: JourneyNode,
  { vertex }: ReadAt,
  { graph, dominators }: JourneyFacts,
): boolean {
  const by = page === undefined ? graph.byName.get(name) : undefined;
  return by !== undefined && by !== vertex && isDominatedBy(dominators, vertex, by);
}
