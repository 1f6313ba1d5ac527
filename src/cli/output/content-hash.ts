import { createHash } from "node:crypto";

/** The SHA-256 of a content, as the record of outputs has it. */
export function contentHash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
