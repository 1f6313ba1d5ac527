import { readdirSync, realpathSync, statSync } from "node:fs";
import { describeFileProblem } from "./describe-file-problem.js";
import type { FileSystem } from "./file-system.js";
import { readTextFile } from "./read-text.js";

/** The file system of the machine. */
export const diskFiles: FileSystem = {
  kindOf(path) {
    try {
      return statSync(path).isDirectory() ? "folder" : "file";
    } catch (error) {
      return { problem: describeFileProblem(error) };
    }
  },
  readText: readTextFile,
  list(folder) {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch {
      return [];
    }
  },
  realPath(path) {
    try {
      return { path: realpathSync(path) };
    } catch (error) {
      return { problem: describeFileProblem(error) };
    }
  },
};
