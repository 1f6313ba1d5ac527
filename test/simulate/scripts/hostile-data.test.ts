import fc from "fast-check";
import { expect, test } from "vitest";
import { readQueryFilter } from "../../../src/simulate/scripts/bindings/query-filter.js";
import { anyText } from "../../support/any-text.js";
import { done, runLegacy, runNext } from "./script-fixture.js";

const shortText = anyText(40);
// What JSON can hold: -0 comes back as 0.
const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

test("any text and any JSON crosses the border unchanged, both ways and in both engines", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(shortText, fc.constant("\ud800\0\u2028")), anyJson, async (key, value) => {
      const shared = { key, value };
      const next = await runNext(
        `nodeState.putShared("copy", nodeState.get("value")); outcome = nodeState.get("key")`,
        { shared },
      );
      const legacy = await runLegacy(
        `sharedState.put("copy", nodeState.get("value")); outcome = nodeState.get("key").asString()`,
        { shared },
      );
      for (const trace of [next, legacy]) {
        expect(done(trace).outcome).toBe(key);
        expect(trace.stores.shared.get("copy") ?? null).toEqual(value);
      }
    }),
    { numRuns: 150 },
  );
});

test("any text as a script ends in a result", async () => {
  await fc.assert(
    fc.asyncProperty(shortText, fc.boolean(), async (body, legacy) => {
      const { result } = await (legacy ? runLegacy : runNext)(body);
      expect(["done", "error", "unsupported"]).toContain(result.kind);
    }),
    { numRuns: 200 },
  );
});

test.each([
  "(".repeat(100_000),
  "!".repeat(100_000),
  `${"a pr and ".repeat(50_000)}a pr`,
  "",
  '"',
  "a eq",
  "a eq 1 2",
  "a xx 1",
])("query filter %#", (filter) => {
  try {
    expect(typeof readQueryFilter(filter)({})).toBe("boolean");
  } catch (error) {
    expect(String(error)).toMatch(/Invalid query filter/);
  }
});
