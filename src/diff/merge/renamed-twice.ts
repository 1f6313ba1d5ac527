import type { FileNode } from "../../syntax/ast.js";
import { placeOf } from "./merge-members.js";
import type { Merging } from "./merging.js";
import type { Renames } from "./rename-nodes.js";

/** A node that both sides renamed, each in its own way. */
export interface RenamedTwice {
  readonly journey: string;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Finds nodes that both sides renamed, and the renames by which theirs follows ours. */
export function renamedTwice(byOurs: Renames, byTheirs: Renames) {
  const found: RenamedTwice[] = [];
  const follow = new Map<string, Map<string, string>>();
  for (const [journey, names] of byOurs) {
    for (const [base, ours] of names) {
      const theirs = byTheirs.get(journey)?.get(base);
      if (theirs === undefined || theirs === ours) continue;
      found.push({ journey, base, ours, theirs });
      const others = follow.get(journey) ?? new Map<string, string>();
      follow.set(journey, others.set(theirs, ours));
    }
  }
  return { found, follow: follow as Renames };
}

/** Records a conflict for each of them, above the node, which has the name of ours. */
export function markRenamedTwice(merging: Merging, file: FileNode, found: readonly RenamedTwice[]): void {
  for (const { journey, base, ours, theirs } of found) {
    const declaration = file.items.find((item) => item.kind === "journey" && item.name?.text === journey);
    if (declaration?.kind !== "journey") continue;
    const node = declaration.members.find(
      (member) => (member.kind === "node" || member.kind === "page") && member.name?.text === ours,
    );
    const message = `both sides renamed ${base}: to ${ours} in ours, to ${theirs} in theirs`;
    if (node !== undefined) merging.mark(node, placeOf(`journey ${journey}`, `node ${ours}`), message);
  }
}
