import type { FileNode, Name } from "../../syntax/ast.js";

/** The new names of nodes, by journey and old name. */
export type Renames = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Names = ReadonlyMap<string, string>;
type Moved = (from: object, to: object) => void;

/** Renames nodes in a tree, wherever the text refers to them. Comments stay with their nodes. */
export function renameNodes(file: FileNode, renames: Renames, moved: Moved): FileNode {
  if (renames.size === 0) return file;
  const items = file.items.map((item) => {
    if (item.kind !== "journey" && item.kind !== "scenario") return item;
    const journey = item.kind === "journey" ? item.name?.text : item.journey?.text;
    const names = renames.get(journey ?? "");
    return names === undefined ? item : rewrite(item, names, moved);
  });
  const renamed = { ...file, items };
  moved(file, renamed);
  return renamed;
}

function rewrite<T extends object>(node: T, names: Names, moved: Moved): T {
  const copy: Record<string, unknown> = {};
  const { kind } = node as { readonly kind?: unknown };
  let isChanged = false;
  for (const [key, value] of Object.entries(node)) {
    const next = rewriteMember(key, value, kind, names, moved);
    if (next !== value) isChanged = true;
    copy[key] = next;
  }
  if (!isChanged) return node;
  moved(node, copy);
  return copy as T;
}

function rewriteMember(key: string, value: unknown, kind: unknown, names: Names, moved: Moved): unknown {
  if (typeof value !== "object" || value === null || key === "value") return value;
  if (Array.isArray(value)) {
    if (key === "parts") return kind === "string" ? value : renameFirst(value as readonly Name[], names);
    const list = value.map((item: unknown) => (isNode(item, kind) ? rewrite(item, names, moved) : item));
    return list.every((item, index) => item === value[index]) ? value : list;
  }
  if (key === "name" && (kind === "node" || kind === "page")) return rename(value as Name, names);
  if (key === "target") return (value as Name).quoted ? value : rename(value as Name, names);
  return rewrite(value, names, moved);
}

/** Whether to rename inside an item. Inner nodes have names of their own and refer to no others. */
function isNode(item: unknown, parent: unknown): item is object {
  if (typeof item !== "object" || item === null) return false;
  return parent !== "page" || (item as { readonly kind?: unknown }).kind !== "node";
}

function renameFirst(parts: readonly Name[], names: Names): readonly Name[] {
  const [first, ...others] = parts;
  if (first === undefined) return parts;
  const renamed = rename(first, names);
  return renamed === first ? parts : [renamed, ...others];
}

function rename(name: Name, names: Names): Name {
  const other = names.get(name.text);
  return other === undefined ? name : { ...name, text: other };
}
