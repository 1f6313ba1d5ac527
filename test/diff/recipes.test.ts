import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtPackage } from "../support/built-package.js";
import { projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const built = builtPackage();
const document = readFileSync(join(projectRoot, "docs", "git.md"), "utf8");

/** The scripts of a recipe: the blocks behind `|`, without their indentation. */
function scriptsOf(recipe: string): readonly string[] {
  const yaml = document
    .split("```yaml\n")
    .find((block) => block.includes(recipe))!
    .split("```")[0]!;
  const scripts: string[] = [];
  const rows = yaml.split("\n");
  for (const [index, row] of rows.entries()) {
    if (!/(?:- |run: )\|$/.test(row)) continue;
    const own = /^ */.exec(rows[index + 1]!)![0];
    const end = rows.findIndex((other, at) => at > index && other !== "" && !other.startsWith(own));
    scripts.push(
      rows
        .slice(index + 1, end === -1 ? undefined : end)
        .map((line) => line.slice(own.length))
        .join("\n"),
    );
  }
  return scripts;
}

const journey = "journey A {\n  start -> B\n\n  node B: Message {\n    true -> success\n    false -> failure\n  }\n}\n";

/** A repository with a change on a branch, and programs of ours in place of npx and gh. */
function repository(programs: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({ "A.journey": journey });
  const bin = temporaryFolder({
    npx: `#!/bin/sh\n[ "$1 $2" = "--no-install journeyc" ] || exit 9\nshift 2\nexec '${process.execPath}' '${built.launcher}' "$@"\n`,
    ...programs,
  });
  for (const name of ["npx", ...Object.keys(programs)]) chmodSync(join(bin, name), 0o755);
  const environment = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: bin,
    XDG_CACHE_HOME: join(bin, "cache"),
    GIT_CONFIG_NOSYSTEM: "1",
    GITHUB_STEP_SUMMARY: join(bin, "summary.md"),
  };
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      env: environment,
      encoding: "utf8",
    }).trim();
  git("init", "-q");
  git("config", "maintenance.auto", "false");
  git("add", "-A");
  git("commit", "-qm", "base");
  const base = git("rev-parse", "HEAD");
  writeFileSync(join(folder, "A.journey"), journey.replace("false -> failure", "false -> B"));
  git("commit", "-qam", "change");
  const run = (script: string, more: Readonly<Record<string, string>> = {}) =>
    spawnSync("bash", ["--norc", "-e", "-c", script], {
      cwd: folder,
      env: { ...environment, ...more },
      encoding: "utf8",
    });
  return { folder, bin, base, run };
}

test("GitHub: the difference is made, then posted once and changed later", () => {
  const gh =
    '#!/bin/sh\necho "$@" >> "$HOME/calls"\ncase "$*" in *--paginate*) cat "$HOME/id" 2>/dev/null;; esac\nexit 0\n';
  const { folder, bin, base, run } = repository({ gh });
  const [compare, comment] = scriptsOf("actions/checkout");
  expect(run(compare!, { BASE: base })).toMatchObject({ status: 0, stderr: "" });
  const text = readFileSync(join(folder, "comment.md"), "utf8");
  expect(text).toMatch(/^<!-- journeyc diff -->\n\*\*.*\*\*\n\n### Journey `A`\n/);
  expect(text).toContain("`B` false → `B`, was `failure`");
  expect(readFileSync(join(bin, "summary.md"), "utf8")).toContain("```mermaid");
  const variables = { GH_TOKEN: "x", REPOSITORY: "o/r", NUMBER: "7" };
  expect(run(comment!, variables).status).toBe(0);
  writeFileSync(join(bin, "id"), "42\n");
  expect(run(comment!, variables).status).toBe(0);
  const calls = readFileSync(join(bin, "calls"), "utf8");
  expect(calls).toContain("api --method POST repos/o/r/issues/7/comments -F body=@comment.md");
  expect(calls).toContain("api --method PATCH repos/o/r/issues/comments/42 -F body=@comment.md");
});

test("trouble fails the step, a difference does not", () => {
  const { run, base } = repository();
  const [compare] = scriptsOf("actions/checkout");
  expect(run(compare!, { BASE: "nowhere" }).status).not.toBe(0);
  expect(run(compare!, { BASE: base }).status).toBe(0);
});

test("GitLab: the difference is made and posted", () => {
  const curl = '#!/bin/sh\necho "$@" >> "$HOME/calls"\ncase "$*" in *per_page*) cat "$HOME/notes";; esac\n';
  const { folder, bin, base, run } = repository({ curl });
  writeFileSync(join(bin, "notes"), "[]");
  const [compare, comment] = scriptsOf("CI_PIPELINE_SOURCE");
  expect(run(compare!, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(join(folder, "comment.md"), "utf8")).toContain("was `failure`");
  const variables = { CI_API_V4_URL: "http://lab", CI_PROJECT_ID: "1", CI_MERGE_REQUEST_IID: "2", JOURNEYC_TOKEN: "t" };
  expect(run(comment!, variables)).toMatchObject({ status: 0, stderr: "" });
  writeFileSync(join(bin, "notes"), JSON.stringify([{ id: 5, body: "<!-- journeyc diff -->\nx" }]));
  expect(run(comment!, variables)).toMatchObject({ status: 0, stderr: "" });
  const calls = readFileSync(join(bin, "calls"), "utf8");
  expect(calls).toMatch(/--request POST .* http:\/\/lab\/projects\/1\/merge_requests\/2\/notes$/m);
  expect(calls).toMatch(/--request PUT .* http:\/\/lab\/projects\/1\/merge_requests\/2\/notes\/5$/m);
});
