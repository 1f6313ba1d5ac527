import { FileSet, type WriteStatus } from "./file-set.js";

/** Writes one file so that a crash leaves the old file or the new one. */
export function writeFileAtomically(path: string, text: string | Uint8Array): WriteStatus {
  const files = new FileSet();
  const status = files.add(path, text);
  files.commit();
  return status;
}
