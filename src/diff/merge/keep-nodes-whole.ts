import {
  exportedJourneys,
  referencesOf,
  type SectionRole,
  sectionName,
  sectionOf,
} from "../../export-json/sections.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { listMember, textMember } from "../../text/json-members.js";
import { isSameJson } from "../../text/merge-patch.js";
import type { Conflict } from "./conflict.js";

interface Sides {
  readonly base: JsonObject;
  readonly ours: JsonObject;
  readonly theirs: JsonObject;
}

export interface WholeNodes extends Sides {
  readonly conflicts: readonly Conflict[];
}

/**
 * Prepares the sides of a merge so that a node which one side removed is either gone with everything that belongs to it
 * (reference, settings, inner nodes, scripts), or there with all of it. Where the other side changed it, the removal is
 * taken back and told as a conflict; where the other side only moved it on the canvas, the removal counts.
 */
export function keepNodesWhole(sides: Sides): WholeNodes {
  const whole = structuredClone(sides) as Sides;
  const conflicts: Conflict[] = [];
  const [base, ours, theirs] = [whole.base, whole.ours, whole.theirs].map(exportedJourneys);
  for (const [name, before] of base ?? []) {
    const [left, right] = [ours?.get(name), theirs?.get(name)];
    if (left === undefined || right === undefined) continue;
    for (const id of Object.keys(referencesOf(before))) {
      const [inOurs, inTheirs] = [left, right].map((side) => Object.hasOwn(referencesOf(side), id));
      if (inOurs === inTheirs) continue;
      const [there, gone] = inOurs ? [left, right] : [right, left];
      if (isSameJson(contentOf(before, id), contentOf(there, id))) {
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
  }
  return { ...whole, conflicts };
}

/** Where a part of a node stands. */
interface Part {
  readonly role: Exclude<SectionRole, "tree">;
  readonly id: string;
}

/** The settings of a node, of its inner nodes, and the scripts that they name. */
function partsOf(exported: JsonObject, id: string): readonly Part[] {
  const body = sectionOf(exported, "body")[id];
  const children = isJsonObject(body) ? listMember(body, "nodes") : [];
  const inner = children.flatMap((child): readonly Part[] => {
    const own = isJsonObject(child) ? textMember(child, "_id") : undefined;
    return own === undefined ? [] : [{ role: "innerBody", id: own }];
  });
  const bodies: readonly Part[] = [{ role: "body", id }, ...inner];
  const scripts = sectionOf(exported, "script");
  const named = bodies.flatMap((part) => Object.values(partValue(exported, part) ?? {}));
  return [
    ...bodies,
    ...named.flatMap((value): readonly Part[] =>
      typeof value === "string" && Object.hasOwn(scripts, value) ? [{ role: "script", id: value }] : [],
    ),
  ];
}

function partValue(exported: JsonObject, { role, id }: Part): JsonObject | undefined {
  const section = sectionOf(exported, role);
  const value = Object.hasOwn(section, id) ? section[id] : undefined;
  return isJsonObject(value) ? value : undefined;
}

/** Everything about a node that is worth a conflict: neither its place on the canvas nor revisions are. */
function contentOf(exported: JsonObject, id: string): Json {
  const reference = referencesOf(exported)[id];
  const parts = partsOf(exported, id).map((part) => [part.role, part.id, without(partValue(exported, part), records)]);
  return [without(isJsonObject(reference) ? reference : undefined, [...records, "x", "y"]), parts as Json];
}

const records: readonly string[] = ["_rev", "lastModifiedDate", "lastModifiedBy"];

function without(value: JsonObject | undefined, keys: readonly string[]): Json {
  if (value === undefined) return null;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** Gives a side what the base has of a node: its reference, and those parts that the side does not have. */
function restore(base: JsonObject, side: JsonObject, id: string): void {
  const tree = sectionOf(side, "tree") as Record<string, Json>;
  const nodes = isJsonObject(tree.nodes) ? (tree.nodes as Record<string, Json>) : {};
  setOwn(nodes, id, referencesOf(base)[id] ?? null);
  tree.nodes = nodes;
  for (const part of partsOf(base, id)) {
    const value = partValue(base, part);
    if (value === undefined || partValue(side, part) !== undefined) continue;
    const name = sectionName(side, part.role);
    const section = { ...sectionOf(side, part.role) };
    setOwn(section, part.id, value);
    (side as Record<string, Json>)[name] = section;
  }
}

/** Gives a side the base's version of a node that it has not really changed, so that its removal is no conflict. */
function reset(base: JsonObject, side: JsonObject, id: string): void {
  setOwn(referencesOf(side) as Record<string, Json>, id, referencesOf(base)[id] ?? null);
  for (const part of partsOf(base, id)) {
    const value = partValue(base, part);
    if (part.role === "script" || value === undefined || partValue(side, part) === undefined) continue;
    setOwn(sectionOf(side, part.role) as Record<string, Json>, part.id, value);
  }
}
