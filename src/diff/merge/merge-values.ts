import { CommentTable } from "../../format/comments.js";
import type { ListValue, ObjectEntry, ObjectValue, StringValue, Value } from "../../syntax/ast.js";
import { emptyRange } from "../../text/range.js";
import { makeString } from "../../write/journey/make-syntax.js";
import { commentsInside } from "./comments-inside.js";
import { mergeAround, mergeInside, type Owners } from "./merge-comments.js";
import { mergeItems } from "./merge-items.js";
import { mergeText } from "./merge-lines.js";
import { keyed, mergeKeyed } from "./merge-list.js";
import { signatureOf } from "./signature.js";
import { textOfString } from "./text-of-string.js";

/** Merges a value that both sides changed; `undefined` where the merge cannot decide. Comments alone never keep it from that. */
export function mergeValues(
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
  comments: CommentTable,
): Value | undefined {
  const same = (left: object | undefined, right: object | undefined, table = comments) =>
    signatureOf(left, table) === signatureOf(right, table);
  if (same(ours, theirs) || (base !== undefined && same(base, theirs))) return ours;
  if (base !== undefined && same(base, ours)) return theirs;
  return mergeParts(base, ours, theirs, comments) ?? withoutComments();

  /** One side changed comments alone, and what it changed them in is not there any more. */
  function withoutComments(): Value | undefined {
    if (same(ours, theirs, noComments) || (base !== undefined && same(base, theirs, noComments))) return ours;
    return base !== undefined && same(base, ours, noComments) ? theirs : undefined;
  }
}

const noComments = new CommentTable();

function mergeParts(
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
  comments: CommentTable,
): Value | undefined {
  if (ours?.kind === "object" && theirs?.kind === "object" && (base === undefined || base.kind === "object")) {
    return mergeObjects(base, ours, theirs, comments);
  }
  if (ours?.kind === "list" && theirs?.kind === "list" && (base === undefined || base.kind === "list")) {
    return mergeLists(base, ours, theirs, comments);
  }
  if (ours?.kind === "string" && theirs?.kind === "string" && base?.kind === "string") {
    return mergeStrings(base, ours, theirs);
  }
  return undefined;
}

function mergeObjects(
  base: ObjectValue | undefined,
  ours: ObjectValue,
  theirs: ObjectValue,
  comments: CommentTable,
): Value | undefined {
  let isDecided = true;
  const of = (entries: readonly ObjectEntry[]) => keyed(entries, ({ key }) => key.text);
  const merge = (before: ObjectEntry | undefined, left: ObjectEntry | undefined, right: ObjectEntry | undefined) => {
    if (left !== undefined && right !== undefined) {
      const value = mergeValues(before?.value, left.value, right.value, comments);
      if (value === undefined) isDecided = false;
      const entry = { ...left, value };
      mergeAround(comments, { base: before, ours: left, theirs: right }, entry);
      return entry;
    }
    const [there, gone] = [left ?? right, before];
    if (gone !== undefined && there !== undefined && signatureOf(gone, noComments) !== signatureOf(there, noComments)) {
      isDecided = false;
    }
    return gone === undefined ? there : undefined;
  };
  const entries = mergeKeyed(of(base?.entries ?? []), of(ours.entries), of(theirs.entries), merge);
  if (!isDecided) return undefined;
  return withComments({ kind: "object", entries, range: emptyRange }, { base, ours, theirs }, comments);
}

function mergeLists(
  base: ListValue | undefined,
  ours: ListValue,
  theirs: ListValue,
  comments: CommentTable,
): Value | undefined {
  const merged = mergeItems(base?.items, ours.items, theirs.items);
  if (merged === undefined) return undefined;
  const items = merged.flatMap((each) => {
    const both = each.ours && each.theirs && mergeValues(each.base, each.ours, each.theirs, comments);
    const item = both ?? each.ours ?? each.theirs;
    if (item === undefined) return [];
    const copy = { ...item };
    mergeAround(comments, each, copy);
    return [withComments(copy, { base: undefined, ours: item, theirs: undefined }, comments)];
  });
  return withComments({ kind: "list", items, range: emptyRange }, { base, ours, theirs }, comments);
}

/** Gives a list or object the comments of its brackets. Where it has comments anywhere, it stands on several lines. */
function withComments(value: Value, owners: Owners, comments: CommentTable): Value {
  mergeInside(comments, owners, value);
  if (commentsInside(value, comments).length > 0) comments.addInside(value);
  return value;
}

/** Merges texts of several lines, line by line. */
function mergeStrings(base: StringValue, ours: StringValue, theirs: StringValue): Value | undefined {
  const [before, left, right] = [base, ours, theirs].map(textOfString);
  if (before === undefined || left === undefined || right === undefined) return undefined;
  if (!before.includes("\n")) return undefined;
  const text = mergeText(before, left, right);
  return text === undefined ? undefined : makeString(text);
}
