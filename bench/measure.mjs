import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Without `NODE_EXTRA_CA_CERTS`: a company's certificates triple the start of Node 20 and hide every difference. */
const environment = { ...process.env, NO_COLOR: "1" };
delete environment.NODE_EXTRA_CA_CERTS;

/**
 * Runs each subject once a round, in alternation, and returns its CPU time (user and system, all threads) in
 * milliseconds, round by round. Subjects are argument lists of Node.
 */
export function alternate(subjects, rounds, cwd = process.cwd()) {
  const costs = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of Object.entries(subjects)) costs[name].push(processCost(args, cwd));
  }
  return costs;
}

function processCost(args, cwd) {
  const script = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>/dev/null';
  const output = execFileSync("bash", ["-c", `{ ${script}; } 2>&1`, "bash", process.execPath, ...args], {
    env: environment,
    encoding: "utf8",
    cwd,
  });
  const [user, system] = output.trim().split(" ").map(Number);
  return (user + system) * 1000;
}

/** The peak of resident memory of one run, in MB. */
export function peakMemory(args) {
  const folder = mkdtempSync(join(tmpdir(), "journeyc-bench-"));
  const file = join(folder, "peak");
  const hook = join(folder, "hook.cjs");
  const write = `require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS))`;
  writeFileSync(hook, `process.on("exit", () => ${write});`);
  try {
    execFileSync(process.execPath, ["--require", hook, ...args], { env: environment, stdio: "ignore" });
    return Number(readFileSync(file, "utf8")) / 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The median of the ratios of each round to its floor in the same round. */
export function ratio(costs, floor) {
  return median(costs.map((cost, round) => cost / floor[round]));
}

export function median(values) {
  return values.toSorted((left, right) => left - right)[values.length >> 1];
}

/** One line of the report, with its limit. */
export function report(what, value, unit, limit) {
  const verdict = value <= limit ? "" : "  ABOVE";
  console.log(`${what.padEnd(58)} ${value.toFixed(2).padStart(8)} ${unit.padEnd(3)} (at most ${limit})${verdict}`);
}
