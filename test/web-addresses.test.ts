import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "./support/read-project.js";

/**
 * Sites that the repository may point at. The project has none of its own: what we write must send nobody to a page
 * that does not exist. Whoever adds a site has opened the page.
 */
const known = new Set([
  "docs.oasis-open.org",
  "json-schema.org",
  "modelcontextprotocol.io",
  "no-color.org",
  "schemas.microsoft.com",
  "schemas.openxmlformats.org",
  "semver.org",
  "unpkg.com",
  "www.google.com",
  "www.w3.org",
]);

/** Addresses that stand for a user's own: reserved names, this machine, and names that only have a first part. */
const isPlaceholder = (host: string) =>
  /(^|\.)(?:example(?:\.(?:com|org|net))?|invalid)$|^localhost$|^127\.|^\[|^\$\{/.test(host) || !host.includes(".");

test("nothing points at a web address that we made up", () => {
  const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: projectRoot, encoding: "utf8" });
  const files = tracked
    .split("\0")
    .filter((path) => /^(?!test\/|catalogue\/|package-lock).*\.(c?m?[jt]s|json|md|ya?ml|html)$/.test(path));
  expect(files.length).toBeGreaterThan(500);
  const strange = files.flatMap((path) => {
    const text = readFileSync(join(projectRoot, path), "utf8");
    const hosts = [...text.matchAll(/https?:\/\/([^\s/"'`<>)\\:?#,;*]+)/g)].map((match) => match[1] ?? "");
    return hosts.filter((host) => !known.has(host) && !isPlaceholder(host)).map((host) => `${path}: ${host}`);
  });
  expect(strange).toEqual([]);
});
