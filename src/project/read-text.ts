import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import type { FileText } from "../model/bind-options.js";
import { describeFileProblem } from "./describe-file-problem.js";

/** Reads a file as UTF-8. Other bytes are refused, not replaced. */
export function readTextFile(path: string): FileText {
  try {
    const text = readFileSync(path, "utf8");
    // The replacement character may have been in the file; only the bytes can tell.
    return text.includes("\ufffd") ? decodeText(readFileSync(path)) : { text };
  } catch (error) {
    return { problem: describeFileProblem(error) };
  }
}

/** Decodes bytes as UTF-8, or says why they are not. */
export function decodeText(bytes: Buffer): FileText {
  if (!isUtf8(bytes)) return { problem: "it is not UTF-8 text" };
  try {
    return { text: bytes.toString("utf8") };
  } catch {
    return { problem: "it is too large" };
  }
}
