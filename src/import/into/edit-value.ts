import { CommentTable } from "../../format/comments.js";
import { printName } from "../../format/print/name.js";
import { printValue } from "../../format/print/value.js";
import type { ListValue, ObjectEntry, ObjectValue, StringPart, StringValue, Value } from "../../syntax/ast.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { matchToEnd } from "../../text/match-lines.js";
import { isSameJson } from "../../text/merge-patch.js";
import { stableJson } from "../../text/stable-json.js";
import { makeStringOf } from "../../write/journey/make-syntax.js";
import { editMembers, indentOf, type PlannedMember, type TextPlace } from "./edit-members.js";

/** A value of the source, what it means, and what it must mean. */
export interface ValueToEdit {
  readonly written: Value;
  readonly before: Json | undefined;
  readonly after: Json;
  /** The value as the writer would write it. */
  readonly wanted: Value;
}

/**
 * The text of a value in which the smallest parts have changed: items of lists, entries of objects, and the text around a parameter.
 * All other parts stay as they are written, with their comments, parameters and line breaks.
 */
export function editValue(change: ValueToEdit, source: string): string {
  const { written, before, after, wanted } = change;
  const { start, end } = written.range;
  if (before !== undefined && isSameJson(before, after)) return source.slice(start, end);
  const members = editedMembers(change, source);
  if (members !== undefined) return members;
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  return print(withParameter(change) ?? wanted, { indent: indentOf(source, start), column: start - lineStart });
}

function print(value: Value, { indent, column }: TextPlace): string {
  return printValue({ comments: new CommentTable() }, value, { indent, column, after: 1 });
}

function editedMembers({ written, before, after, wanted }: ValueToEdit, source: string): string | undefined {
  if (written.kind === "list" && wanted.kind === "list" && Array.isArray(before) && Array.isArray(after)) {
    const plan = planOfItems(written, before as readonly Json[], after as readonly Json[], wanted, source);
    return plan && editMembers(written, plan, source);
  }
  if (written.kind === "object" && wanted.kind === "object" && isJsonObject(before) && isJsonObject(after)) {
    const plan = planOfEntries(written, before, after, wanted, source);
    return plan && editMembers(written, plan, source);
  }
  return undefined;
}

/** Items that stand where others stood are new versions of them. */
function planOfItems(
  written: ListValue,
  before: readonly Json[],
  after: readonly Json[],
  wanted: ListValue,
  source: string,
): readonly PlannedMember[] | undefined {
  if (before.length !== written.items.length || after.length !== wanted.items.length) return undefined;
  const plan: PlannedMember[] = [];
  const keep = (old: number, fresh: number) => {
    const [item, asWanted] = [written.items[old], wanted.items[fresh]] as [Value, Value];
    const change = { written: item, before: before[old], after: after[fresh] ?? null, wanted: asWanted };
    plan.push({ kind: "there", range: item.range, text: editValue(change, source) });
  };
  const keyOf = (value: Json) => stableJson(value);
  let [old, fresh] = [0, 0];
  for (const same of matchToEnd(before.map(keyOf), after.map(keyOf))) {
    while (old < same.before && fresh < same.after) keep(old++, fresh++);
    for (const { range } of written.items.slice(old, same.before)) plan.push({ kind: "gone", range });
    for (const item of wanted.items.slice(fresh, same.after)) {
      plan.push({ kind: "new", print: (place) => print(item, place) });
    }
    [old, fresh] = [same.before, same.after];
    while (old < same.before + same.length) keep(old++, fresh++);
  }
  return plan;
}

function planOfEntries(
  written: ObjectValue,
  before: JsonObject,
  after: JsonObject,
  wanted: ObjectValue,
  source: string,
): readonly PlannedMember[] | undefined {
  const keys = new Set(written.entries.map(({ key }) => key.text));
  if (keys.size < written.entries.length || !Object.keys(before).every((key) => keys.has(key))) return undefined;
  const wantedByKey = new Map(wanted.entries.map((entry) => [entry.key.text, entry.value]));
  const plan = written.entries.map(({ key, value, range }): PlannedMember => {
    const [is, asWanted] = [getOwn(after, key.text), wantedByKey.get(key.text)];
    if (is === undefined || asWanted === undefined || value === undefined) return { kind: "gone", range };
    const change = { written: value, before: getOwn(before, key.text), after: is, wanted: asWanted };
    const text = source.slice(range.start, value.range.start) + editValue(change, source);
    return { kind: "there", range, text: text + source.slice(value.range.end, range.end) };
  });
  return [...plan, ...wanted.entries.filter(({ key }) => !keys.has(key.text)).map(newEntry)];
}

function newEntry({ key, value }: ObjectEntry): PlannedMember {
  const name = `${printName(key)}: `;
  return {
    kind: "new",
    print: ({ indent, column }) =>
      value === undefined ? name : name + print(value, { indent, column: column + name.length }),
  };
}

/** The text with its one parameter, where the parameter's value and what stands before it or behind it are still there. */
function withParameter({ written, before, after }: ValueToEdit): StringValue | undefined {
  if (written.kind !== "string" || typeof before !== "string" || typeof after !== "string") return undefined;
  const at = written.parts.findIndex((part) => typeof part !== "string");
  const parameter = written.parts[at];
  if (parameter === undefined || written.parts.filter((part) => typeof part !== "string").length > 1) return undefined;
  const head = written.parts.slice(0, at).join("");
  const tail = written.parts.slice(at + 1).join("");
  const value = before.slice(head.length, before.length - tail.length);
  if (value === "" || before !== head + value + tail) return undefined;
  if (head !== "" && after.startsWith(head + value)) return around(head, parameter, after.slice((head + value).length));
  if (tail === "" || !after.endsWith(value + tail)) return undefined;
  return around(after.slice(0, after.length - (value + tail).length), parameter, tail);
}

function around(head: string, parameter: StringPart, tail: string): StringValue {
  return makeStringOf([head, parameter, tail].filter((part) => part !== ""));
}
