import type {
  Edge,
  JourneyDeclaration,
  JourneyMember,
  LayoutEntry,
  NodeDeclaration,
  NodeMember,
  PageDeclaration,
  PageMember,
} from "../../syntax/ast.js";
import type { Member } from "./member-key.js";
import { mergeEdges } from "./merge-edges.js";
import { mergeScenarios } from "./merge-scenarios.js";
import { mergeValues } from "./merge-values.js";
import type { Merging } from "./merging.js";

/** Merges the members of a block inside the present member. */
export type MergeMembers = <M extends Member>(
  merging: Merging,
  where: string,
  base: readonly M[],
  ours: readonly M[],
  theirs: readonly M[],
  isOrdered?: boolean,
) => readonly M[];

/** The context for merging the content of a member. */
export interface Inside {
  readonly merging: Merging;
  readonly where: string;
  readonly mergeMembers: MergeMembers;
}

/** Something about a member that could not be decided; a comment above the member marks it. */
export interface MemberProblem {
  readonly message: string;
  /** Whether the comment shows the whole member of base and theirs. */
  readonly showsMembers: boolean;
  readonly details: readonly string[];
}

export interface MergedMember {
  readonly member: Member;
  readonly problems: readonly MemberProblem[];
  /** Comments of arrows where there are none any more: they stand above the node. */
  readonly homeless?: readonly string[];
}

/** Merges a member that both sides changed. Where the merge cannot decide, the member of ours is kept. */
export function mergeBoth(inside: Inside, base: Member | undefined, ours: Member, theirs: Member): MergedMember {
  const { merging, where, mergeMembers } = inside;
  const undecided: MergedMember = { member: ours, problems: [whole("both sides changed this in different ways")] };
  const before = base?.kind === ours.kind ? base : undefined;
  const header = new HeaderMerge(merging);
  switch (ours.kind) {
    case "journey":
      if (theirs.kind !== "journey") return undecided;
      return mergeJourneys(inside, before as JourneyDeclaration | undefined, ours, theirs);
    case "node":
      if (theirs.kind !== "node") return undecided;
      return mergeNodes(inside, before as NodeDeclaration | undefined, ours, theirs);
    case "page":
      if (theirs.kind !== "page") return undecided;
      return mergePages(inside, before as PageDeclaration | undefined, ours, theirs);
    case "script":
    case "extern": {
      if (theirs.kind !== ours.kind) return undecided;
      const old = before?.kind === ours.kind ? before : undefined;
      const title = ours.kind === "script" ? "title" : "typeId";
      const key = title as keyof typeof ours;
      const properties = mergeMembers(merging, where, old?.properties ?? [], ours.properties, theirs.properties);
      const field = header.field(key, old, ours, theirs as typeof ours);
      return { member: { ...ours, [key]: field, properties } as Member, problems: header.problems };
    }
    case "export": {
      if (theirs.kind !== "export") return undecided;
      const old = before?.kind === "export" ? before.properties : [];
      return decided({ ...ours, properties: mergeMembers(merging, where, old, ours.properties, theirs.properties) });
    }
    case "layout": {
      if (theirs.kind !== "layout") return undecided;
      const old = before?.kind === "layout" ? before.entries : [];
      return decided({ ...ours, entries: mergeMembers(merging, where, old, ours.entries, theirs.entries) });
    }
    case "property":
    case "param":
    case "raw": {
      if (theirs.kind !== ours.kind) return undecided;
      const old = before !== undefined && "value" in before ? before.value : undefined;
      const value = mergeValues(old, ours.value, theirs.value, merging.comments);
      return value === undefined ? undecided : decided({ ...ours, value } as Member);
    }
    case "scenario":
      return theirs.kind === "scenario" && before?.kind === "scenario"
        ? decidedOr(undecided, mergeScenarios(merging.comments, before, ours, theirs))
        : undecided;
    case "layout-entry":
      if (theirs.kind !== "layout-entry") return undecided;
      return mergePlaces(merging, before?.kind === "layout-entry" ? before : undefined, ours, theirs);
    case "entry":
    case "resource":
    case "require":
    case "forbid":
    case "edge":
      return undecided;
    default:
      return ours satisfies never;
  }
}

function decidedOr(undecided: MergedMember, member: Member | undefined): MergedMember {
  return member === undefined ? undecided : decided(member);
}

function decided(member: Member): MergedMember {
  return { member, problems: [] };
}

function whole(message: string): MemberProblem {
  return { message, showsMembers: true, details: [] };
}

/** Merges the parts of a member's header one by one. */
class HeaderMerge {
  readonly problems: MemberProblem[] = [];
  readonly #merging: Merging;

  constructor(merging: Merging) {
    this.#merging = merging;
  }

