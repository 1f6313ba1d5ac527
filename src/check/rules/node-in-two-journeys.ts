import type { Place, RelatedPlace } from "../../diagnostics/diagnostic.js";
import { defaultOf, propertiesByName } from "../../model/known-properties.js";
import type { Journey, JourneyNode, Setting } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { stableJson } from "../../text/stable-json.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { modelRule } from "../rule.js";

interface Held {
  readonly journey: Journey;
  readonly node: JourneyNode;
}

/** Whether the platform would store two nodes with one id in one place. */
function isSameNode(left: Held, right: Held, targetRealm: string | undefined): boolean {
  return (
    left.node.typeId === right.node.typeId &&
    left.node.version === right.node.version &&
    realmOf(left.journey, targetRealm) === realmOf(right.journey, targetRealm)
  );
}

/** A node of one journey beside the one of another journey that has its type and id. */
interface Pair {
  readonly node: JourneyNode;
  readonly other: JourneyNode;
}

const shownPlaces = 5;

/**
 * Reports node ids that two journeys share: once for each two journeys, since who copies a journey copies all of its ids. The
 * platform stores a node by type and id for the whole realm, without its connections. With other settings the journey that is
 * imported last overwrites the node of the other one, which is a warning; with equal ones a later change reaches both, a note.
 */
export const nodeInTwoJourneys = modelRule("node-in-two-journeys", "proves", (model, report, facts) => {
  // Nearly all ids are different, so nothing else is made for each node of a tenant.
  const shared = facts.sharedNodeIds;
  if (shared.size === 0) return;
  const holders = new Map<string, Held[]>();
  for (const journey of model.journeys) {
    const found = new Map<Journey, Pair[]>();
    for (const node of allNodes(journey.nodes)) {
      if (!shared.has(node.id)) continue;
      const held = holders.get(node.id);
      if (held === undefined) {
        holders.set(node.id, [{ journey, node }]);
        continue;
      }
      const holder = held.find((each) => isSameNode({ journey, node }, each, facts.targetRealm));
      if (holder === undefined) held.push({ journey, node });
      else if (holder.journey.id !== journey.id) {
        const pairs = found.get(holder.journey);
        if (pairs === undefined) found.set(holder.journey, [{ node, other: holder.node }]);
        else pairs.push({ node, other: holder.node });
      }
    }
    for (const [other, pairs] of found) {
      const known = pairs.filter((pair) => hasSettings(journey, pair.node) && hasSettings(other, pair.other));
      const different = known.filter((pair) => !haveEqualSettings(pair));
      const shown = different.length > 0 ? different : known;
      const [first] = shown;
      if (first === undefined) continue;
      report({
        at: placeOfId(first.node),
        args: {
          node: nodeLabel(first.node),
          journey: other.id,
          more: shown.length - 1,
          differ: different.length > 0,
          fromExport: isFromExport(journey),
        },
        ...(different.length > 0 ? {} : { severity: "info" }),
        related: placesOf(shown),
      });
    }
  }
});

/** The journeys of two realms have nothing to do with each other. */
function realmOf({ origin }: Journey, target: string | undefined): string {
  return (origin.kind === "text" ? undefined : origin.realm) ?? target ?? "";
}

function hasSettings({ origin }: Journey, node: JourneyNode): boolean {
  return origin.kind === "text" || origin.document.hasBody(node.id);
}

function placesOf([first, ...more]: readonly Pair[]): readonly RelatedPlace[] {
  if (first === undefined) return [];
  return [
    { place: placeOfId(first.other), message: "The other one is here" },
    ...more.slice(0, shownPlaces).map(({ node }) => ({ place: placeOfId(node), message: "So has this one" })),
  ];
}

function placeOfId({ idPlace, namePlace }: JourneyNode): Place {
  return idPlace ?? namePlace;
}

function haveEqualSettings({ node, other }: Pair): boolean {
  if (node.children.length !== other.children.length) return false;
  const children = node.children.every((child, index) => {
    const twin = other.children[index];
    return twin?.id === child.id && twin.typeId === child.typeId;
  });
  const names = new Set([...node.properties.keys(), ...other.properties.keys()]);
  return children && [...names].every((name) => settingOf(node, name) === settingOf(other, name));
}

/** A property's value as text. One that is left out has its default; where the two settings come from does not matter. */
function settingOf({ properties, type, version }: JourneyNode, name: string): string | undefined {
  const setting: Setting | undefined = properties.get(name);
  if (setting !== undefined) return stableJson(setting.value);
  const property = propertiesByName(type, version)?.get(name);
  const value = property && defaultOf(property, undefined);
  return value === undefined ? undefined : stableJson(value);
}
