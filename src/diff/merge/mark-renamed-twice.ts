import type { FileNode } from "../../syntax/ast.js";
import { plainTitle } from "./find-item-renames.js";
import type { Member } from "./member-key.js";
import { placeOf } from "./merge-members.js";
import type { Merging } from "./merging.js";
import type { RenamedTwice } from "./renames.js";

/** Records a conflict for each thing that both sides renamed, above it; it has the name of ours. */
export function markRenamedTwice(merging: Merging, file: FileNode, found: readonly RenamedTwice[]): void {
  for (const { kind, path, base, ours, theirs } of found) {
    const message = `both sides renamed ${base}: to ${ours} in ours, to ${theirs} in theirs`;
    const members = membersOn(file, kind, path);
    const member = members.at(-1);
    if (member === undefined) continue;
    const where = path
      .map((name, index) => `${index === 0 && kind === "node" ? "journey" : kind} ${name}`)
      .reduce(placeOf, "");
    merging.mark(member, where, message);
  }
}

/** The members that a path leads through; none if it leads nowhere. */
function membersOn(file: FileNode, kind: RenamedTwice["kind"], path: readonly string[]): readonly Member[] {
  const found: Member[] = [];
  let members: readonly Member[] = file.items;
  for (const [index, name] of path.entries()) {
    const kinds = kind === "node" ? (index === 0 ? ["journey"] : ["node", "page"]) : [kind];
    const member = members.find((each) => kinds.includes(each.kind) && nameOf(each) === name);
    if (member === undefined) return [];
    found.push(member);
    members = "members" in member ? member.members : [];
  }
  return found;
}

function nameOf(member: Member): string | undefined {
  if (member.kind === "scenario") return plainTitle(member);
  return "name" in member ? member.name?.text : undefined;
}
