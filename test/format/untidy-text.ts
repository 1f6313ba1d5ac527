import { type Hosted, hostOf } from "../../src/format/comment-host.js";
import type { FileNode } from "../../src/syntax/ast.js";
import { tokenize } from "../../src/syntax/lexer.js";
import { Problems } from "../../src/syntax/problems.js";
import { SourceFile } from "../../src/text/source-file.js";
import { read } from "./format-text.js";

/** A text with insertions at offsets. */
export function insertAt(text: string, insertions: readonly { readonly at: number; readonly text: string }[]): string {
  let result = "";
  let from = 0;
  for (const { at, text: added } of insertions.toSorted((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + added;
    from = at;
  }
  return result + text.slice(from);
}

/** The places that a comment or white space may be put at: before each token, and at both ends. */
export function boundaries(text: string): readonly number[] {
  const { tokens } = tokenize(text, new Problems(new SourceFile("test.journey", text)));
  return [0, ...Array.from({ length: tokens.length }, (_, index) => tokens.startAt(index)), text.length];
}

/** All members of a file at any depth, outer ones before inner ones. */
export function membersOf(file: FileNode): readonly Hosted[] {
  return file.items.flatMap(withMembers);
}

/** The texts of the members that a line with this comment stands above, without those inside of others. */
export function textsBelow(comment: string, text: string): readonly string[] {
  let end = 0;
  const found: string[] = [];
  for (const { range } of membersOf(read(text).file)) {
    const above = text.slice(0, range.start).trimEnd();
    if (range.start < end || !above.endsWith(comment)) continue;
    end = range.end;
    found.push(text.slice(range.start, range.end));
  }
  return found;
}

function withMembers(member: Hosted): readonly Hosted[] {
  return [member, ...membersInside(member).flatMap(withMembers)];
}

function membersInside(member: Hosted): readonly Hosted[] {
  const host = hostOf(member);
  if (host.kind === "block") return host.members;
  if (host.value?.kind === "list") return host.value.items;
  return host.value?.kind === "object" ? host.value.entries : [];
}
