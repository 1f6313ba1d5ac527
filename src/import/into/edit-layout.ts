import { computeLayout } from "../../layout/layout.js";
import type { Coordinates, Journey, JourneyNode } from "../../model/model.js";
import type { JourneyDeclaration, LayoutBlock, LayoutEntry } from "../../syntax/ast.js";
import { isTerminalName, terminalNames } from "../../syntax/reserved-names.js";
import { emptyRange, type Range } from "../../text/range.js";
import { printJourneyMember, printLayoutEntry } from "./print-parts.js";
import type { TextEdits } from "./text-edits.js";

/** The positions and ids of a journey before and after the change. */
export interface LayoutEdit {
  readonly written: JourneyDeclaration;
  readonly before: Journey;
  readonly after: Journey;
  /** The layout as the writer would write it in full. */
  readonly wanted: LayoutBlock | undefined;
}

/**
 * Changes the layout lines of nodes that were moved, added or removed. While the source leaves positions to the
 * compiler, a position that equals the computed one gets no line.
 */
export function editLayout(change: LayoutEdit, edits: TextEdits): void {
  const blocks = change.written.members.filter((member) => member.kind === "layout");
  const lines = blocks.flatMap((block) => block.entries);
  // Of two lines for one node, which is a mistake, the first one counts.
  const written = new Map(lines.toReversed().map((entry) => [keyOf(entry), entry]));
  const wanted = new Map((change.wanted?.entries ?? []).map((entry) => [keyOf(entry), entry]));
  const needless = computedKeys(change, new Set(written.keys()));
  const keys = keysAfter(change.after);
  for (const [key, entry] of written)
    if (!keys.has(key) && keysAfter(change.before).has(key)) edits.remove(entry.range);
  const added: LayoutEntry[] = [];
  for (const key of keys) {
    const entry = wanted.get(key);
    const old = written.get(key);
    if (old !== undefined) {
      if (entry !== undefined && !isSameEntry(old, entry)) edits.replace(old.range, printLayoutEntry(entry).trim());
      else if (entry === undefined && old.id === undefined && arePositionsWritten(key, change.after))
        edits.remove(old.range);
      continue;
    }
    const needed = entry && (needless.has(key) ? { ...entry, x: undefined, y: undefined } : entry);
    if (needed !== undefined && (needed.x !== undefined || needed.id !== undefined)) added.push(needed);
  }
  if (added.length > 0) addLines(added, blocks.at(-1), change.written, edits);
}

function addLines(
  added: readonly LayoutEntry[],
  block: LayoutBlock | undefined,
  journey: JourneyDeclaration,
  edits: TextEdits,
): void {
  const last = block?.entries.at(-1);
  const above = lastBefore(journey, "raw");
  if (last !== undefined) edits.insertBelow(last.range.end, added.map(printLayoutEntry).join("\n"));
  else if (block !== undefined) {
    edits.replace(block.range, printJourneyMember({ ...block, entries: added }).trim());
  } else if (above !== undefined) {
    edits.insertBelow(above.end, `\n${printJourneyMember({ kind: "layout", entries: added, range: emptyRange })}`);
  }
}

/** The last member that is of another kind. */
function lastBefore(journey: JourneyDeclaration, kind: "raw"): Range | undefined {
  return journey.members.findLast((member) => member.kind !== kind)?.range;
}

function keyOf(entry: LayoutEntry): string {
  return entry.reference.parts.map((part) => part.text).join("\u0000");
}

function keysAfter(journey: Journey): ReadonlySet<string> {
  const keys = new Set<string>(["start"]);
  for (const node of journey.nodes) {
    keys.add(node.name);
    for (const child of node.children) keys.add(`${node.name}\u0000${child.name}`);
  }
  keys.add("success");
  keys.add("failure");
  return keys;
}

/** Whether the export writes positions; only then does a missing one mean that it was removed. */
function arePositionsWritten(key: string, { exportOptions }: Journey): boolean {
  const isTerminal = isTerminalName(key);
  return isTerminal ? (exportOptions.staticNodes ?? exportOptions.coordinates) !== false : exportOptions.coordinates;
}

const attempts = 4;

/**
 * The names without a line that stand where the compiler would put them, given all other lines. Each line that is
 * needed moves the computed positions, so this is tried a few times; if it does not settle, every node gets a line.
 */
function computedKeys({ after }: LayoutEdit, written: ReadonlySet<string>): ReadonlySet<string> {
  const positions = positionsOf(after);
  let open = new Set([...positions.keys()].filter((key) => !written.has(key)));
  for (let attempt = 0; attempt < attempts; attempt++) {
    const computed = computeLayout(withoutPositions(after, open));
    const same = [...open].filter((key) => {
      const position = positions.get(key);
      return isSamePlace(position?.place, computed.get(position?.id ?? ""));
    });
    if (same.length === open.size) return open;
    open = new Set(same);
  }
  return new Set();
}

function withoutPositions(journey: Journey, keys: ReadonlySet<string>): Journey {
  return {
    ...journey,
    nodes: journey.nodes.map((node) => (keys.has(node.name) ? withoutPosition(node) : node)),
    terminalCoordinates: new Map([...journey.terminalCoordinates].filter(([name]) => !keys.has(name))),
  };
}

function withoutPosition(node: JourneyNode): JourneyNode {
  return { ...node, coordinates: undefined };
}

function positionsOf(journey: Journey) {
  const positions = new Map<string, { readonly id: string; readonly place: Coordinates | undefined }>();
  for (const node of journey.nodes) positions.set(node.name, { id: node.id, place: node.coordinates });
  for (const name of terminalNames) positions.set(name, { id: name, place: journey.terminalCoordinates.get(name) });
  return positions;
}

function isSamePlace(left: Coordinates | undefined, right: Coordinates | undefined): boolean {
  return left !== undefined && right !== undefined && left.x === right.x && left.y === right.y;
}

function isSameEntry(left: LayoutEntry, right: LayoutEntry): boolean {
  return (
    left.x?.value === right.x?.value &&
    left.y?.value === right.y?.value &&
    (left.id === undefined) === (right.id === undefined)
  );
}
