import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { builtFolder } from "../support/built-package.js";

const dist = join(builtFolder(), "dist");

/** The packages that a built module loads, at once or later, and those of the modules that it imports. */
function packagesOf(entry: string): ReadonlySet<string> {
  const files = new Set([join(dist, entry)]);
  const packages = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    for (const [, name = ""] of text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)"([^"\s]+)"/g)) {
      if (name.startsWith(".")) files.add(join(dirname(file), name));
      else if (!name.startsWith("node:")) packages.add(name);
    }
  }
  return packages;
}

const bundlers = ["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"];

it("the plugins load unplugin, no other entry does, and none loads a bundler", () => {
  for (const name of bundlers) expect([...packagesOf(`bundlers/${name}.js`)]).toContain("unplugin");
  const others = ["index.js", "runtime/index.js", "prettier/index.js", "vitest/index.js", "cli/main.cjs"];
  expect([...packagesOf("index.js")]).toContain("ts-morph");
  for (const entry of others)
    expect([entry, [...packagesOf(entry)]]).toEqual([entry, expect.not.arrayContaining(["unplugin"])]);
  const loaded = [...others, ...bundlers.map((name) => `bundlers/${name}.js`)].flatMap((entry) => [
    ...packagesOf(entry),
  ]);
  expect(loaded.filter((name) => [...bundlers, "@rspack/core"].includes(name))).toEqual([]);
});
