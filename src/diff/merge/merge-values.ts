import type { CommentTable } from "../../format/comments.js";
import type { ObjectEntry, StringValue, Value } from "../../syntax/ast.js";
import { emptyRange } from "../../text/range.js";
import { makeString } from "../../write/journey/make-syntax.js";
import { mergeText } from "./merge-lines.js";
import { keyed, mergeKeyed } from "./merge-list.js";
import { mergeSet } from "./merge-set.js";
import { signatureOf } from "./signature.js";

/** Merges a value that both sides changed; `undefined` where the merge cannot decide. */
export function mergeValues(
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
  comments: CommentTable,
): Value | undefined {
  const same = (left: object | undefined, right: object | undefined) =>
    signatureOf(left, comments) === signatureOf(right, comments);
  if (same(ours, theirs) || (base !== undefined && same(base, theirs))) return ours;
  if (base !== undefined && same(base, ours)) return theirs;
  if (ours?.kind === "object" && theirs?.kind === "object" && (base === undefined || base.kind === "object")) {
    return mergeObjects(base?.entries ?? [], ours.entries, theirs.entries, comments);
  }
  if (ours?.kind === "list" && theirs?.kind === "list" && base?.kind === "list") {
    return mergeLists(base.items, ours.items, theirs.items, comments);
  }
  if (ours?.kind === "string" && theirs?.kind === "string" && base?.kind === "string") {
    return mergeStrings(base, ours, theirs);
  }
  return undefined;
}

function mergeObjects(
  base: readonly ObjectEntry[],
  ours: readonly ObjectEntry[],
  theirs: readonly ObjectEntry[],
  comments: CommentTable,
): Value | undefined {
  let isDecided = true;
  const of = (entries: readonly ObjectEntry[]) => keyed(entries, ({ key }) => key.text);
  const entries = mergeKeyed(of(base), of(ours), of(theirs), (before, left, right) => {
    if (left !== undefined && right !== undefined) {
      const value = mergeValues(before?.value, left.value, right.value, comments);
      if (value === undefined) isDecided = false;
      return value === left.value ? left : { ...left, value };
    }
    const [there, gone] = [left ?? right, before];
    if (gone !== undefined && there !== undefined && signatureOf(gone, comments) !== signatureOf(there, comments)) {
      isDecided = false;
    }
    return gone === undefined ? there : undefined;
  });
  return isDecided ? { kind: "object", entries, range: emptyRange } : undefined;
}

function mergeLists(
  base: readonly Value[],
  ours: readonly Value[],
  theirs: readonly Value[],
  comments: CommentTable,
): Value | undefined {
  const items = new Map<string, Value>();
  const keysOf = (list: readonly Value[]) =>
    list.map((item) => {
      const key = signatureOf(item, comments);
      if (!items.has(key)) items.set(key, item);
      return key;
    });
  const [before, right, left] = [keysOf(base), keysOf(theirs), keysOf(ours)];
  const keys = mergeSet(before, left, right);
  if (keys === undefined) return undefined;
  return { kind: "list", items: keys.flatMap((key) => items.get(key) ?? []), range: emptyRange };
}

/** Merges texts of several lines, line by line. */
function mergeStrings(base: StringValue, ours: StringValue, theirs: StringValue): Value | undefined {
  const [before, left, right] = [base, ours, theirs].map(plainText);
  if (before === undefined || left === undefined || right === undefined) return undefined;
  if (!before.includes("\n")) return undefined;
  const text = mergeText(before, left, right);
  return text === undefined ? undefined : makeString(text);
}

function plainText({ parts }: StringValue): string | undefined {
  return parts.every((part) => typeof part === "string") ? parts.join("") : undefined;
}
