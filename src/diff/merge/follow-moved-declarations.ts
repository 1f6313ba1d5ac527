import type {
  Edge,
  FileNode,
  JourneyDeclaration,
  JourneyMember,
  Name,
  NodeDeclaration,
  PageDeclaration,
  PageMember,
} from "../../syntax/ast.js";
import { journeysIn, type MergedTrees, type Moved } from "./merged-trees.js";

/** By node, its page, or `undefined` for a node of the journey itself. Nodes of one name on two pages are left out. */
type Places = ReadonlyMap<string, string | undefined>;

/**
 * Prepares the trees of a merge so that a node which one side moved into a page, out of one or to another one stands there on all
 * sides: what the other side changed of it is merged as that of any node, and its arrows as those of the page.
 */
export function followMovedDeclarations(trees: MergedTrees, moved: Moved): MergedTrees {
  let result = trees;
  for (const { name } of journeysIn(trees.base)) {
    const find = (file: FileNode) => journeysIn(file).find((journey) => journey.name?.text === name?.text);
    const sides = [find(trees.base), find(trees.ours), find(trees.theirs)] as const;
    if (sides[1] === undefined || sides[2] === undefined) continue;
    const [old, inOurs, inTheirs] = sides.map((journey) => (journey ? placesOf(journey) : new Map())) as [
      Places,
      Places,
      Places,
    ];
    for (const [node, from] of old) {
      if (!inOurs.has(node) || !inTheirs.has(node)) continue;
      const [left, right] = [inOurs.get(node), inTheirs.get(node)];
      if ((left !== from) === (right !== from)) continue;
      const mover = left !== from ? "ours" : "theirs";
      const like = find(result[mover]);
      if (like === undefined) continue;
      const move: Move = { node, from, to: mover === "ours" ? left : right, like };
      for (const side of ["base", mover === "ours" ? "theirs" : "ours"] as const) {
        const journey = find(result[side]);
        const changed = journey && moveNode(journey, move, find(result.base), moved);
        if (journey === undefined || changed === undefined) continue;
        moved(journey, changed);
        const file = { ...result[side], items: result[side].items.map((item) => (item === journey ? changed : item)) };
        moved(result[side], file);
        result = { ...result, [side]: file };
      }
    }
  }
  return result;
}

interface Move {
  readonly node: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The journey as the mover has it. */
  readonly like: JourneyDeclaration;
}

function placesOf({ members }: JourneyDeclaration): Places {
  const places = new Map<string, string | undefined>();
  const twice = new Set<string>();
  const add = ({ name }: NodeDeclaration, page: string | undefined) => {
    if (name === undefined) return;
    if (places.has(name.text)) twice.add(name.text);
    places.set(name.text, page);
  };
  for (const member of members) {
    if (member.kind === "node") add(member, undefined);
    if (member.kind === "page") for (const child of childrenOf(member)) add(child, member.name?.text);
  }
  for (const name of twice) places.delete(name);
  return places;
}

function childrenOf({ members }: PageDeclaration): readonly NodeDeclaration[] {
  return members.filter((member) => member.kind === "node");
}

function pageOf({ members }: JourneyDeclaration, name: string | undefined): PageDeclaration | undefined {
  return members.find((member): member is PageDeclaration => member.kind === "page" && member.name?.text === name);
}

function nodeOf(journey: JourneyDeclaration, name: string, page: string | undefined): NodeDeclaration | undefined {
  const members: readonly (JourneyMember | PageMember)[] =
    page === undefined ? journey.members : (pageOf(journey, page)?.members ?? []);
  return members.find((member): member is NodeDeclaration => member.kind === "node" && member.name?.text === name);
}

function edgesOf(
  members: readonly (JourneyMember | PageMember | NodeDeclaration["members"][number])[],
): readonly Edge[] {
  return members.filter((member): member is Edge => member.kind === "edge");
}

/** Whether two lists of arrows are for the same outcomes. */
function areAlike(left: readonly Edge[], right: readonly Edge[]): boolean {
  const outcomes = (edges: readonly Edge[]) =>
    edges
      .flatMap((edge) => (edge.outcomes.length === 0 ? [""] : edge.outcomes.map(({ outcome }) => outcome.text)))
      .sort();
  return outcomes(left).join("\n") === outcomes(right).join("\n");
}

