import { printItem, printJourneyMember, printLayoutEntry } from "../../import/into/print-parts.js";
import type { FileNode } from "../../syntax/ast.js";
import { commentsInside, homelessComments } from "./comments-inside.js";
import { type Member, memberKey } from "./member-key.js";
import { mergeBoth } from "./merge-both.js";
import { keyed, mergeKeyed } from "./merge-list.js";
import type { Merging } from "./merging.js";

/** Merges three versions of a file's syntax tree, member by member. */
export function mergeFiles(merging: Merging, base: FileNode, ours: FileNode, theirs: FileNode): FileNode {
  const items = mergeMembers(merging, "", base.items, ours.items, theirs.items);
  const file: FileNode = { ...ours, items };
  merging.adopt({ base, ours, theirs }, file);
  return file;
}

/** Merges the members of one block; with `isOrdered`, their order is significant. */
export function mergeMembers<M extends Member>(
  merging: Merging,
  where: string,
  base: readonly M[],
  ours: readonly M[],
  theirs: readonly M[],
  isOrdered = false,
): readonly M[] {
  const of = (members: readonly M[]) => keyed(members, memberKey);
  const merge = (before: M | undefined, left: M | undefined, right: M | undefined): M | undefined => {
    if (left !== undefined && right !== undefined) return mergeMember(merging, where, before, left, right);
    const there = left ?? right;
    const [side, other] = left === undefined ? ["theirs", "ours"] : ["ours", "theirs"];
    if (there === undefined || (before !== undefined && merging.isUntouched(before, there))) return undefined;
    if (before === undefined) return there;
    const copy = copyOf(there);
    merging.adopt({ base: before, ours: left, theirs: right }, copy);
    const label = memberLabel(there);
    merging.mark(copy, placeOf(where, label), `${other} removed ${label}, ${side} changed it`);
    return copy;
  };
  return mergeKeyed(of(base), of(ours), of(theirs), merge, isOrdered);
}

function mergeMember<M extends Member>(merging: Merging, where: string, base: M | undefined, ours: M, theirs: M): M {
  const take = (member: M): M => {
    const copy = copyOf(member);
    merging.adopt({ base, ours, theirs }, copy);
    return copy;
  };
  if (merging.isSame(ours, theirs)) return take(ours);
  if (base !== undefined && merging.isSame(base, ours)) return take(theirs);
  if (base !== undefined && merging.isSame(base, theirs)) return take(ours);
  const label = memberLabel(ours);
  const place = placeOf(where, label);
  const { member, problems, homeless } = mergeBoth({ merging, where: place, mergeMembers }, base, ours, theirs);
  const copy = take(member as M);
  for (const text of [...(homeless ?? []), ...withoutPlace(merging, base, ours, theirs, copy)]) {
    merging.addComment(copy, text);
  }
  for (const problem of problems) {
    const details = problem.showsMembers
      ? [...sideLines("base", base), ...sideLines("theirs", theirs)]
      : problem.details;
    merging.mark(copy, place, problem.message, details);
  }
  return copy;
}

/** The comments inside a value or among steps whose place is not there any more. */
function withoutPlace(merging: Merging, base: Member | undefined, ours: Member, theirs: Member, merged: Member) {
  const of = (member: Member | undefined) => commentsInside(member && partsOf(member), merging.comments);
  return homelessComments(of(base), of(ours), of(theirs), of(merged));
}

/** What is merged as a whole; other members have members of their own. */
function partsOf(member: Member): object | undefined {
  if (member.kind === "scenario") return member.steps;
  return member.kind === "property" || member.kind === "param" || member.kind === "raw" ? member.value : undefined;
}

/** Copies a member, so that it can have comments of its own. */
function copyOf<M extends object>(member: M): M {
  return { ...member };
}

/** A path such as `Reset / node Find`. */
export function placeOf(where: string, label: string): string {
  return where === "" ? label : `${where} / ${label}`;
}

/** A short text that names a member. */
export function memberLabel(member: Member): string {
  const key = memberKey(member).replace(/^(?:property|layout) /, "");
  return member.kind === "entry" ? "start" : key;
}

function sideLines(side: string, member: Member | undefined): readonly string[] {
  if (member === undefined) return [];
  const [first = "", ...others] = printMember(member).split("\n");
  return [`${side}: ${first.trim()}`, ...others];
}

/** Prints a member in canonical form. */
function printMember(member: Member): string {
  switch (member.kind) {
    case "layout-entry":
      return printLayoutEntry(member).trim();
    case "journey":
    case "param":
    case "extern":
    case "scenario":
      return printItem(member);
    case "edge":
      return "";
    default:
      return printJourneyMember(member).trim();
  }
}