  field<M extends object, K extends keyof M>(key: K, base: M | undefined, ours: M, theirs: M): M[K] {
    const asObject = (member: M | undefined) => member?.[key] as object | undefined;
    const [before, left, right] = [asObject(base), asObject(ours), asObject(theirs)];
    const merging = this.#merging;
    if (merging.isSame(left, right) || (base !== undefined && merging.isSame(before, right))) return ours[key];
    if (base !== undefined && merging.isSame(before, left)) return theirs[key];
    this.problems.push({
      message: `both sides changed the ${String(key)} in different ways`,
      showsMembers: false,
      details: [...fieldLine("base", before), ...fieldLine("theirs", right)],
    });
    return ours[key];
  }
}

function fieldLine(side: string, field: object | undefined): readonly string[] {
  if (field === undefined) return [`${side}: none`];
  const words: string[] = [];
  JSON.stringify(field, (key, value: unknown) => {
    if (key === "range" || key === "kind") return undefined;
    if (typeof value === "string") words.push(value);
    return value;
  });
  return [`${side}: ${words.join(" ")}`];
}

function mergeJourneys(
  inside: Inside,
  base: JourneyDeclaration | undefined,
  ours: JourneyDeclaration,
  theirs: JourneyDeclaration,
): MergedMember {
  const header = new HeaderMerge(inside.merging);
  const title = header.field("title", base, ours, theirs);
  const members: readonly JourneyMember[] = inside.mergeMembers(
    inside.merging,
    inside.where,
    base?.members ?? [],
    ours.members,
    theirs.members,
  );
  return { member: { ...ours, title, members }, problems: header.problems };
}

function mergeNodes(
  inside: Inside,
  base: NodeDeclaration | undefined,
  ours: NodeDeclaration,
  theirs: NodeDeclaration,
): MergedMember {
  const header = new HeaderMerge(inside.merging);
  const type = header.field("type", base, ours, theirs);
  const title = header.field("title", base, ours, theirs);
  const { members, homeless } = mergeBody<NodeMember>(inside, base?.members ?? [], ours.members, theirs.members);
  return {
    member: { ...ours, type, title, members, hasBody: ours.hasBody || members.length > 0 },
    problems: header.problems,
    homeless,
  };
}

function mergePages(
  inside: Inside,
  base: PageDeclaration | undefined,
  ours: PageDeclaration,
  theirs: PageDeclaration,
): MergedMember {
  const header = new HeaderMerge(inside.merging);
  const version = header.field("version", base, ours, theirs);
  const title = header.field("title", base, ours, theirs);
  const { members, homeless } = mergeBody<PageMember>(inside, base?.members ?? [], ours.members, theirs.members);
  const order = orderProblem(childNames(base?.members ?? []), childNames(ours.members), childNames(theirs.members));
  const problems = [...header.problems, ...order];
  return {
    member: { ...ours, version, title, members, hasBody: ours.hasBody || members.length > 0 },
    problems,
    homeless,
  };
}

/**
 * Merges arrows outcome by outcome, and other members one by one. The order of inner nodes is their order on the
 * screen.
 */
function mergeBody<M extends PageMember>(
  { merging, where, mergeMembers }: Inside,
  base: readonly M[],
  ours: readonly M[],
  theirs: readonly M[],
): MergedBody<M> {
  const others = (members: readonly M[]) => members.filter((member) => member.kind !== "edge");
  const edgesIn = (members: readonly M[]) => members.filter((member): member is M & Edge => member.kind === "edge");
  const members = mergeMembers<M>(merging, where, others(base), others(ours), others(theirs), true);
  const { edges, homeless } = mergeEdges(merging, where, edgesIn(base), edgesIn(ours), edgesIn(theirs));
  return { members: [...members, ...(edges as readonly M[])], homeless };
}

interface MergedBody<M> {
  readonly members: readonly M[];
  readonly homeless: readonly string[];
}

function childNames(members: readonly PageMember[]): readonly string[] {
  return members.flatMap((member) => (member.kind === "node" ? [member.name?.text ?? ""] : []));
}

function orderProblem(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly MemberProblem[] {
  const kept = base.filter((name) => ours.includes(name) && theirs.includes(name));
  const order = (list: readonly string[]) => list.filter((name) => kept.includes(name)).join(", ");
  const [before, left, right] = [kept.join(", "), order(ours), order(theirs)];
  if (left === right || before === left || before === right) return [];
  return [
    {
      message: "both sides changed the order of the inner nodes",
      showsMembers: false,
      details: [`base: ${before}`, `theirs: ${right}`],
    },
  ];
}

/**
 * Merges an entry of the layout. If both sides moved the node, the position of ours is kept without a conflict;
 * different ids are one.
 */
function mergePlaces(
  merging: Merging,
  base: LayoutEntry | undefined,
  ours: LayoutEntry,
  theirs: LayoutEntry,
): MergedMember {
  const header = new HeaderMerge(merging);
  const id = header.field("id", base, ours, theirs);
  const moved = (entry: LayoutEntry) => entry.x?.text !== base?.x?.text || entry.y?.text !== base?.y?.text;
  const place = moved(theirs) && !moved(ours) ? theirs : ours;
  return { member: { ...ours, id, x: place.x, y: place.y }, problems: header.problems };
}
