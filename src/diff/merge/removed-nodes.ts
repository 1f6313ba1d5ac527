import type {
  FileNode,
  JourneyDeclaration,
  JourneyMember,
  LayoutEntry,
  NodeDeclaration,
  PageDeclaration,
  ScriptDeclaration,
} from "../../syntax/ast.js";
import { journeysIn, type MergedTrees, type Moved } from "./merged-trees.js";
import type { Merging } from "./merging.js";

/**
 * Prepares the trees of a merge so that what belongs to a node goes or stays with it. Where one side removed a node that
 * the other side changed, the node stays, and gets back its layout and the scripts that it names. Where the other side
 * only moved it on the canvas, the move is forgotten: the layout goes with the node.
 */
export function followRemovedNodes(merging: Merging, trees: MergedTrees, moved: Moved): MergedTrees {
  let { ours, theirs } = trees;
  for (const base of journeysIn(trees.base)) {
    for (const node of nodesOf(base)) {
      const name = node.name?.text ?? "";
      const [left, right] = [ours, theirs].map((file) => journeyOf(file, base));
      if (left === undefined || right === undefined) continue;
      const [inOurs, inTheirs] = [left, right].map((journey) =>
        nodesOf(journey).find((each) => each.name?.text === name),
      );
      const there = inOurs ?? inTheirs;
      if (there === undefined || (inOurs !== undefined && inTheirs !== undefined)) continue;
      const isKept = !merging.isUntouched(node, there);
      const isOurs = (inOurs !== undefined) !== isKept;
      const journey = isOurs ? left : right;
      const changed = withLayoutOf(base, journey, name, moved);
      const scripts = isKept ? missingScripts(trees.base, base, isOurs ? ours : theirs, journey, node) : [];
      const next = scripts.length === 0 ? changed : withMembers(changed, [...changed.members, ...scripts], moved);
      if (next === journey) continue;
      const replace = (file: FileNode) => withJourney(file, journey, next, moved);
      if (isOurs) ours = replace(ours);
      else theirs = replace(theirs);
    }
  }
  return { base: trees.base, ours, theirs };
}

function journeyOf(file: FileNode, like: JourneyDeclaration): JourneyDeclaration | undefined {
  return journeysIn(file).find(({ name }) => name?.text === like.name?.text);
}

function nodesOf({ members }: JourneyDeclaration): readonly (NodeDeclaration | PageDeclaration)[] {
  return members.filter((member) => member.kind === "node" || member.kind === "page");
}

function scriptsOf(members: readonly { readonly kind: string }[]): readonly ScriptDeclaration[] {
  return members.filter((member): member is ScriptDeclaration => member.kind === "script");
}

/** The scripts that a node names, that the base declares in its journey, and that a side does not declare any more. */
function missingScripts(
  baseFile: FileNode,
  base: JourneyDeclaration,
  file: FileNode,
  journey: JourneyDeclaration,
  node: NodeDeclaration | PageDeclaration,
): readonly ScriptDeclaration[] {
  const named = wordsIn(node);
  const present = new Set([...scriptsOf(journey.members), ...scriptsOf(file.items)].map(({ name }) => name?.text));
  const declared = [...scriptsOf(base.members), ...scriptsOf(baseFile.items)];
  return declared.filter(({ name }) => name !== undefined && named.has(name.text) && !present.has(name.text));
}

/** The bare words among the values of a node and of its inner nodes: they name scripts. */
function wordsIn(node: NodeDeclaration | PageDeclaration): ReadonlySet<string> {
  const words = new Set<string>();
  for (const member of node.members) {
    if (member.kind === "property" && member.value?.kind === "name") words.add(member.value.text);
    if (member.kind === "node") for (const word of wordsIn(member)) words.add(word);
  }
  return words;
}

/** Gives a journey the places that the base has for a node and its inner nodes. */
function withLayoutOf(
  base: JourneyDeclaration,
  journey: JourneyDeclaration,
  name: string,
  moved: Moved,
): JourneyDeclaration {
  const isOf = ({ reference }: LayoutEntry) => reference.parts[0]?.text === name;
  const old = base.members.flatMap((member) => (member.kind === "layout" ? member.entries.filter(isOf) : []));
  const layout = journey.members.find((member) => member.kind === "layout");
  if (layout === undefined) return journey;
  const present = layout.entries.filter(isOf);
  if (present.length === 0 && old.length === 0) return journey;
  const changed = { ...layout, entries: [...layout.entries.filter((entry) => !isOf(entry)), ...old] };
  moved(layout, changed);
  return withMembers(
    journey,
    journey.members.map((member) => (member === layout ? changed : member)),
    moved,
  );
}

function withMembers(journey: JourneyDeclaration, members: readonly JourneyMember[], moved: Moved): JourneyDeclaration {
  const changed = { ...journey, members };
  moved(journey, changed);
  return changed;
}

function withJourney(file: FileNode, from: JourneyDeclaration, to: JourneyDeclaration, moved: Moved): FileNode {
  const changed = { ...file, items: file.items.map((item) => (item === from ? to : item)) };
  moved(file, changed);
  return changed;
}
