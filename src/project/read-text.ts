import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import type { FileText } from "../model/bind-options.js";

/** Reads a file as UTF-8; bytes that are not are refused, not replaced. */
export function readTextFile(path: string): FileText {
  try {
    const text = readFileSync(path, "utf8");
    // What stands for bytes that are no text may also be meant: the bytes themselves can tell.
    return text.includes("\ufffd") ? decodeText(readFileSync(path)) : { text };
  } catch (error) {
    return { problem: describeFileProblem(error) };
  }
}

/** Bytes as UTF-8 text, if they are. */
export function decodeText(bytes: Buffer): FileText {
  if (!isUtf8(bytes)) return { problem: "it is not UTF-8 text" };
  try {
    return { text: bytes.toString("utf8") };
  } catch {
    return { problem: "it is too large" };
  }
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  ENOTDIR: "no such file or folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "links lead in a circle",
  EMFILE: "too many files are open",
  ERR_FS_FILE_TOO_LARGE: "it is too large",
  ERR_STRING_TOO_LONG: "it is too large",
};

/** An error of the file system in plain words. */
export function describeFileProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && Object.hasOwn(problems, code) ? problems[code] : undefined) ?? code ?? message;
}
