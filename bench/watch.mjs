// CPU time of a build that watches, from the save of one journey to the written file: `node bench/watch.mjs FOLDER`, a folder with `journeys` and `exports`.
import { fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { median, report } from "./measure.mjs";

const folder = process.argv[2];
const hook = join(folder, "hook.cjs");
writeFileSync(hook, `process.on("message", () => process.send(process.cpuUsage()));`);
const program = join(import.meta.dirname, "..", "bin", "journeyc.cjs");
const args = ["build", join(folder, "journeys"), "--out", join(folder, "exports"), "--watch"];
const watcher = fork(program, args, { execArgv: ["--require", hook], stdio: ["ignore", "ignore", "pipe", "ipc"] });

/** Each build ends with a line of the time and the result. */
let builds = 0;
watcher.stderr.on("data", (data) => {
  builds += String(data).match(/Built: /g)?.length ?? 0;
});

async function built(count) {
  while (builds < count) await wait(10);
  // What it does behind the words counts as well.
  await wait(300);
}

function usedMilliseconds() {
  return new Promise((done) => {
    watcher.once("message", ({ user, system }) => done((user + system) / 1000));
    watcher.send("");
  });
}

await built(1);
const text = join(folder, "journeys", "Journey7.journey");
const original = readFileSync(text, "utf8");
const costs = [];
for (let round = 0; round < 12; round++) {
  const before = await usedMilliseconds();
  writeFileSync(text, original.replace("made for measuring", `made for measuring, saved ${round}`));
  await built(round + 2);
  costs.push((await usedMilliseconds()) - before);
}
watcher.kill();
report("a saved journey of 1,000 while build watches, CPU: the first", costs[0], "ms", 50);
report("a saved journey of 1,000 while build watches, CPU: later ones", median(costs.slice(1)), "ms", 30);
