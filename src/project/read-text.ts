import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import type { FileText } from "../model/bind-options.js";
import { describeFileProblem } from "./describe-file-problem.js";

/** The longest export that is read (128 million characters), if each of its characters takes three bytes. */
const mostBytes = 3 * 128 * 1024 * 1024;
const chunkBytes = 1024 * 1024;

/** Where shells put pipes that somebody writes to: `journeyc diff <(git show …) …`. */
const shellPipe = /^\/(?:dev|proc\/[^/]+)\/(?:fd\/|std)/;

/** Reads a file as UTF-8. Other bytes are refused, not replaced, and so are pipes and devices, which may never end, but for those of shells. */
export function readTextFile(path: string): FileText {
  let descriptor: number | undefined;
  try {
    if (shellPipe.test(path)) {
      descriptor = openSync(path, constants.O_RDONLY);
      return readToEnd(descriptor);
    }
    // Without this flag, opening a pipe waits until somebody writes to it.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = fstatSync(descriptor);
    if (status.isDirectory()) return { problem: "it is a folder" };
    if (!status.isFile()) return { problem: "it is a pipe or a device, not a file; `-` reads standard input" };
    if (status.size > mostBytes) return { problem: "it is too large" };
    return decodeText(readFileSync(descriptor));
  } catch (error) {
    return { problem: describeFileProblem(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Reads standard input to its end, unless it is too large. */
export function readStandardInput(): FileText {
  return readToEnd(0);
}

function readToEnd(descriptor: number): FileText {
  const chunks: Buffer[] = [];
  try {
    for (let size = 0; size <= mostBytes; ) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const length = readSync(descriptor, chunk);
      if (length === 0) return decodeText(Buffer.concat(chunks, size));
      chunks.push(chunk.subarray(0, length));
      size += length;
    }
    return { problem: "it is too large" };
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
