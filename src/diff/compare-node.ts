import type { NodeProperty } from "../catalogue/node-type.js";
import { propertiesByName } from "../model/known-properties.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { notableSettings } from "../model/notable-settings.js";
import type { Json } from "../text/json.js";
import { compareSettings } from "./compare-values.js";
import type { Change, NamedValue, NodeSettingChange, ValueChange } from "./difference.js";
import {
  type JourneyPair,
  labelBefore,
  labelOf,
  leadsToSame,
  outcomeName,
  targetBefore,
  targetLabel,
} from "./journey-pair.js";
import type { MovedNodes } from "./moved-nodes.js";
import { pairConnections } from "./pair-connections.js";

/** Describes a node that was added. Of one that stands in the place of another with its name and type, what differs is told. */
export function addedNode(node: JourneyNode, pair: JourneyPair, moves: MovedNodes): Change {
  const old = pair.replaced.get(node);
  const movedFrom = moves.from.get(node);
  return {
    kind: "node-added",
    node: labelOf(node),
    ...(movedFrom === undefined ? {} : { movedFrom }),
    ...(old === undefined ? {} : { replaces: settingChanges(old, node, pair) }),
    settings: toldSettings(node, pair.after),
    outcomes: node.connections.map(({ outcomeId, target }) => ({
      outcome: node.outcomes.length === 1 ? "" : outcomeName(node, outcomeId),
      target: targetLabel(target),
    })),
    children: node.children.map((child) => child.name),
  };
}

/** Describes a node that was removed. */
export function removedNode(node: JourneyNode, pair: JourneyPair, moves: MovedNodes): Change {
  const movedTo = moves.to.get(node);
  return {
    kind: "node-removed",
    node: labelBefore(node, pair),
    ...(movedTo === undefined ? {} : { movedTo }),
    settings: toldSettings(node, pair.before),
  };
}

function toldSettings(node: JourneyNode, journey: Journey): readonly NamedValue[] {
  return notableSettings(node, journey).map(({ name, value, property }) => {
    const script = property?.reference?.kind === "script" ? scriptTitle(value, journey) : undefined;
    return { name, value, ...(script === undefined ? {} : { script }) };
  });
}

/** The differences between two versions of a node, except for its page. */
export function compareNode(before: JourneyNode, after: JourneyNode, pair: JourneyPair): readonly Change[] {
  const node = labelOf(after);
  const changes: Change[] = [...renamed(before, after, pair)];
  const versions = [before.version, after.version] as const;
  if (before.typeId !== after.typeId) {
    changes.push({ kind: "node-retyped", node, before: before.typeId, after: after.typeId });
  } else if (versions[0] !== versions[1]) {
    changes.push({ kind: "node-upgraded", node, before: versions[0], after: versions[1] });
  }
  const settings = settingChanges(before, after, pair);
  changes.push(...settings);
  const overrides = compareSettings(before.bodyOverrides, after.bodyOverrides, pair.ids);
  for (const change of overrides) changes.push({ kind: "node-setting", node, change, isText: false });
  const isSameBody =
    before.typeId === after.typeId && versions[0] === versions[1] && settings.length + overrides.length === 0;
  if (isSameBody && after.children.length === 0) changes.push(...compareOutcomes(before, after));
  changes.push(...compareConnections(before, after, pair));
  return changes;
}

function settingChanges(before: JourneyNode, after: JourneyNode, pair: JourneyPair): readonly NodeSettingChange[] {
  const settings = compareSettings(before.properties, after.properties, pair.ids);
  return settings.map((change) => settingChange(before, after, change, pair));
}

function settingChange(
  before: JourneyNode,
  after: JourneyNode,
  change: ValueChange,
  pair: JourneyPair,
): NodeSettingChange {
  const [name = ""] = change.path;
  const property = definitionOf(after, name) ?? definitionOf(before, name);
  const isText = property?.localized === true;
  const told: NodeSettingChange = { kind: "node-setting", node: labelOf(after), change, isText };
  if (property?.reference?.kind !== "script") return told;
  const old = scriptTitle(before.properties.get(name)?.value, pair.before);
  const now = scriptTitle(after.properties.get(name)?.value, pair.after);
  const scripts = { ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) };
  return { ...told, scripts };
}

function definitionOf(node: JourneyNode, name: string): NodeProperty | undefined {
  return propertiesByName(node.type, node.version)?.get(name);
}

function scriptTitle(id: Json | undefined, { scripts }: Journey): string | undefined {
  return scripts.find((script) => script.id === id)?.title;
}

/** A changed name counts only where authors wrote both names: names of nodes in exports are derived. */
function renamed(before: JourneyNode, after: JourneyNode, { contents }: JourneyPair): readonly Change[] {
  const isAuthored = isWritten(before) && isWritten(after);
  const isSame = before.displayName === after.displayName && (!isAuthored || before.name === after.name);
  if (isSame) return [];
  const isEvident = before.id === after.id || before.displayName === after.displayName || before.name === after.name;
  const old = contents.of(before);
  const isLikely = !isEvident && (old.notable.size === 0 || old.plain !== contents.of(after).plain);
  return [{ kind: "node-renamed", node: labelOf(after), before: labelOf(before), isLikely }];
}

function isWritten(node: JourneyNode): boolean {
  return node.place.pointer === undefined;
}

/** Changed outcomes that no setting of the node explains: those of types declared in the text. */
function compareOutcomes(before: JourneyNode, after: JourneyNode): readonly Change[] {
  if (!before.outcomesKnown || !after.outcomesKnown) return [];
  const old = new Set(before.outcomes.map(({ id }) => id));
  const now = new Set(after.outcomes.map(({ id }) => id));
  const added = [...now].filter((id) => !old.has(id));
  const removed = [...old].filter((id) => !now.has(id));
  if (added.length === 0 && removed.length === 0) return [];
  return [{ kind: "node-outcomes", node: labelOf(after), added, removed }];
}

function compareConnections(before: JourneyNode, after: JourneyNode, pair: JourneyPair): readonly Change[] {
  const changes: Change[] = [];
  for (const { before: left, after: right } of pairConnections(before, after, pair)) {
    if (leadsToSame(left, right, pair)) continue;
    const outcome = right ? outcomeName(after, right.outcomeId) : outcomeName(before, left?.outcomeId ?? "");
    changes.push({
      kind: "outcome-rewired",
      node: labelOf(after),
      outcome,
      before: left && targetBefore(left.target, pair),
      after: right && targetLabel(right.target),
    });
  }
  return changes;
}
