import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { openFileStore } from "../../src/catalogue/file-store.js";

const root = join(import.meta.dirname, "..", "..");

test("the catalogue is found from the sources", () => {
  const store = openFileStore();
  expect(store.ids).toContain("PageNode");
  expect(store.loadType("PageNode").displayName).toBe("Page Node");
});

test("the catalogue is found from one bundled CommonJS file", async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src", "catalogue", "catalogue.ts")],
    bundle: true,
    format: "cjs",
    platform: "node",
    write: false,
    logOverride: { "empty-import-meta": "silent" },
  });
  const module = { exports: {} as { lookUpType(name: string): { readonly id: string } | undefined } };
  const run = new Function("module", "exports", "require", "__dirname", outputFiles[0]!.text);
  run(module, module.exports, createRequire(import.meta.url), join(root, "dist", "cli"));
  expect(module.exports.lookUpType("Page")?.id).toBe("PageNode");
});
