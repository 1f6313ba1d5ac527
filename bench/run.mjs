// `npm run bench [cold] [parse] [build] [incremental] [tenant] [machines] [runtime] [scripts] [serve] [git] [describe] [mcp]`: what the product costs, as ratios to a floor taken in the same run.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alternate, median, peakMemory, ratio, report } from "./measure.mjs";
import { makeJourney } from "./parse-input.mjs";

const root = join(import.meta.dirname, "..");
/** What npm links. */
const program = join(root, "bin", "journeyc.cjs");
const example = join(root, "examples", "reset-password", "ResetPassword.journey");
const floor = ["-e", "0"];
const parts = { cold, parse, build, incremental, tenant, machines, runtime, scripts, serve, git, describe, mcp };

if (!existsSync(join(root, "dist"))) throw new Error("Run `npm run build` first");
const chosen = process.argv.slice(2);
for (const [name, run] of Object.entries(parts)) {
  if (chosen.length === 0 || chosen.includes(name)) run();
}

function cold() {
  // Code caches are made by the first run.
  for (const args of [["--help"], ["check", example]])
    execFileSync(process.execPath, [program, ...args], { stdio: "ignore" });
  const check = [program, "check", example];
  const costs = alternate({ floor, version: [program, "--version"], help: [program, "--help"], check }, 21);
  report("journeyc --version, CPU to node -e 0", ratio(costs.version, costs.floor), "x", 1.5);
  report("journeyc --help, CPU to node -e 0", ratio(costs.help, costs.floor), "x", 1.5);
  // Node 22 and later start slower themselves, and compile quicker.
  const limit = Number.parseInt(process.versions.node, 10) >= 22 ? 2.2 : 2.5;
  report("journeyc check of the example, CPU to node -e 0", ratio(costs.check, costs.floor), "x", limit);
  report("journeyc check of the example, peak memory", peakMemory(check), "MB", 60);
}

function parse() {
  runOther("parse.mjs");
}

function runtime() {
  runOther("runtime.mjs");
}

function serve() {
  runOther("serve.mjs");
}

function git() {
  runOther("git.mjs");
}

function scripts() {
  runOther("scripts.mjs");
}

function mcp() {
  runOther("mcp.mjs");
}

/** A benchmark inside one process, in a process of its own. */
function runOther(file, ...args) {
  const environment = { ...process.env };
  delete environment.NODE_EXTRA_CA_CERTS;
  execFileSync(process.execPath, [join(import.meta.dirname, file), ...args], { stdio: "inherit", env: environment });
}

function build() {
  withJourneys(
    1000,
    (index) => 1300 + (index % 9) * 200,
    (folder) => {
      const exports = join(folder, "exports");
      const compile = (out) => [program, "build", join(folder, "journeys"), "--out", out, "--no-cache"];
      execFileSync(process.execPath, compile(exports), { stdio: "ignore" });
      const rewrite = [join(import.meta.dirname, "rewrite-exports.cjs"), exports];
      let round = 0;
      const fresh = () => join(folder, `out-${round++}`);
      const costs = { floor: [], build: [] };
      for (let pass = 0; pass < 5; pass++) {
        const one = alternate({ floor: [...rewrite, fresh()], build: compile(fresh()) }, 1);
        for (const name of ["floor", "build"]) costs[name].push(...one[name]);
      }
      const unchanged = alternate({ build: compile(exports) }, 1);
      report("build of 1,000 journeys, CPU to rewriting their exports", ratio(costs.build, costs.floor), "x", 6);
      report("the same when nothing has changed", unchanged.build[0] / median(costs.floor), "x", 6);
      report("build of 1,000 journeys, peak memory", peakMemory(compile(fresh())), "MB", 120);
    },
  );
}

