import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { smallSha256 } from "../../src/text/small-sha256.js";

test("smallSha256 is what the hash of Node is, also around the ends of blocks", () => {
  const native = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 255);
    expect(smallSha256(bytes)).toBe(native(bytes));
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => smallSha256(bytes) === native(bytes)),
    { numRuns: 20 },
  );
});
