import { JoinedComments } from "../../src/diff/merge/joined-comments.js";
import { Merging } from "../../src/diff/merge/merging.js";
import { attachComments } from "../../src/format/attach-comments.js";
import { CommentTable } from "../../src/format/comments.js";
import { printFile } from "../../src/format/format.js";
import type { FileNode, NodeDeclaration, NodeMember } from "../../src/syntax/ast.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";

/** Three texts as trees, ready to be merged, with the comments of all of them. */
export interface MergeSides {
  readonly merging: Merging;
  readonly base: FileNode;
  readonly ours: FileNode;
  readonly theirs: FileNode;
}

/** Parses the three texts of a merge. */
export function mergeSides(base: string, ours: string, theirs: string): MergeSides {
  const sides = [base, ours, theirs].map((text) => {
    const source = new SourceFile("merge.journey", text);
    const { file } = parse(source);
    return { file, comments: attachComments(file, source) };
  });
  const merging = new Merging(new JoinedComments([new CommentTable(), ...sides.map(({ comments }) => comments)]));
  return { merging, base: sides[0]!.file, ours: sides[1]!.file, theirs: sides[2]!.file };
}

/** A journey around the body of one node. */
export function aroundBody(body: string): string {
  return `journey J {\n  node N: T {\n${body}\n  }\n}\n`;
}

/** The members of the node in a text of `aroundBody`. */
export function bodyOf(file: FileNode): readonly NodeMember[] {
  return nodeOf(file).members;
}

/** The lines of a body that was merged, in canonical form, with comments. */
export function printedBody({ merging, ours }: MergeSides, members: readonly NodeMember[]): readonly string[] {
  const [journey] = ours.items;
  if (journey?.kind !== "journey") throw new Error("no journey");
  const node: NodeDeclaration = { ...nodeOf(ours), members };
  const text = printFile({ ...ours, items: [{ ...journey, members: [node] }] }, merging.comments);
  return text
    .split("\n")
    .slice(2, -3)
    .map((line) => line.slice(4));
}

function nodeOf(file: FileNode): NodeDeclaration {
  const [journey] = file.items;
  const node = journey?.kind === "journey" ? journey.members[0] : undefined;
  if (node?.kind !== "node") throw new Error("no node");
  return node;
}
