import type { createHash } from "node:crypto";
import { smallSha256 } from "../../text/small-sha256.js";

/** So many bytes are hashed sooner than the hashes of Node are loaded. */
const fewBytes = 1 << 16;

let hashed = 0;
let create: typeof createHash | undefined;

/** The SHA-256 of a content, as the record of outputs has it. */
export function contentHash(content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  hashed += bytes.length;
  if (create === undefined && hashed < fewBytes) return smallSha256(bytes);
  create ??= process.getBuiltinModule("node:crypto").createHash;
  return create("sha256").update(bytes).digest("hex");
}
