import type { FileNode, JourneyDeclaration } from "../../syntax/ast.js";

/** The syntax trees of the three versions of a file. */
export interface MergedTrees {
  readonly base: FileNode;
  readonly ours: FileNode;
  readonly theirs: FileNode;
}

/** Gives the copy of a part of a tree the comments of the part. */
export type Moved = (from: object, to: object) => void;

/** The journeys that a tree declares. */
export function journeysIn(file: FileNode): readonly JourneyDeclaration[] {
  return file.items.filter((item) => item.kind === "journey");
}
