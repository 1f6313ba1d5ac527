// `npm run bench git`, or `node bench/git.mjs COMMITS`: `git log -p` of exports that git shows as journeys, as a multiple of the same without that.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report } from "./measure.mjs";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist", "cli", "journeyc.cjs");
const [exports, commits, changed] = [200, Number(process.argv[2] ?? 50), 4];
/** Each changed export is shown as it was and as it is. */
const versions = 2 * commits * changed;
const folder = mkdtempSync(join(tmpdir(), "journeyc-git-"));
try {
  makeHistory();
  const plain = secondsOf("log", "-p", "--no-textconv");
  // The command says which node runs it, so that no start of npx is measured.
  journeyc("git-setup", "--command", `${process.execPath} ${program}`);
  const uncached = secondsOf("log", "-p");
  const cached = secondsOf("log", "-p");
  console.log(
    `git log -p of ${commits} commits: ${plain.toFixed(2)} s as JSON, ${uncached.toFixed(1)} s as journeys, then ${cached.toFixed(2)} s`,
  );
  report(
    "git log -p of exports, first time, to starting node as often",
    uncached / (versions * startOfNode()),
    "x",
    2.5,
  );
  report("git log -p of exports, second time, to their JSON", cached / plain, "x", 3);
} finally {
  rmSync(folder, { recursive: true });
}

/** Commits of four changed exports each, after one with all. */
function makeHistory() {
  journeyc("build", join(root, "examples", "reset-password"), "--out", "built");
  const built = readFileSync(join(folder, "built", "ResetPassword.journey.json"), "utf8");
  rmSync(join(folder, "built"), { recursive: true });
  mkdirSync(join(folder, "journeys"));
  const write = (index, title) => {
    // Other journeys have other ids.
    const text = built.replace(/[0-9a-f]{8}(?=-[0-9a-f]{4}-)/g, (start) =>
      (Number.parseInt(start, 16) ^ index).toString(16).padStart(8, "0").slice(-8),
    );
    const named = text.replaceAll('"ResetPassword"', `"Journey${index}"`).replaceAll('"Find User"', `"${title}"`);
    writeFileSync(join(folder, "journeys", `Journey${index}.journey.json`), named);
  };
  git("init", "--quiet");
  for (let index = 0; index < exports; index++) write(index, "Find User");
  commit("all");
  for (let round = 1; round <= commits; round++) {
    for (let step = 0; step < changed; step++) write((round * changed + step) % exports, `Find User ${round}`);
    commit(`round ${round}`);
  }
}

function commit(message) {
  git("add", "--all");
  git("-c", "user.name=Bench", "-c", "user.email=bench@example.com", "commit", "--quiet", "--message", message);
}

function secondsOf(...args) {
  const before = performance.now();
  const shown = git(...args, `-${commits}`);
  if (!/User ?1/.test(shown)) throw new Error("git log shows no change");
  return (performance.now() - before) / 1000;
}

/** In seconds, as journeyc is started for each version that git has not shown yet. */
function startOfNode() {
  const before = performance.now();
  const times = 10;
  for (let time = 0; time < times; time++) execFileSync(process.execPath, ["-e", "0"]);
  return (performance.now() - before) / 1000 / times;
}

function git(...args) {
  return execFileSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
}

function journeyc(...args) {
  execFileSync(process.execPath, [program, ...args], { cwd: folder, stdio: "ignore" });
}