function moveNode(
  journey: JourneyDeclaration,
  move: Move,
  base: JourneyDeclaration | undefined,
  moved: Moved,
): JourneyDeclaration | undefined {
  const { node: name, from, to, like } = move;
  const node = nodeOf(journey, name, from);
  const model = nodeOf(like, name, to);
  if (node === undefined || model === undefined) return undefined;
  const copied = <T extends object>(old: T, changed: T): T => {
    moved(old, changed);
    return changed;
  };
  const own = node.members.filter((member) => member.kind !== "edge");
  const oldPage = pageOf(journey, from);
  const isDissolved = from !== undefined && pageOf(like, from) === undefined;
  const siblings = new Set(oldPage === undefined ? [] : childrenOf(oldPage).map((child) => child.name?.text));
  // Of the nodes of a dissolved page, the one that does not lead to another of them has the page's arrows.
  const isLast = !edgesOf(model.members).some(({ target }) => siblings.has(target?.text));
  const arrows = edgesOf(from === undefined ? node.members : isDissolved && isLast ? (oldPage?.members ?? []) : []);
  const arrowsLike = (edges: readonly Edge[]) => (arrows.length > 0 && areAlike(arrows, edges) ? arrows : edges);
  let members = journey.members.flatMap((member): readonly JourneyMember[] => {
    if (member === node) return [];
    if (member.kind === "layout" && from === undefined) {
      const entries = member.entries.filter(
        ({ reference }) => reference.parts.length > 1 || reference.parts[0]?.text !== name,
      );
      return [entries.length === member.entries.length ? member : copied(member, { ...member, entries })];
    }
    if (member !== oldPage || member.kind !== "page") return [member];
    // What is left of a page that the mover dissolved has not been changed, once its arrows are those of a node.
    const kept =
      isDissolved && isLast ? edgesOf(base ? (pageOf(base, from)?.members ?? []) : []) : edgesOf(member.members);
    const rest = member.members.filter((each) => each !== node && each.kind !== "edge");
    return [copied(member, { ...member, members: [...rest, ...kept] })];
  });
  const at = journey.members.findIndex((member) => member === node || member === oldPage);
  if (to === undefined) {
    const alone = copied(node, { ...node, hasBody: true, members: [...own, ...arrowsLike(edgesOf(model.members))] });
    members = [...members.slice(0, at + 1), alone, ...members.slice(at + 1)];
  } else {
    const inner = copied(node, { ...node, members: own, hasBody: own.length > 0 });
    const pageLike = pageOf(like, to);
    const page = members.find(
      (member): member is PageDeclaration => member.kind === "page" && member.name?.text === to,
    );
    if (pageLike === undefined) return undefined;
    const edges = arrowsLike(edgesOf(pageLike.members));
    if (page === undefined) {
      const others = pageLike.members.filter(({ kind }) => kind !== "edge");
      const list = others.map((member) => (member.kind === "node" && member.name?.text === name ? inner : member));
      const fresh = copied(pageLike, { ...pageLike, members: [...list, ...edges] });
      members = [...members.slice(0, at), fresh, ...members.slice(at)];
    } else {
      const rest = page.members.filter(
        (each) => each.kind !== "edge" && !(each.kind === "node" && each.name?.text === name),
      );
      const order = childrenOf(pageLike).map((child) => child.name?.text);
      const before = new Set(order.slice(0, order.indexOf(name)));
      const last = rest.findLastIndex((each) => each.kind === "node" && before.has(each.name?.text));
      const first = rest.findIndex(({ kind }) => kind === "node");
      const index = last >= 0 ? last + 1 : first >= 0 ? first : rest.length;
      const kept = edges === arrows ? arrows : edgesOf(page.members);
      const list = [...rest.slice(0, index), inner, ...rest.slice(index), ...kept];
      members = members.map((member) => (member === page ? copied(page, { ...page, members: list }) : member));
    }
  }
  const elsewhere = from === undefined ? ([name, to] as const) : isDissolved ? ([from, name] as const) : undefined;
  return {
    ...journey,
    members:
      elsewhere?.[1] === undefined
        ? members
        : members.map((member) => ledElsewhere(member, elsewhere[0], elsewhere[1] ?? "", moved)),
  };
}

/** A member whose arrows to one node lead to another one. */
function ledElsewhere<M extends JourneyMember | PageMember>(member: M, from: string, to: string, moved: Moved): M {
  const led = (target: Name | undefined) => (target?.text === from ? { ...target, text: to } : target);
  let changed: JourneyMember | PageMember = member;
  if (member.kind === "entry" && member.target?.text === from) changed = { ...member, target: led(member.target) };
  if (member.kind === "node" || member.kind === "page") {
    const members = member.members.map((each) => {
      if (each.kind !== "edge" || each.target?.text !== from) return each;
      const edge = { ...each, target: led(each.target) };
      moved(each, edge);
      return edge;
    });
    if (members.some((each, index) => each !== member.members[index]))
      changed = { ...member, members } as typeof member;
  }
  if (changed !== member) moved(member, changed);
  return changed as M;
}
