import type { FileText } from "../model/bind-options.js";

/**
 * The files that a project is read from, by absolute path: the disk, a git revision, or either with the texts of an editor's
 * open buffers over it (`{ ...diskFiles, readText }`).
 */
export interface FileSystem {
  kindOf(path: string): PathKind;
  readText(path: string): FileText;
  /** What lies in a folder, in no order; nothing where it cannot be listed. */
  list(folder: string): readonly FolderEntry[];
  /** Where a path leads when all links in it are followed. */
  realPath(path: string): { readonly path: string } | { readonly problem: string };
}

export type PathKind = "file" | "folder" | { readonly problem: string };

/** A name in a folder. Links are neither file nor folder. */
export interface FolderEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
}
