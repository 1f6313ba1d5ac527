import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { runGit } from "./git.js";
import { UsageError } from "./usage-error.js";

/** What journeys are made of; other files of a repository are not looked at. */
const wantedFile = /\.(?:journey|json|js|mjs|ts|groovy|html|txt)$/i;

/** Files of a revision, written out so that everything which reads files reads them. */
export interface CheckedOut {
  /** Stands for the folder that the command was called in. */
  readonly folder: string;
  /** The paths that were asked for, as far as the revision has them. */
  readonly paths: readonly string[];
  remove(): void;
}

/** Writes the files of a revision into a temporary folder. */
export function checkOut(workingDirectory: string, revision: string, paths: readonly string[]): CheckedOut {
  if (revision.startsWith("-")) throw new UsageError(`${revision} is not a revision`);
  const top = runGit(workingDirectory, ["rev-parse", "--show-toplevel"]).toString("utf8").trim();
  const commit = runGit(top, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{tree}`]);
  const entries = listTree(top, commit.toString("utf8").trim());
  const root = mkdtempSync(join(tmpdir(), "journeyc-"));
  try {
    writeBlobs(top, root, entries);
    const prefix = relative(top, resolve(workingDirectory));
    const folder = join(root, prefix);
    mkdirSync(folder, { recursive: true });
    const names = entries.map(({ path }) => path);
    return {
      folder,
      paths: paths.filter((path) => isThere(relative(top, resolve(workingDirectory, path)), names)),
      remove: () => rmSync(root, { recursive: true, force: true }),
    };
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
}

function isThere(path: string, names: readonly string[]): boolean {
  const wanted = path.split(sep).join("/");
  if (wanted.startsWith("../") || wanted === "..") throw new UsageError(`${path} is outside the repository`);
  return names.some((name) => wanted === "" || name === wanted || name.startsWith(`${wanted}/`));
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
    if (blob !== undefined && path !== undefined && wantedFile.test(path)) entries.push({ blob, path });
  }
  return entries;
}

/** One process for all files: `cat-file --batch` answers a header and the bytes for each name. */
function writeBlobs(top: string, root: string, entries: readonly TreeEntry[]): void {
  if (entries.length === 0) return;
  const answer = runGit(top, ["cat-file", "--batch"], entries.map(({ blob }) => `${blob}\n`).join(""));
  let at = 0;
  for (const { path } of entries) {
    const headerEnd = answer.indexOf(10, at);
    const size = Number(answer.subarray(at, headerEnd).toString("latin1").split(" ")[2]);
    const target = resolve(root, path);
    if (!target.startsWith(root + sep)) throw new UsageError(`${path} is outside the repository`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, answer.subarray(headerEnd + 1, headerEnd + 1 + size));
    at = headerEnd + 1 + size + 1;
  }
}
