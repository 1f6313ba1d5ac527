import type { Property, Value } from "../syntax/ast.js";
import { writtenName } from "../syntax/match-word.js";
import { isEndName } from "../syntax/reserved-names.js";
import type { NodeTable } from "./node-table.js";
import { type FileScope, type JourneyScope, placeIn } from "./scope.js";

/** Whether a property is an arrow with a colon in its place: `true: Check`. What it names is a node or an end. */
export function isMeantAsArrow({ locale, value }: Property, nodes: NodeTable): boolean {
  return locale === undefined && value?.kind === "name" && (isEndName(value.text) || nodes.byName.has(value.text));
}

/** Reports `true: Check`, and offers the arrow. */
export function reportColonForArrow({ key, value }: Property, scope: FileScope, outcome = key.text): void {
  const target = value && writtenTarget(value);
  if (value === undefined || target === undefined) return;
  const { start } = key.range;
  const { end } = value.range;
  const isWord = value.kind === "name" && !key.quoted && outcome === key.text;
  const edit = isWord
    ? { range: { start: key.range.end, end: value.range.start }, text: " -> " }
    : { range: { start, end }, text: `${outcome} -> ${writtenName(target)}`.trimStart() };
  scope.reporter.report(
    "colon-for-arrow",
    placeIn(scope, { start, end }),
    { outcome, target },
    {
      ...(outcome === "" ? { help: `Write \`-> ${target}\`.` } : {}),
      fixes: [{ title: "Write an arrow", edits: [edit] }],
    },
  );
}

/** Reports `connections: { true: "Check" }` of an export, and offers arrows. Answers whether it did. */
export function reportConnections({ key, value }: Property, scope: JourneyScope): boolean {
  if (value?.kind !== "object" || value.entries.length === 0) return false;
  const arrows = value.entries.map((entry) => {
    const target = entry.value && writtenTarget(entry.value);
    // `true: { target: "Check" }`
    const isOwn = value.entries.length === 1 && /^(?:target|to|go_?to|next|node)$/i.test(entry.key.text);
    const outcome = isOwn ? key.text : entry.key.text;
    const isTarget = target !== undefined && (isEndName(target) || scope.nodes.byName.has(target));
    return isTarget ? { outcome, target } : undefined;
  });
  const [first] = arrows;
  if (first === undefined || arrows.includes(undefined)) return false;
  const range = { start: key.range.start, end: value.range.end };
  const lineStart = scope.source.text.lastIndexOf("\n", range.start) + 1;
  const indent = scope.source.text.slice(lineStart, range.start);
  const lines = arrows.map((arrow) => `${writtenName(arrow?.outcome ?? "")} -> ${arrow?.target}`);
  const fixes = [{ title: "Write arrows", edits: [{ range, text: lines.join(`\n${indent}`) }] }];
  scope.reporter.report("colon-for-arrow", placeIn(scope, range), first, { fixes });
  return true;
}

/** The name that a value is, in quotes or without. */
export function writtenTarget(value: Value): string | undefined {
  if (value.kind === "name") return value.text;
  const [only, ...others] = value.kind === "string" ? value.parts : [];
  return typeof only === "string" && others.length === 0 ? only : undefined;
}
