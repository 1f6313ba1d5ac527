import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "./support/read-project.js";

interface PackedFile {
  readonly path: string;
}

const [packed] = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: projectRoot,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  }),
) as [{ readonly files: readonly PackedFile[] }];
const files = packed.files.map(({ path }) => path.replaceAll("\\", "/"));

/** Pages about the repository itself, which speak of files that only it has. */
const aboutTheRepository = /^(CONTRIBUTING\.md|docs\/(architecture|releasing|figures)\.md|docs\/decisions\/)/;

it("packs every file that its pages link to", () => {
  const missing = files
    .filter((file) => file.endsWith(".md") && !aboutTheRepository.test(file))
    .flatMap((file) => {
      const links = readFileSync(join(projectRoot, file), "utf8").matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g);
      const targets = [...links].map(([, link = ""]) => normalize(join(dirname(file), link)).replaceAll("\\", "/"));
      return targets
        .filter((to) => !files.some((each) => each === to || each.startsWith(`${to}/`)))
        .map((to) => `${file}: ${to}`);
    });
  expect(missing).toEqual([]);
});

it("packs nothing that only its makers need", () => {
  expect(files.filter((file) => /^(src|test|scripts|bench|api|\.)|\.cache$|built-from$/.test(file))).toEqual([]);
});
