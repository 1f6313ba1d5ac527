import type { Range } from "../../../src/text/range.js";

interface SyntaxNode {
  readonly kind: string;
  readonly range: Range;
}

/** Members that are statements of their own, each on its line. */
const blocks = new Set(["items", "members", "steps", "properties", "entries"]);

/** All statements of a syntax tree in the author's order, each as one line: kind and parts, what is missing included. */
export function describeSyntax(node: object): readonly { readonly start: number; readonly text: string }[] {
  const inner = Object.entries(node).flatMap(([key, value]) =>
    blocks.has(key) && Array.isArray(value) ? value.flatMap((each: object) => describeSyntax(each)) : [],
  );
  if (!isStatement(node)) return inner;
  return [{ start: node.range.start, text: [node.kind, ...partsOf(node)].join(" ") }, ...inner];
}

function isStatement(node: object): node is SyntaxNode {
  return "kind" in node && node.kind !== "file";
}

function partsOf(node: object): readonly string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === "kind" || key === "range" || (blocks.has(key) && Array.isArray(value))) return [];
    return [`${key}=${shown(value)}`];
  });
}

/** Names as they are, texts in quotes, `?` for what the author has left out. */
function shown(value: unknown): string {
  if (value === undefined) return "?";
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const { kind, parts, text, quoted, param } = value as Record<string, unknown>;
  if (kind === "string") return (parts as readonly unknown[]).map(shown).join(" + ") || '""';
  if (param !== undefined) return `\${${param}}`;
  if (kind === "null") return "null";
  if (kind === "boolean" || kind === "number") return String((value as { value: unknown }).value);
  if (kind === "object") {
    const { entries } = value as { entries: readonly { key: unknown; value: unknown }[] };
    return `{${entries.map((entry) => `${shown(entry.key)}: ${shown(entry.value)}`).join(", ")}}`;
  }
  if (kind === "list") return shown((value as { items: unknown }).items);
  if (typeof text === "string") return quoted === true ? JSON.stringify(text) : text;
  return `(${partsOf(value).join(" ")})`;
}
