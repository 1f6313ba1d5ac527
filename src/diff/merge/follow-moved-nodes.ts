import { exportedJourneys, referencesOf } from "../../export-json/sections.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import type { Conflict } from "./conflict.js";
import type { ExportSides } from "./node-parts.js";
import { arrowsOf, leadElsewhere, moveNode, type NodePlace, nodeEntry, placesOf } from "./node-places.js";

export interface FollowedNodes extends ExportSides {
  readonly conflicts: readonly Conflict[];
}

/**
 * Prepares the sides of a merge so that a node which one side moved into a page, out of one or to another one stands there on all
 * sides, and what the other side changed of it is merged as that of any node. Arrows follow: those that led to the node lead to its
 * page, and those that the other side changed are the page's.
 */
export function followMovedNodes(sides: ExportSides): FollowedNodes {
  const all = structuredClone({ base: sides.base, ours: sides.ours, theirs: sides.theirs }) as ExportSides;
  const conflicts: Conflict[] = [];
  const [base, ours, theirs] = [all.base, all.ours, all.theirs].map(exportedJourneys);
  for (const [name, before] of base ?? []) {
    const [left, right] = [ours?.get(name), theirs?.get(name)];
    if (left === undefined || right === undefined) continue;
    const [old, inOurs, inTheirs] = [before, left, right].map(placesOf);
    for (const [id, from] of old ?? []) {
      if (inOurs?.has(id) !== true || inTheirs?.has(id) !== true) continue;
      const places = { ours: inOurs.get(id), theirs: inTheirs.get(id) };
      const mover: Move["mover"] | undefined =
        places.ours !== from ? "ours" : places.theirs !== from ? "theirs" : undefined;
      if (mover === undefined) continue;
      const move: Move = { name, id, from, to: places[mover], mover };
      if (places.ours !== from && places.theirs !== from && places.ours !== places.theirs) {
        conflicts.push({
          where: `${name} / ${id}`,
          message: `theirs moved this node ${placeText(places.theirs)}, ours ${placeText(places.ours)}`,
        });
        moveNode(right, id, places.theirs, places.ours, left);
      }
      conflicts.push(...follow(move, { base: before, ours: left, theirs: right }, places.ours !== places.theirs));
    }
  }
  return { ...all, conflicts };
}

interface Move {
  /** The journey. */
  readonly name: string;
  readonly id: string;
  readonly from: NodePlace;
  readonly to: NodePlace;
  readonly mover: "ours" | "theirs";
}

function placeText(place: NodePlace): string {
  return place === undefined ? "out of its page" : `into page ${place}`;
}

/** Moves a node in base and, where the other side has it at its old place, there too. */
function follow(move: Move, { base, ours, theirs }: ExportSides, isAlone: boolean): readonly Conflict[] {
  const { id, from, to } = move;
  const [mover, other] = move.mover === "ours" ? [ours, theirs] : [theirs, ours];
  const isThere = placesOf(other).get(id) === from && isAlone;
  const conflicts = isThere
    ? [...followTitle(move, base, mover, other), ...followArrows(move, base, mover, other)]
    : [];
  for (const side of isThere ? [base, other] : [base]) {
    moveNode(side, id, from, to, mover);
    // A page that the mover has dissolved is the node now, and a node that it put on a page is the page.
    if (from === undefined && to !== undefined) leadElsewhere(side, id, to);
    if (from !== undefined && to === undefined && !isNode(mover, from)) leadElsewhere(side, from, id);
  }
  return conflicts;
}

function isNode(exported: JsonObject, id: string): boolean {
  return Object.hasOwn(referencesOf(exported), id);
}

/** A new page of the mover's lists the node alone, so that the other side's title must be brought there. */
function followTitle(
  { name, id, from, to }: Move,
  base: JsonObject,
  mover: JsonObject,
  other: JsonObject,
): readonly Conflict[] {
  const entry = nodeEntry(mover, id, to);
  const [was, is] = [base, other].map((side) => nodeEntry(side, id, from)?.displayName ?? null);
  if (to === undefined || isNode(other, to) || entry === undefined || is === undefined || isSameJson(was ?? null, is))
    return [];
  if (isSameJson(entry.displayName ?? null, was ?? null)) entry.displayName = is;
  else if (!isSameJson(entry.displayName ?? null, is))
    return [
      {
        where: `${name} / ${id} / displayName`,
        message: `it is ${JSON.stringify(entry.displayName)} where it was moved to, and ${JSON.stringify(is)} on the other side`,
      },
    ];
  return [];
}

/** Brings the arrows that the other side changed to the page, or the node, that has them now. */
function followArrows(
  { name, id, from, to, mover: moverName }: Move,
  base: JsonObject,
  mover: JsonObject,
  other: JsonObject,
): readonly Conflict[] {
  const holder = from ?? id;
  // The arrows of a page that stays are its own.
  if (from !== undefined && isNode(mover, from)) return [];
  const now = arrowsOf(mover, to ?? id);
  // Of the nodes of a dissolved page, the one that does not lead to another of them has the page's arrows.
  const places = placesOf(base);
  const isBeside = (target: Json | undefined) => typeof target === "string" && places.get(target) === from;
  if (from !== undefined && Object.values(now).some(isBeside)) return [];
  const [was, is] = [arrowsOf(base, holder), arrowsOf(other, holder)];
  const changed = Object.keys({ ...was, ...is }).filter((outcome) => was[outcome] !== is[outcome]);
  const conflicts: Conflict[] = [];
  for (const outcome of changed) {
    const key =
      [outcome, `${id}-${outcome}`, outcome.replace(`${id}-`, "")].find((each) => Object.hasOwn(now, each)) ?? outcome;
    const target = is[outcome];
    if (now[key] === was[outcome]) {
      if (target === undefined) delete now[key];
      else setOwn(now, key, target);
    } else if (now[key] !== target) {
      const changer = moverName === "ours" ? "theirs" : "ours";
      conflicts.push({
        where: `${name} / ${id} / connections / ${outcome}`,
        message: `${moverName} moved this node ${placeText(to)}, ${changer} changed where this outcome leads, to ${shownTarget(target)} (there: ${shownTarget(now[key])}, base: ${shownTarget(was[outcome])})`,
      });
    }
  }
  // Of the page that the mover dissolved, nothing is left to be changed.
  const reference = nodeEntry(other, holder, undefined);
  if (from !== undefined && reference !== undefined && isJsonObject(nodeEntry(base, holder, undefined)?.connections)) {
    reference.connections = structuredClone(was);
  }
  return conflicts;
}

function shownTarget(target: Json | undefined): string {
  return typeof target === "string" ? target : "nothing";
}
