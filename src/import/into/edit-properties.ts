import type { Property, Value } from "../../syntax/ast.js";
import { absentWord } from "../../syntax/reserved-names.js";
import type { Json } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import { editProperty } from "./edit-property.js";
import { type Depth, printMember } from "./print-parts.js";
import type { TextEdits } from "./text-edits.js";
import { linesOf, type WantedLine } from "./wanted-lines.js";

/** The properties of one block: as written, with their present values, and with the values that they must get. */
export interface PropertyBlock {
  readonly written: readonly Property[];
  readonly before: ReadonlyMap<string, Json>;
  readonly after: ReadonlyMap<string, Json>;
  /** The properties of `after` as the writer would write them, `absent` where one lacks that has a default. */
  readonly wanted: readonly Property[];
  readonly depth: Depth;
  /** Adds the first property of a block. */
  readonly insertFirst: (lines: string) => void;
}

/** Changes the lines of those properties whose values differ. */
export function editProperties(block: PropertyBlock, edits: TextEdits): void {
  const writtenByKey = groupByKey(block.written);
  const wantedByKey = groupByKey(block.wanted);
  const added: string[] = [];
  const removed = new Set<Property>();
  for (const key of new Set([...block.before.keys(), ...block.after.keys(), ...wantedByKey.keys()])) {
    const before = block.before.get(key);
    const after = block.after.get(key);
    const written = writtenByKey.get(key) ?? [];
    const wanted = wantedByKey.get(key) ?? [];
    // What the type of the node requires now, and what it lacks.
    const isNewlyAbsent = before === undefined && after === undefined && written.length === 0;
    const isSame = before === after || (before !== undefined && after !== undefined && isSameJson(before, after));
    const misread = isMisread(written, wanted);
    if (isSame && !isNewlyAbsent && !misread) continue;
    if (written.length === 0) added.push(...wanted.map((property) => printMember(property, block.depth)));
    else {
      const lines = linesOf(written, wanted, misread ? undefined : before, after);
      for (const property of replaceLines(written, lines, block.depth, edits)) removed.add(property);
    }
  }
  if (added.length === 0) return;
  const last = block.written.findLast((property) => !removed.has(property));
  if (last === undefined) block.insertFirst(added.join("\n"));
  else edits.insertBelow(last.range.end, added.join("\n"));
}

/** Whether the lines mean something else now that the node has another type: the name of a script, or a locale. */
function isMisread(written: readonly Property[], wanted: readonly Property[]): boolean {
  const [first] = wanted;
  if (first === undefined) return false;
  if (written.some(({ value }) => namesScript(value)) && !wanted.some(({ value }) => namesScript(value))) return true;
  return (
    written.some(({ locale }) => locale !== undefined) && first.locale === undefined && first.value?.kind === "object"
  );
}

function namesScript(value: Value | undefined): boolean {
  switch (value?.kind) {
    case "name":
      return value.text !== absentWord;
    case "list":
      return value.items.some(namesScript);
    case "object":
      return value.entries.some((entry) => namesScript(entry.value));
    default:
      return false;
  }
}

/**
 * Replaces lines one by one, by locale, so that a text in a new language is one new line. Returns the removed lines.
 */
function replaceLines(
  written: readonly Property[],
  wanted: readonly WantedLine[],
  depth: Depth,
  edits: TextEdits,
): Iterable<Property> {
  // Of two lines for one locale, which is a mistake, the first one counts.
  const old = new Map(written.toReversed().map((property) => [property.locale?.text, property]));
  const added: string[] = [];
  for (const { property, before, after } of wanted) {
    const locale = property.locale?.text;
    const line = old.get(locale);
    old.delete(locale);
    if (line === undefined) added.push(printMember(property, depth));
    else if (after === undefined) edits.replace(line.range, printMember(property, depth).trimStart());
    else if (before === undefined || !isSameJson(before, after)) {
      edits.replace(line.range, editProperty({ written: line, before, after, wanted: property }, depth, edits.text));
    }
  }
  const gone = new Set(old.values());
  const last = written.findLast((property) => !gone.has(property));
  const [first] = gone;
  if (last !== undefined && added.length > 0) edits.insertBelow(last.range.end, added.join("\n"));
  else if (first !== undefined && added.length > 0) {
    edits.replace(first.range, added.join("\n").trimStart());
    gone.delete(first);
  }
  for (const property of gone) edits.remove(property.range);
  return gone;
}

function groupByKey(properties: readonly Property[]): ReadonlyMap<string, readonly Property[]> {
  const groups = new Map<string, Property[]>();
  for (const property of properties) {
    const group = groups.get(property.key.text);
    if (group === undefined) groups.set(property.key.text, [property]);
    else group.push(property);
  }
  return groups;
}
