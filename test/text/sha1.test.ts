import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha1 } from "../../src/text/sha1.js";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("agrees with the platform's own digest for any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hex(sha1(bytes))).toBe(createHash("sha1").update(bytes).digest("hex"));
    }),
  );
});

test.each([0, 1, 55, 56, 63, 64, 119, 120, 128])("agrees at the block border of %i bytes", (length) => {
  const bytes = new Uint8Array(length).fill(0xff);
  expect(hex(sha1(bytes))).toBe(createHash("sha1").update(bytes).digest("hex"));
});