/** Builds of what was built before, beside the start of Node and the reading of the states of all files. */
function incremental() {
  withJourneys(
    1000,
    (index) => 1300 + (index % 9) * 200,
    (folder) => {
      const [journeys, exports] = [join(folder, "journeys"), join(folder, "exports")];
      const build = [program, "build", journeys, "--out", exports];
      const text = join(journeys, "Journey7.journey");
      const original = readFileSync(text, "utf8");
      let round = 0;
      const edit = () =>
        writeFileSync(text, original.replace("made for measuring", `made for measuring ${(round++).toString()}`));
      const run = () => execFileSync(process.execPath, build, { stdio: "ignore", cwd: folder });
      // The code caches of both programs, and what is kept.
      for (let warm = 0; warm < 3; warm++) {
        run();
        edit();
      }
      run();
      const costs = { floor: [], states: [], unchanged: [], changed: [] };
      const states = [join(import.meta.dirname, "file-states.cjs"), journeys, exports];
      for (let pass = 0; pass < 11; pass++) {
        const before = alternate({ floor, states, unchanged: build }, 1, folder);
        edit();
        const after = alternate({ changed: build }, 1, folder);
        for (const [name, all] of Object.entries(costs)) all.push(...(before[name] ?? after[name]));
      }
      const allowed = costs.floor.map((cost, pass) => 1.6 * cost + Math.max(0, costs.states[pass] - cost));
      report(
        "unchanged build of 1,000 journeys, CPU to 1.6 node -e 0 and states",
        ratio(costs.unchanged, allowed),
        "x",
        1,
      );
      report(
        "one changed journey of 1,000, CPU to the unchanged build",
        ratio(costs.changed, costs.unchanged),
        "x",
        1.3,
      );
      writeFileSync(text, original);
      runOther("watch.mjs", folder);
    },
  );
}

function tenant() {
  withJourneys(
    500,
    (index) => 1300 + (index % 9) * 200,
    (folder) => {
      const exports = join(folder, "exports");
      const build = [program, "build", join(folder, "journeys"), "--out", exports];
      execFileSync(process.execPath, build, { stdio: "ignore" });
      const check = [program, "check", exports];
      const costs = alternate({ floor: [join(import.meta.dirname, "parse-exports.cjs"), exports], check }, 9);
      report("check of a tenant of 500 exports, CPU to parsing them", ratio(costs.check, costs.floor), "x", 12);
      report("check of a tenant of 500 exports, peak memory", peakMemory(check), "MB", 150);
    },
  );
}

function machines() {
  withJourneys(
    300,
    () => 2200,
    (folder) => {
      const args = [program, "build", join(folder, "journeys"), "--out", join(folder, "out"), "--target", "machine"];
      const start = performance.now();
      const { machines: costs } = alternate({ machines: args }, 1);
      report("300 machines of ten nodes, elapsed", (performance.now() - start) / 1000, "s", 20);
      report("300 machines of ten nodes, CPU", costs[0] / 1000, "s", 30);
    },
  );
}

function describe() {
  withJourneys(
    500,
    (index) => 1300 + (index % 9) * 200,
    (folder) => {
      for (const format of ["markdown", "html"]) {
        const pages = [
          program,
          "describe",
          join(folder, "journeys"),
          "--format",
          format,
          "--out",
          join(folder, format),
        ];
        const { pages: costs } = alternate({ pages }, 1);
        report(`description of 500 journeys as ${format}, CPU`, costs[0] / 1000, "s", 5);
      }
    },
  );
}

/** Deterministic journeys in a folder of their own, `sizeOf` characters each. */
function withJourneys(count, sizeOf, run) {
  const folder = mkdtempSync(join(tmpdir(), "journeyc-bench-"));
  try {
    mkdirSync(join(folder, "journeys"));
    for (let index = 0; index < count; index++) {
      const name = `Journey${index}`;
      writeFileSync(join(folder, "journeys", `${name}.journey`), wholeJourney(name, sizeOf(index)));
    }
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The last step of a made journey leads to a node that is not there: good to parse, not to build. */
function wholeJourney(name, characters) {
  const { text } = makeJourney(name, characters);
  const steps = text.match(/^ {2}node Step/gm)?.length;
  return text.replaceAll(`-> Step${steps}\n`, "-> success\n");
}
