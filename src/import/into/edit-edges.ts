import { isSameTarget } from "../../model/ids.js";
import type { Connection, JourneyNode, Target } from "../../model/model.js";
import { outcomeWithId } from "../../model/outcome-index.js";
import type { Edge, Name, OutcomeReference } from "../../syntax/ast.js";
import { targetToSyntax } from "../../write/journey/edges-to-syntax.js";
import { PlacesInside } from "./places-inside.js";
import { type Depth, printMember } from "./print-parts.js";
import type { TextEdits } from "./text-edits.js";
import { WantedArrows } from "./wanted-arrows.js";

/** The arrows of one node. */
export interface EdgeBlock {
  readonly written: readonly Edge[];
  readonly before: JourneyNode;
  readonly after: JourneyNode;
  /** The arrows as the writer would write them. */
  readonly wanted: readonly Edge[];
  readonly depth: Depth;
  /** Adds the first arrows of a block. */
  readonly insertFirst: (lines: string) => void;
}

/**
 * Changes the arrows whose outcomes now lead elsewhere. The author's grouping is kept: an outcome that leaves its group
 * gets a line of its own below it.
 */
export function editEdges(block: EdgeBlock, edits: TextEdits): void {
  const before = targetsOf(block.before.connections);
  const after = targetsOf(block.after.connections);
  const isSame = isSameMap(before, after);
  const isUnknown = namesLostOutcome(block);
  if (isSame && !isUnknown && !isMisread(block)) return;
  if (isSame || isUnknown || !canEditInPlace(block, before)) {
    replaceAll(block, edits);
    return;
  }
  const seen = new Set<string>();
  const places = placesOf(block.before.connections);
  for (const edge of block.written) {
    const own = places.inside(edge.range);
    editEdge(edge, own, block, after, edits);
    for (const { outcomeId } of own) seen.add(outcomeId);
  }
  const added = block.after.connections.filter((connection) => !seen.has(connection.outcomeId));
  const wanted = new WantedArrows(block.wanted);
  const edges = added.flatMap((connection) => ownEdge(connection, block, wanted));
  addEdges(edges, block, edits);
}

/** Whether `-> Target` would now mean another outcome, or none. */
function isMisread(block: EdgeBlock): boolean {
  return block.written.some((edge) => edge.outcomes.length === 0) && block.wanted[0]?.outcomes.length !== 0;
}

/** Whether an arrow names an outcome that the node no longer has. In quotes it is an id of the platform, and builds. */
function namesLostOutcome({ written, before, wanted }: EdgeBlock): boolean {
  const quoted = new Set(
    wanted.flatMap(({ outcomes }) => outcomes.filter(isQuoted).map(({ outcome }) => outcome.text)),
  );
  const unquoted = written.flatMap(({ outcomes }) => outcomes.filter((reference) => !isQuoted(reference)));
  const places = placesOf(before.connections);
  return unquoted.some(({ range }) => {
    const id = places.inside(range)[0]?.outcomeId;
    return id !== undefined && quoted.has(id) && outcomeWithId(before.outcomes, id) !== undefined;
  });
}

function isQuoted({ child, outcome }: OutcomeReference): boolean {
  return child === undefined && outcome.quoted;
}

function addEdges(edges: readonly Edge[], block: EdgeBlock, edits: TextEdits): void {
  if (edges.length === 0) return;
  const lines = edges.map((edge) => printMember(edge, block.depth)).join("\n");
  const last = block.written.at(-1);
  if (last === undefined) block.insertFirst(lines);
  else edits.insertBelow(last.range.end, lines);
}

/**
 * Whether single arrows can be changed. `-> Target` means the only outcome; if there are more now, or another one, all
 * arrows are rewritten.
 */
function canEditInPlace({ written, wanted, after }: EdgeBlock, before: ReadonlyMap<string, Connection>): boolean {
  if (written.every((edge) => edge.outcomes.length > 0)) return true;
  return wanted[0]?.outcomes.length === 0 && after.connections.every(({ outcomeId }) => before.has(outcomeId));
}

function replaceAll(block: EdgeBlock, edits: TextEdits): void {
  const [first, ...others] = block.written;
  if (first === undefined || block.wanted.length === 0) {
    addEdges(block.wanted, block, edits);
    for (const edge of block.written) edits.remove(edge.range);
    return;
  }
  const lines = block.wanted.map((edge) => printMember(edge, block.depth)).join("\n");
  edits.replace(first.range, lines.trimStart());
  for (const edge of others) edits.remove(edge.range);
}

/** Changes one edge, which has the connections `own` in the text as it is. */
function editEdge(
  edge: Edge,
  own: readonly Connection[],
  block: EdgeBlock,
  after: ReadonlyMap<string, Connection>,
  edits: TextEdits,
): void {
  const now = own.map((connection) => after.get(connection.outcomeId));
  const [first] = now;
  const staying = own.filter((connection, index) => isSameTarget(connection.target, now[index]?.target));
  if (staying.length === own.length) return;
  if (now.every((connection) => connection === undefined)) edits.remove(edge.range);
  else if (first !== undefined && now.every((connection) => isSameTarget(first.target, connection?.target))) {
    if (edge.target !== undefined) edits.replace(edge.target.range, nameText(targetToSyntax(first.target)));
  } else splitEdge(edge, own, new Set(staying), after, block, edits);
}

function splitEdge(
  edge: Edge,
  own: readonly Connection[],
  staying: ReadonlySet<Connection>,
  after: ReadonlyMap<string, Connection>,
  block: EdgeBlock,
  edits: TextEdits,
): void {
  const lines: Edge[] = [];
  const places = placesOf(own);
  const keep = edge.outcomes.filter(({ range }) => places.inside(range).some((connection) => staying.has(connection)));
  if (keep.length > 0) lines.push({ ...edge, outcomes: keep });
  for (const outcome of edge.outcomes) {
    const [connection] = places.inside(outcome.range);
    const now = connection === undefined || staying.has(connection) ? undefined : after.get(connection.outcomeId);
    if (now !== undefined) lines.push(withTarget(edge, outcome, now.target));
  }
  edits.replace(
    edge.range,
    lines
      .map((line) => printMember(line, block.depth))
      .join("\n")
      .trimStart(),
  );
}

function withTarget(edge: Edge, outcome: OutcomeReference, target: Target): Edge {
  return { ...edge, outcomes: [outcome], target: targetToSyntax(target) };
}

/** The arrow of a single outcome as the writer would write it, taken out of its group. */
function ownEdge(connection: Connection, block: EdgeBlock, wanted: WantedArrows): readonly Edge[] {
  const outcome = outcomeWithId(block.after.outcomes, connection.outcomeId);
  const found = wanted.of([connection.outcomeId, outcome?.outcome], outcome?.child);
  if (found === undefined) return [];
  return [found.reference === undefined ? found.edge : withTarget(found.edge, found.reference, connection.target)];
}

function nameText(name: Name): string {
  return name.quoted ? JSON.stringify(name.text) : name.text;
}

function targetsOf(connections: readonly Connection[]): ReadonlyMap<string, Connection> {
  return new Map(connections.map((connection) => [connection.outcomeId, connection]));
}

function isSameMap(before: ReadonlyMap<string, Connection>, after: ReadonlyMap<string, Connection>): boolean {
  if (before.size !== after.size) return false;
  return [...before].every(([outcome, connection]) => isSameTarget(connection.target, after.get(outcome)?.target));
}

function placesOf(connections: readonly Connection[]): PlacesInside<Connection> {
  return new PlacesInside(connections, ({ place }) => place.range);
}
