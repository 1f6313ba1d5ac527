import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "./support/read-project.js";

const text = readFileSync(join(projectRoot, "CONTRIBUTING.md"), "utf8");
const section = (heading: string) => text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";

/** The paths that a text names in backticks or links; patterns and names to be filled in are left out. */
function pathsIn(markdown: string): readonly string[] {
  const marked = [...markdown.matchAll(/`([^`\n]+)`|\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
    ([, code, link]) => code ?? link ?? "",
  );
  return marked.filter((path) => /^(\.?[a-z-]+\/|[A-Z]+\.md$)[\w./-]*$/.test(path));
}

describe("the places that a newcomer looks for", () => {
  const rows = section("Where things are")
    .split("\n")
    .filter((line) => line.startsWith("| ") && pathsIn(line).length > 0)
    .map((line) => line.split("|").slice(1, 3) as [string, string]);

  it("are twenty-five at least", () => expect(rows.length).toBeGreaterThanOrEqual(25));

  it.each(rows)("%s: there, and its path says so", (sought, where) => {
    const paths = pathsIn(where);
    for (const path of paths) expect(existsSync(join(projectRoot, path)), path).toBe(true);
    const stems = (sought.match(/[A-Za-z]{2,}/g) ?? []).map((word) => word.toLowerCase().replace(/(e?s|ed|ion)$/, ""));
    const shown = paths.join(" ").toLowerCase();
    const telling = stems.filter((stem) => stem.length > 1 && !/^(th|of|in|an|it|how|by|wh.*)$/.test(stem));
    expect(
      telling.filter((stem) => shown.includes(stem)),
      where,
    ).not.toEqual([]);
  });
});

it("names paths and scripts that exist", () => {
  expect(pathsIn(text).filter((path) => path !== "../shared/corpus" && !existsSync(join(projectRoot, path)))).toEqual(
    [],
  );
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const named = [...text.matchAll(/npm run ([a-z-]+)/g)].map((match) => match[1] ?? "");
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});
