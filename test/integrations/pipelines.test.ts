import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { commands } from "../../src/cli/commands/index.js";
import { builtPackage } from "../support/built-package.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const built = builtPackage();
const read = (...path: readonly string[]) => readFileSync(join(projectRoot, ...path), "utf8");

interface Step {
  readonly name: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const action = parse(read("integrations", "github", "action.yml")) as Action;
const step = (name: string) => action.runs.steps.find((each) => each.name === name)?.run ?? "";
const [lab] = parseAllDocuments(read("integrations", "gitlab", "journeyc.yml"))
  .slice(1)
  .map((each) => each.toJS() as { readonly journeyc: { readonly script: readonly string[] } });
const labScript = lab?.journeyc.script.slice(1).join("\n") ?? "";

const journey = `journey A {
  noSession: true

  start -> B

  node B: Message {
    true -> success
    false -> failure
  }
}

scenario "Yes" of A {
  stub B -> true

  expect success
}
`;

/** A repository whose journey is changed on top of its first commit, and programs of ours in place of npx, gh and curl. */
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
    // What other tests have compiled: a program in a new cache takes twice as long.
    XDG_CACHE_HOME: join(built.folder, "cache"),
    GIT_CONFIG_NOSYSTEM: "1",
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: join(bin, "output"),
    GITHUB_STEP_SUMMARY: join(bin, "summary.md"),
    RUNNER_TEMP: bin,
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
  // As GitHub and GitLab run scripts: bash with -e, and with pipefail.
  const run = (script: string, more: Readonly<Record<string, string>> = {}) =>
    spawnSync("bash", ["--norc", "-eo", "pipefail", "-c", script], {
      cwd: folder,
      env: { ...environment, ...more },
      encoding: "utf8",
    });
  return { folder, bin, base, run, written: (name: string) => readFileSync(join(bin, name), "utf8") };
}

