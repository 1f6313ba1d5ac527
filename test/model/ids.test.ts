import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveNodeId, deriveScriptId, idNamespace, nameBasedUuid, terminalIds } from "../../src/model/ids.js";

/** RFC 9562, section 5.5, written down again with another digest. */
function reference(name: string): string {
  const namespace = Buffer.from(idNamespace.replaceAll("-", ""), "hex");
  const digest = createHash("sha1").update(namespace).update(name, "utf8").digest().subarray(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  return digest.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

test("ids are UUIDs of version 5 in the fixed namespace", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(nameBasedUuid(name)).toBe(reference(name));
    }),
  );
});

test("a node's id comes from its journey and path, a script's from its name", () => {
  expect(deriveNodeId("Login", "Credentials/Password")).toBe(reference("Login/Credentials/Password"));
  expect(deriveScriptId("RateRisk")).toBe(reference("RateRisk"));
});

test("derived ids stay what they were in the first release", () => {
  expect(idNamespace).toBe("80d2a914-740a-4e23-a8dc-977fbdfbfe46");
});

test("the end nodes have the platform's ids", () => {
  expect(terminalIds.success).toBe("70e691a5-1e33-4ac3-a356-e7b6d60d92e0");
  expect(terminalIds.failure).toBe("e301438c-0bd0-429c-ab0c-66126501069a");
});
