import type { LayoutBlock, LayoutEntry, StringValue } from "../syntax/ast.js";
import { type TerminalName, terminalNames } from "../syntax/reserved-names.js";
import type { Range } from "../text/range.js";
import { bindText } from "./bind-value.js";
import type { Coordinates } from "./model.js";
import type { NodeTable } from "./node-table.js";
import { type FileScope, placeIn } from "./scope.js";

/** One line of `layout`. `used` is set when a node with its name is found; lines that stay unused are reported. */
export interface LayoutLine {
  readonly parts: readonly string[];
  readonly coordinates: Coordinates | undefined;
  /** Where they stand. */
  readonly position: Range | undefined;
  readonly id: string | undefined;
  readonly idRange: Range | undefined;
  readonly range: Range;
  used: boolean;
}

/** The layout lines of a journey by `layoutKey`. */
export type LayoutTable = ReadonlyMap<string, LayoutLine>;

/** The key of `Node` or `Page.Node`. Joined with NUL, which no name contains. */
export function layoutKey(parts: readonly string[]): string {
  return parts.join("\u0000");
}

/** Reads the `layout` blocks of a journey. A second line for the same node is reported and ignored. */
export function readLayout(blocks: readonly LayoutBlock[], scope: FileScope): Map<string, LayoutLine> {
  const table = new Map<string, LayoutLine>();
  for (const block of blocks) {
    for (const entry of block.entries) {
      const line = lineOf(entry, scope);
      const key = layoutKey(line.parts);
      if (!table.has(key)) {
        table.set(key, line);
        continue;
      }
      const place = placeIn(scope, line.range);
      scope.reporter.report("duplicate-name", place, { what: "Layout line", name: line.parts.join(".") });
    }
  }
  return table;
}

function lineOf(entry: LayoutEntry, scope: FileScope): LayoutLine {
  const { x, y } = entry;
  return {
    parts: entry.reference.parts.map((part) => part.text),
    coordinates: x === undefined || y === undefined ? undefined : { x: x.value, y: y.value },
    position: x && y && { start: x.range.start, end: y.range.start + y.text.length },
    id: entry.id === undefined ? undefined : idOf(entry.id, scope),
    idRange: entry.id?.range,
    range: entry.reference.range,
    used: false,
  };
}

function idOf(value: StringValue, scope: FileScope): string {
  const id = bindText(value, scope);
  const problem = problemOfUuid(id);
  if (problem !== undefined) {
    const help = "Copy it again from the tenant, or leave it out: the compiler derives one.";
    const place = placeIn(scope, value.range);
    scope.reporter.report("wrong-value", place, { property: "id", problem }, { severity: "warning", help });
  }
  return id;
}

const lengthsOfGroups = [8, 4, 4, 4, 12];

/** What is wrong with an id that is nearly a UUID: a digit is lost or doubled in one of its groups. Ids of other forms are right. */
function problemOfUuid(id: string): string | undefined {
  const groups = id.split("-");
  if (groups.length !== lengthsOfGroups.length || !groups.every((group) => /^[\da-z]+$/i.test(group))) return undefined;
  const wrong = groups.flatMap((group, index) => {
    const length = lengthsOfGroups[index] ?? 0;
    return group.length === length ? [] : [{ group, length }];
  });
  const [only, second] = wrong;
  if (only === undefined || second !== undefined || Math.abs(only.group.length - only.length) > 2) return undefined;
  return `is no UUID: \`${only.group}\` has ${only.group.length} digits instead of ${only.length}`;
}

/** Reports a line of an inner node that lacks its page, or has another one. Its id belongs to the line, which must stay. */
function isTakenToPage(
  { parts, range }: LayoutLine,
  table: LayoutTable,
  nodes: NodeTable,
  journey: string,
  scope: FileScope,
): boolean {
  const inner = parts.at(-1) ?? "";
  const found = nodes.innerNode(inner);
  if (found === undefined || (parts.length > 1 && !nodes.byName.has(parts[0] ?? ""))) return false;
  const right = `${found.page}.${inner}`;
  const place = placeIn(scope, range);
  const isClear = !found.isElsewhereToo && !table.has(layoutKey([found.page, inner]));
  const help = isClear
    ? `It is inside the page \`${found.page}\`: write \`${right}\`.`
    : `It is inside the page \`${found.page}\`.`;
  const fixes = isClear ? [{ title: `Write ${right}`, edits: [{ range, text: right }] }] : [];
  scope.reporter.report(
    "unknown-node",
    place,
    { name: parts.join("."), journey },
    { help, fixes, restsOn: [found.head] },
  );
  return true;
}

/** Takes the positions of `start`, `success` and `failure` from the layout, then reports lines without a node. */
export function bindTerminals(
  table: LayoutTable,
  nodes: NodeTable,
  journey: string,
  scope: FileScope,
): ReadonlyMap<TerminalName, Coordinates> {
  const terminals = new Map<TerminalName, Coordinates>();
  for (const name of terminalNames) {
    const line = table.get(name);
    if (line === undefined) continue;
    line.used = true;
    if (line.coordinates !== undefined) terminals.set(name, line.coordinates);
  }
  for (const line of table.values()) {
    const [first = "", ...inner] = line.parts;
    if (nodes.byName.has(first)) nodes.use(first);
    if (line.used) continue;
    const place = placeIn(scope, line.range);
    const name = line.parts.join(".");
    if (isTakenToPage(line, table, nodes, journey, scope)) continue;
    const children = nodes.byName.get(first)?.children.keys() ?? [];
    const nearInner = inner.length === 1 ? scope.reporter.nearest(inner[0] ?? "", children) : undefined;
    const inside = nearInner === undefined ? {} : { help: `Did you mean \`${first}.${nearInner}\`?` };
    nodes.unknown({
      name: nodes.byName.has(first) ? name : first,
      place,
      near: inner.length === 0 ? scope.reporter.nearest(first, [...nodes.names, ...terminalNames]) : undefined,
      report: (extras) => scope.reporter.report("unknown-node", place, { name, journey }, { ...extras, ...inside }),
    });
  }
  return terminals;
}
