import type { FileItem, FileNode, Name, StringPart, StringValue } from "../../syntax/ast.js";
import { plainTitle } from "./find-item-renames.js";
import type { Moved } from "./merged-trees.js";
import { type Names, type Renames, scenarioKey } from "./renames.js";

/** What names mean in a part of the tree. */
interface Scope {
  readonly renames: Renames;
  readonly nodes: Names;
  /** The old name of the page that the part belongs to or speaks of. */
  readonly page: string | undefined;
  readonly moved: Moved;
}

const none: Names = new Map();

/** Renames things in a tree, wherever the text refers to them. Comments stay with their owners. */
export function applyRenames(file: FileNode, renames: Renames, moved: Moved): FileNode {
  if (Object.values(renames).every((names: ReadonlyMap<string, unknown>) => names.size === 0)) return file;
  const items = file.items.map((item) => {
    const nodes = renames.nodes.get(journeyName(item) ?? "") ?? none;
    return retitle(rewrite(item, { renames, nodes, page: undefined, moved }), item, renames, moved);
  });
  const renamed = { ...file, items };
  moved(file, renamed);
  return renamed;
}

function journeyName(item: FileItem): string | undefined {
  if (item.kind === "journey") return item.name?.text;
  return item.kind === "scenario" ? item.journey?.text : undefined;
}

function retitle(item: FileItem, before: FileItem, renames: Renames, moved: Moved): FileItem {
  if (item.kind !== "scenario" || before.kind !== "scenario" || item.title === undefined) return item;
  const title = renames.scenarios.get(scenarioKey(plainTitle(before) ?? "", before.journey?.text ?? ""));
  if (title === undefined) return item;
  const copy = { ...item, title: { ...item.title, parts: [title] } };
  moved(item, copy);
  return copy;
}

type Part = Readonly<Record<string, unknown>> & { readonly kind?: unknown };

function rewrite<T extends object>(part: T, scope: Scope): T {
  const copy: Record<string, unknown> = {};
  const inside = { ...scope, page: pageOf(part as Part) ?? scope.page };
  let isChanged = false;
  for (const [key, value] of Object.entries(part)) {
    const next = rewriteMember(key, value, part as Part, inside);
    if (next !== value) isChanged = true;
    copy[key] = next;
  }
  if (!isChanged) return part;
  scope.moved(part, copy);
  return copy as T;
}

/** The page that a declaration is, or a node that a step of a scenario speaks of. */
function pageOf(part: Part): string | undefined {
  if (part.kind === "page") return (part.name as Name | undefined)?.text;
  if (part.kind !== "submit" && part.kind !== "stub") return undefined;
  return (part.node as { readonly parts: readonly Name[] } | undefined)?.parts[0]?.text;
}

function rewriteMember(key: string, value: unknown, owner: Part, scope: Scope): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { nodes, renames, page } = scope;
  const child = (name: Name) => rename(name, nodes, page === undefined ? name.text : `${page}.${name.text}`);
  if (Array.isArray(value)) {
    if (key === "parts") return owner.kind === "string" ? rewriteText(value, renames) : rewritePath(value, nodes);
    const isPage = owner.kind === "page";
    return same(
      value,
      value.map((item: unknown) => {
        if (typeof item !== "object" || item === null) return item;
        return isPage && (item as Part).kind === "node" ? rewriteChild(item, child, scope) : rewrite(item, scope);
      }),
    );
  }
  const name = value as Name;
  if (key === "name" && (owner.kind === "node" || owner.kind === "page")) return rename(name, nodes);
  if (key === "name" && owner.kind === "journey") return rename(name, renames.journeys);
  if (key === "name" && owner.kind === "param") return rename(name, renames.params);
  if (key === "journey") return rename(name, renames.journeys);
  if (key === "target") return name.quoted ? value : rename(name, nodes);
  if (key === "child") return child(name);
  if (key === "inputs") return rewriteInputs(value as { readonly entries: readonly Part[] }, child, scope);
  if (key === "value" && (owner.key as Name | undefined)?.text === "tree") return rewriteTree(value as Part, renames);
  return rewrite(value, scope);
}

/** An inner node has a name of its own on its page, and refers to no other node. */
function rewriteChild(node: object, child: (name: Name) => Name, scope: Scope): object {
  const renamed = rewrite(node, { ...scope, nodes: none });
  const name = (node as Part).name as Name | undefined;
  const next = name === undefined ? name : child(name);
  if (next === name) return renamed;
  const copy = { ...renamed, name: next };
  scope.moved(renamed, copy);
  return copy;
}

/** The inputs of a page are named by its inner nodes. */
function rewriteInputs(inputs: { readonly entries: readonly Part[] }, child: (name: Name) => Name, scope: Scope) {
  const entries = inputs.entries.map((entry) => {
    const key = child(entry.key as Name);
    return key === entry.key ? rewrite(entry, scope) : { ...rewrite(entry, scope), key };
  });
  return same(inputs.entries, entries) === inputs.entries ? inputs : { ...inputs, entries };
}

/** The property `tree` names a journey. */
function rewriteTree(value: Part, { journeys, params }: Renames): unknown {
  if (value.kind !== "string") return value;
  const text = value as unknown as StringValue;
  const [first] = text.parts;
  const to = text.parts.length === 1 && typeof first === "string" ? journeys.get(first) : undefined;
  if (to !== undefined) return { ...text, parts: [to] };
  const parts = text.parts.map((part) => rewritePart(part, params));
  return same(text.parts, parts) === text.parts ? text : { ...text, parts };
}

function rewriteText(parts: readonly StringPart[], { params }: Renames): readonly StringPart[] {
  return same(
    parts,
    parts.map((part) => rewritePart(part, params)),
  );
}

function rewritePart(part: StringPart, params: Names): StringPart {
  const to = typeof part === "string" ? undefined : params.get(part.param);
  return to === undefined || typeof part === "string" ? part : { ...part, param: to };
}

function rewritePath(parts: readonly Name[], nodes: Names): readonly Name[] {
  const [first, second, ...others] = parts;
  if (first === undefined) return parts;
  const renamed = [rename(first, nodes)];
  if (second !== undefined) renamed.push(rename(second, nodes, `${first.text}.${second.text}`), ...others);
  return same(parts, renamed);
}

function rename(name: Name, names: Names, key = name.text): Name {
  const other = names.get(key);
  return other === undefined ? name : { ...name, text: other };
}

/** The old list where nothing in it has changed. */
function same<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return after.every((item, index) => item === before[index]) ? before : after;
}