describe("the action for GitHub", () => {
  test("checks and runs scenarios, and fails at the end only", () => {
    const { folder, run, written } = repository();
    expect(run(step("Check"), { SARIF: "true" })).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(written("journeyc.sarif"))).toMatchObject({ version: "2.1.0" });
    expect(run(step("Run scenarios"))).toMatchObject({ status: 0, stderr: "" });
    expect(written("output")).toBe("status=0\nstatus=0\n");
    expect(written("summary.md")).toContain("1 passed");
    writeFileSync(
      join(folder, "A.journey"),
      journey.replace("-> B", "-> C").replace("expect success", "expect failure"),
    );
    const check = run(step("Check"), { OPTIONS: "--max-warnings 0", PATHS: "A.journey" });
    expect([check.status, check.stdout]).toEqual([0, expect.stringMatching(/^::error file=A\.journey,line=4,/m)]);
    expect(run(step("Run scenarios")).status).toBe(0);
    expect(written("output")).toMatch(/status=1\nstatus=[1-9]\n$/);
    expect(run(step("Result"), { CHECK: "0", SCENARIOS: "" }).status).toBe(0);
    expect(run(step("Result"), { CHECK: "1", SCENARIOS: "0" }).status).toBe(1);
    expect(run(step("Result"), { CHECK: "0", SCENARIOS: "1" }).status).toBe(1);
  });

  test("writes the difference once and changes it later", () => {
    const gh =
      '#!/bin/sh\necho "$@" >> "$HOME/calls"\ncase "$*" in *--paginate*) cat "$HOME/id" 2>/dev/null;; esac\nexit 0\n';
    const { bin, base, run, written } = repository({ gh });
    expect(run(step("Compare"), { BASE: base })).toMatchObject({ status: 0, stderr: "" });
    expect(written("comment.md")).toMatch(/^<!-- journeyc diff -->\n\*\*.*\*\*\n\n### Journey `A`\n/);
    expect(written("comment.md")).toContain("`B` false → `B`, was `failure`");
    expect(written("summary.md")).toContain("```mermaid");
    const variables = { GH_TOKEN: "x", REPOSITORY: "o/r", NUMBER: "7" };
    expect(run(step("Comment"), variables).status).toBe(0);
    writeFileSync(join(bin, "id"), "42\n");
    expect(run(step("Comment"), variables).status).toBe(0);
    expect(written("calls")).toContain(`api --method POST repos/o/r/issues/7/comments -F body=@${bin}/comment.md`);
    expect(written("calls")).toContain(`api --method PATCH repos/o/r/issues/comments/42 -F body=@${bin}/comment.md`);
  });

  test("fails where a revision is not there", () => {
    expect(repository().run(step("Compare"), { BASE: "nowhere" }).status).not.toBe(0);
  });

  test("gives each of its variables a value, and takes no input that it does not use", () => {
    const text = read("integrations", "github", "action.yml");
    for (const { run = "", env = {} } of action.runs.steps) {
      for (const [, name] of run.matchAll(/\$\{?([A-Z_]+)/g)) {
        if (!/^(?:GITHUB_|RUNNER_)/.test(name!)) expect(env).toHaveProperty(name!);
      }
    }
    for (const name of Object.keys(action.inputs)) expect(text).toContain(`inputs.${name}`);
  });
});

test("the file for GitLab reports findings and scenarios, and writes the difference", () => {
  const curl = '#!/bin/sh\necho "$@" >> "$HOME/calls"\ncase "$*" in *per_page*) cat "$HOME/notes";; esac\n';
  const { folder, bin, base, run, written } = repository({ curl });
  const variables = {
    CI_PIPELINE_SOURCE: "merge_request_event",
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_API_V4_URL: "http://lab",
    CI_PROJECT_ID: "1",
    CI_MERGE_REQUEST_IID: "2",
    JOURNEYC_TOKEN: "t",
  };
  writeFileSync(join(bin, "notes"), "[]");
  expect(run(labScript, variables).status).toBe(0);
  expect(readFileSync(join(folder, "journeyc-junit.xml"), "utf8")).toContain('tests="1" failures="0"');
  expect(readFileSync(join(folder, "comment.md"), "utf8")).toContain("was `failure`");
  writeFileSync(join(bin, "notes"), JSON.stringify([{ id: 5, body: "<!-- journeyc diff -->\nx" }]));
  writeFileSync(join(folder, "A.journey"), journey.replace("start -> B", "start -> C"));
  expect(run(labScript, variables).status).not.toBe(0);
  expect(JSON.parse(readFileSync(join(folder, "gl-code-quality-report.json"), "utf8"))).toMatchObject([
    { check_name: "unresolved-target", severity: "major", location: { path: "A.journey", lines: { begin: 4 } } },
  ]);
  expect(written("calls")).toMatch(/--request POST .* http:\/\/lab\/projects\/1\/merge_requests\/2\/notes$/m);
  expect(written("calls")).toMatch(/--request PUT .* http:\/\/lab\/projects\/1\/merge_requests\/2\/notes\/5$/m);
});

describe("docs/pipelines.md", () => {
  const blocks = fencedBlocks(read("docs", "pipelines.md"));
  const yaml = blocks.filter(({ language }) => language === "yaml").map(({ text }) => parse(text) as object);

  test("uses the action where it is, with inputs that it has", () => {
    const [workflow] = yaml as [{ jobs: { journeys: { steps: { uses?: string; with?: object }[] } } }];
    const used = workflow.jobs.journeys.steps.find(({ uses }) => uses?.startsWith("./"));
    expect(used?.uses).toBe("./node_modules/journeyc/integrations/github");
    expect(existsSync(join(projectRoot, "integrations", "github", "action.yml"))).toBe(true);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(used?.with ?? {})));
  });

  test("names every input of the action", () => {
    const named = [...read("docs", "pipelines.md").matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(action.inputs));
  });

  test("has hooks that call commands and choose the files of journeys, as the hooks of this repository do", () => {
    const own = parse(read(".pre-commit-hooks.yaml")) as Hook[];
    const local = (yaml[2] as { readonly repos: readonly { readonly hooks: readonly Hook[] }[] }).repos[0]!.hooks;
    expect(local.map(({ id, files }) => [id, files])).toEqual(own.map(({ id, files }) => [id, files]));
    for (const { entry, files } of [...own, ...local]) {
      expect(Object.keys(commands)).toContain(entry.split(" ").at(-1));
      expect(new RegExp(files).test("journeys/A.journey")).toBe(true);
    }
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}
