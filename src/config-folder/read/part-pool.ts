import { typeOfBody } from "../../export-json/read/ids-of-two-types.js";
import { textMember } from "../../text/json-members.js";
import { folderOf } from "../frconfig-layout.js";
import type { FolderPart } from "./folder-file.js";

/**
 * Parts of a folder by id, or by another member. Several parts may have the same id, in two realms made from one
 * template or in two copies of a configuration. Then the part that lies nearest to the asking file is meant.
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

  /** The ids of all parts. */
  get ids(): Iterable<string> {
    return this.#parts.keys();
  }

  get isEmpty(): boolean {
    return this.#parts.size === 0;
  }

  /**
   * The part whose path has the most folders in common with the asking file. Where both name a realm, it must be the
   * same. Of nodes of several types with one id, the one of the given type is meant.
   */
  nearest(id: string, to: Asker, { within = "", typeId }: Wanted = {}): FolderPart | undefined {
    let best: FolderPart | undefined;
    let bestLength = -1;
    for (const part of this.#ofType(id, typeId)) {
      if (!part.path.startsWith(within) || !isSameRealm(part, to)) continue;
      const length = sharedFolders(part.path, to.path);
      if (length > bestLength) {
        best = part;
        bestLength = length;
      }
    }
    return best;
  }

  #ofType(id: string, typeId: string | undefined): readonly FolderPart[] {
    const parts = this.#parts.get(id) ?? [];
    if (parts.length < 2 || typeId === undefined) return parts;
    const ofType = parts.filter(({ value }) => typeOfBody(value) === typeId);
    return ofType.length > 0 ? ofType : parts;
  }
}

/** What is known of the file that asks. */
type Asker = Pick<FolderPart, "path" | "realm">;

interface Wanted {
  /** Only parts below this folder count. */
  readonly within?: string;
  readonly typeId?: string | undefined;
}

function isSameRealm(left: Asker, right: Asker): boolean {
  return left.realm === undefined || right.realm === undefined || left.realm === right.realm;
}

/** The length of the path of folders that two files have in common. */
function sharedFolders(left: string, right: string): number {
  const limit = Math.min(folderOf(left).length, folderOf(right).length);
  let shared = 0;
  for (let index = 0; index < limit && left[index] === right[index]; index++) {
    if (left[index] === "/") shared = index + 1;
  }
  return shared;
}
