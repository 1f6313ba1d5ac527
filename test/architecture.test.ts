import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "./support/read-project.js";

interface LayerRule {
  readonly name: string;
  readonly to: { readonly pathNot?: string };
}

const { forbidden } = createRequire(import.meta.url)(join(projectRoot, ".dependency-cruiser.cjs")) as {
  readonly forbidden: readonly LayerRule[];
};
/** The folders that each folder may import from, itself included, as `npm run layers` checks it. */
const layers = new Map(
  forbidden
    .filter(({ name }) => name.startsWith("layer-"))
    .map(({ name, to }) => [name.slice("layer-".length), /\(([^()]*)\)/.exec(to.pathNot ?? "")?.[1]?.split("|") ?? []]),
);
const page = readFileSync(join(projectRoot, "docs", "architecture.md"), "utf8");
const listed = [...page.matchAll(/^\| `src\/([a-z-]+)` \|/gm)].map(([, folder = ""]) => folder);

it("docs/architecture.md lists every folder of src, each of which has its layer", () => {
  const folders = readdirSync(join(projectRoot, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(listed.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  expect([...layers.keys()].toSorted()).toEqual(listed.toSorted());
});

it("a folder imports from those above it in that list, and from nothing else", () => {
  const upwards = [...layers].flatMap(([folder, allowed]) =>
    allowed
      .filter((other) => !other.endsWith(".ts") && listed.indexOf(other) > listed.indexOf(folder))
      .map((other) => `${folder}: ${other}`),
  );
  expect(upwards).toEqual([]);
});

it("pages name files of the repository that are there", () => {
  const pages = readdirSync(join(projectRoot, "docs"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".md"),
  );
  const named = pages.flatMap((path) => {
    const text = readFileSync(join(projectRoot, "docs", path), "utf8");
    return [
      ...text.matchAll(
        /`((?:src|test|scripts|docs|schema|catalogue|bench|examples|grammar|templates|api)\/[\w./-]+)`/g,
      ),
    ].map(([, file = ""]) => `${file} (${path})`);
  });
  const isThere = (file: string) => existsSync(join(projectRoot, file.replace(/ \(.*/, "")));
  expect(named.filter((file) => !isThere(file))).toEqual([]);
});
