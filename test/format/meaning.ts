import type { FileNode } from "../../src/syntax/ast.js";

/** The order of members by kind, as documented; kinds that are not here keep their order among each other. */
const order = [
  "property",
  "export",
  "entry",
  "node",
  "page",
  "script",
  "resource",
  "require",
  "forbid",
  "layout",
  "raw",
];
/** Kinds that may mix in one group. */
const mixed = new Map([
  ["page", "node"],
  ["resource", "script"],
  ["forbid", "require"],
]);

/** A tree without ranges, comments and the spelling of strings and names, its members in canonical order. Two texts that mean the same have the same. */
export function meaningOf(file: FileNode): unknown {
  return meaning({ ...file, comments: [] });
}

function meaning(value: unknown, quotesCount = false): unknown {
  if (Array.isArray(value)) return value.map((item) => meaning(item, quotesCount));
  if (typeof value !== "object" || value === null) return value;
  const record = value as Record<string, unknown>;
  if (record.kind === "string") return { kind: "string", text: textOf(record.parts as readonly unknown[]) };
  const entries: [string, unknown][] = [];
  // In `raw`, quotes tell an id from a name.
  const counted = quotesCount || record.kind === "raw";
  for (const [key, member] of Object.entries(record)) {
    if (key === "range" || (key === "quoted" && !counted) || member === undefined) continue;
    if (key === "members") {
      entries.push([key, inOrder(member as readonly { kind: string }[]).map((each) => meaning(each, counted))]);
    } else {
      entries.push([key, key === "target" ? [isQuoted(member), meaning(member)] : meaning(member, counted)]);
    }
  }
  return Object.fromEntries(entries);
}

function textOf(parts: readonly unknown[]): unknown {
  const joined: unknown[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part !== "string") joined.push({ param: (part as { param: string }).param });
    else if (typeof last === "string") joined[joined.length - 1] = last + part;
    else if (part !== "") joined.push(part);
  }
  return joined;
}

function isQuoted(target: unknown): boolean {
  return (target as { quoted: boolean }).quoted;
}

function inOrder<M extends { readonly kind: string }>(members: readonly M[]): readonly M[] {
  const place = (member: M): number => order.indexOf(mixed.get(member.kind) ?? member.kind);
  return [...members].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    // In a page, edges come last: "edge" is not in the list.
    return (left === -1 ? order.length : left) - (right === -1 ? order.length : right);
  });
}
