import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "src");

/**
 * Folders whose files are entries of a registry: each exports one value that is named after its file and that nobody but
 * the registry imports. There, a command, a rule and a node may have the same name.
 */
const registries = ["check/rules/", "cli/commands/", "cli/process/programs/", "runtime/nodes/"];

const declaration =
  /^export (?:declare |abstract |async )*(?:function\*?|const|let|class|interface|type|enum) ([\p{ID_Continue}$]+)/gmu;

test("an exported name means one thing: no two files of src export the same one", () => {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !registries.some((folder) => path.startsWith(folder)));
  expect(files.length).toBeGreaterThan(500);
  const homes = new Map<string, Set<string>>();
  for (const file of files) {
    for (const [, name = ""] of readFileSync(join(root, file), "utf8").matchAll(declaration)) {
      homes.set(name, (homes.get(name) ?? new Set()).add(file));
    }
  }
  expect(homes.size).toBeGreaterThan(1000);
  const twice = [...homes]
    .filter(([, found]) => found.size > 1)
    .map(([name, found]) => `${name}: ${[...found].join(", ")}`);
  expect(twice).toEqual([]);
});
