import type { FileText } from "../model/bind-options.js";

/**
 * The file system that a project is read from: the disk, a git revision, or the disk with the open buffers of an editor over it
 * (`{ ...diskFiles, readText }`). All paths are absolute.
 */
export interface FileSystem {
  kindOf(path: string): PathKind;
  readText(path: string): FileText;
  /** The entries of a folder, in any order; none if it cannot be listed. */
  list(folder: string): readonly FolderEntry[];
  /** The path after following all links in it. */
  realPath(path: string): { readonly path: string } | { readonly problem: string };
}

/** What is at a path, or why that is not known. */
export type PathKind = "file" | "folder" | { readonly problem: string };

/** An entry of a folder. A link is neither file nor folder. */
export interface FolderEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
}
