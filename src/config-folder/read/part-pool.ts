import { textMember } from "../../text/json-members.js";
import { folderOf } from "../frconfig-layout.js";
import type { FolderPart } from "./folder-file.js";

/**
 * Parts of a folder by id, or by another member. The same id stands in many places (two realms made from one template, two copies of a
 * configuration): the one that lies nearest to who asks is meant.
 */
export class PartPool {
  readonly #parts = new Map<string, FolderPart[]>();
  readonly #member: string;

  constructor(member = "_id") {
    this.#member = member;
  }

  add(part: FolderPart): void {
    const id = textMember(part.value, this.#member);
    if (id === undefined) return;
    const parts = this.#parts.get(id);
    if (parts) parts.push(part);
    else this.#parts.set(id, [part]);
  }

  /** The part that shares the longest way of folders with the asking file, and the realm if both name one. */
  nearest(id: string, to: FolderPart, within = ""): FolderPart | undefined {
    let best: FolderPart | undefined;
    let bestLength = -1;
    for (const part of this.#parts.get(id) ?? []) {
      if (!part.path.startsWith(within) || !isSameRealm(part, to)) continue;
      const length = sharedFolders(part.path, to.path);
      if (length > bestLength) {
        best = part;
        bestLength = length;
      }
    }
    return best;
  }
}

function isSameRealm(left: FolderPart, right: FolderPart): boolean {
  return left.realm === undefined || right.realm === undefined || left.realm === right.realm;
}

/** How many characters of folders two paths share from the top. */
function sharedFolders(left: string, right: string): number {
  const limit = Math.min(folderOf(left).length, folderOf(right).length);
  let shared = 0;
  for (let index = 0; index < limit && left[index] === right[index]; index++) {
    if (left[index] === "/") shared = index + 1;
  }
  return shared;
}
