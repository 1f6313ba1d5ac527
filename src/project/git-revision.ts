import { isAbsolute, relative, resolve, sep } from "node:path";
import type { FileSystem, FolderEntry } from "./file-system.js";
import { runGit } from "./git.js";
import { decodeText } from "./read-text.js";
import { UsageError } from "./usage-error.js";

/** The kinds of files that journeys consist of. Other files are read only if somebody names them. */
const usualFile = /\.(?:journey|json|js|mjs|ts|groovy|html?|md|css|txt)$|_query(?:Filter|Id)=[^/]*$/i;

/** The files of a revision, at the paths that they have in the working tree. */
export interface GitRevision {
  readonly files: FileSystem;
  /** Whether the revision has anything at a path. */
  has(path: string): boolean;
}

/** Opens a revision of the repository that a folder belongs to. */
export function gitRevision(workingDirectory: string, revision: string): GitRevision {
  const found = findTree(workingDirectory, revision);
  const tree = new RevisionFiles(found.top, listTree(found.top, found.tree));
  return { files: tree, has: (path) => typeof tree.kindOf(resolve(workingDirectory, path)) === "string" };
}

/** The last commit that two revisions have in common. */
export function mergeBase(workingDirectory: string, first: string, second: string): string {
  for (const revision of [first, second]) findTree(workingDirectory, revision);
  const commit = runGit(workingDirectory, ["merge-base", "--end-of-options", first, second]);
  return commit.toString("utf8").trim();
}

/** The folder of the repository, and the tree of a revision in it. */
function findTree(workingDirectory: string, revision: string): { readonly top: string; readonly tree: string } {
  if (revision.startsWith("-")) throw new UsageError(`${revision} is not a revision`);
  const top = runGit(workingDirectory, ["rev-parse", "--show-toplevel"]).toString("utf8").trim();
  try {
    const found = runGit(top, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{tree}`]);
    return { top, tree: found.toString("utf8").trim() };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`This repository has no revision ${revision}`, "git log --oneline");
  }
}

interface TreeEntry {
  readonly path: string;
  readonly blob: string;
}

/** Plain files only: links and submodules are not followed. */
function listTree(top: string, tree: string): readonly TreeEntry[] {
  const listing = runGit(top, ["ls-tree", "-r", "-z", "--full-tree", tree]).toString("utf8");
  const entries: TreeEntry[] = [];
  for (const line of listing.split("\0")) {
    const match = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line);
    const [, blob, path] = match ?? [];
    if (blob !== undefined && path !== undefined) entries.push({ blob, path });
  }
  return entries;
}

class RevisionFiles implements FileSystem {
  readonly #top: string;
  /** The ids of the files' contents, by path from the top. */
  readonly #blobs: ReadonlyMap<string, string>;
  readonly #folders = new Map<string, Map<string, FolderEntry>>();
  /** By path from the top. One process of git reads all of them when the first one is needed. */
  #usual: ReadonlyMap<string, Buffer> | undefined;

  constructor(top: string, entries: readonly TreeEntry[]) {
    this.#top = top;
    this.#blobs = new Map(entries.map(({ path, blob }) => [path, blob]));
    for (const { path } of entries) if (usualFile.test(path)) this.#add(path, true);
  }

  kindOf(path: string): ReturnType<FileSystem["kindOf"]> {
    const inside = this.#pathInside(path);
    if (this.#folders.has(inside)) return "folder";
    return this.#blobs.has(inside) ? "file" : { problem: "no such file or folder" };
  }

  readText(path: string): ReturnType<FileSystem["readText"]> {
    const bytes = this.#read(this.#pathInside(path));
    return bytes === undefined ? { problem: "no such file or folder" } : decodeText(bytes);
  }

  list(folder: string): readonly FolderEntry[] {
    return [...(this.#folders.get(this.#pathInside(folder))?.values() ?? [])];
  }

  realPath(path: string): ReturnType<FileSystem["realPath"]> {
    const kind = this.kindOf(path);
    return typeof kind === "string" ? { path } : kind;
  }

  #read(path: string): Buffer | undefined {
    if (usualFile.test(path)) {
      this.#usual ??= readBlobs(
        this.#top,
        [...this.#blobs].filter(([each]) => usualFile.test(each)),
      );
      return this.#usual.get(path);
    }
    const blob = this.#blobs.get(path);
    return blob === undefined ? undefined : runGit(this.#top, ["cat-file", "blob", blob]);
  }

  #add(path: string, isFile: boolean): void {
    const [folder, name] = split(path);
    const isNew = !this.#folders.has(folder);
    const entries = this.#folders.get(folder) ?? new Map<string, FolderEntry>();
    entries.set(name, { name, isFile: () => isFile, isDirectory: () => !isFile });
    this.#folders.set(folder, entries);
    if (isNew && folder !== "") this.#add(folder, false);
  }

  #pathInside(path: string): string {
    const inside = relative(this.#top, path).split(sep).join("/");
    if (isAbsolute(inside) || inside === ".." || inside.startsWith("../")) {
      throw new UsageError(`${inside} is outside the repository`);
    }
    return inside;
  }
}

function split(path: string): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf("/");
  return [path.slice(0, Math.max(0, slash)), path.slice(slash + 1)];
}

/** One process reads all files: for each name, `cat-file --batch` writes a header and the bytes. */
function readBlobs(
  top: string,
  blobs: readonly (readonly [path: string, blob: string])[],
): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  if (blobs.length === 0) return contents;
  const answer = runGit(top, ["cat-file", "--batch"], blobs.map(([, blob]) => `${blob}\n`).join(""));
  let at = 0;
  for (const [path] of blobs) {
    const headerEnd = answer.indexOf(10, at);
    const size = Number(answer.subarray(at, headerEnd).toString("latin1").split(" ")[2]);
    contents.set(path, answer.subarray(headerEnd + 1, headerEnd + 1 + size));
    at = headerEnd + 1 + size + 1;
  }
  return contents;
}
