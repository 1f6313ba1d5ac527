import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { preludeModule } from "../../../scripts/build-prelude.mjs";

test("the bundled prelude is that of its sources (node scripts/build-prelude.mjs makes it anew)", async () => {
  const file = join(import.meta.dirname, "../../../src/simulate/scripts/prelude.generated.ts");
  expect(readFileSync(file, "utf8") === (await preludeModule())).toBe(true);
});
