// `node bench/serve.mjs`: what `journeyc serve` costs, beside a bare node:http server that sends back what it gets.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load, requestBytes } from "./http-load.mjs";
import { median, report } from "./measure.mjs";
import { makeJourney } from "./parse-input.mjs";

const root = join(import.meta.dirname, "..");
const program = join(root, "bin", "journeyc.cjs");
const rounds = 7;
const perRound = 6000;

/** Starts a server that prints its address. */
function start(args) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((resolve) => {
    child.stdout.once("data", (text) => resolve({ child, port: Number(new URL(String(text).trim()).port) }));
  });
}

const serve = (...args) => start([program, "serve", ...args, "--port", "0"]);
const authenticate = "/am/json/realms/root/realms/alpha/authenticate";

async function requests() {
  const [echo, served] = await Promise.all([
    start([join(import.meta.dirname, "echo.mjs")]),
    serve(join(root, "examples", "login"), "--user", "demo"),
  ]);
  const step = await (await fetch(`http://127.0.0.1:${served.port}${authenticate}`, { method: "POST" })).json();
  step.callbacks[0].input[0].value = "nobody";
  step.callbacks[1].input[0].value = "wrong";
  const headers = {
    accept: "application/json",
    "accept-api-version": "protocol=1.0,resource=2.1",
    "x-requested-with": "forgerock-sdk",
  };
  // The answer is the same step again: there is no such user, and may be tried three times.
  const answer = requestBytes({ path: authenticate, body: JSON.stringify(step), headers });
  const begin = requestBytes({ path: authenticate, headers });
  const compare = async (what, request) => {
    const ratios = [];
    for (let round = 0; round <= rounds; round++) {
      const floor = await load(echo.port, answer, { count: perRound });
      ratios.push(floor / (await load(served.port, request, { count: perRound })));
    }
    // The first round warms both up.
    report(what, median(ratios.slice(1)), "x", 2);
  };
  await compare("an answered step: requests per second of the echo to its own", answer);
  // After so many first steps, the answered one is forgotten.
  await compare("a first step: the same", begin);
  echo.child.kill();
  served.child.kill();
}

async function abandoned() {
  const { child, port } = await serve(join(root, "examples", "login"));
  await load(port, requestBytes({ path: authenticate }), { count: 100_000 });
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  child.kill();
  report("100,000 abandoned journeys, peak memory", Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024, "MB", 300);
}

/** The target behind the last node is not there: good to parse, not to run. */
function journeyText(name) {
  const { text } = makeJourney(name, 2000);
  const steps = text.match(/^ {2}node Step/gm)?.length;
  return text.replaceAll(`-> Step${steps}\n`, "-> success\n");
}

async function many() {
  const folder = mkdtempSync(join(tmpdir(), "journeyc-bench-"));
  for (let index = 0; index < 200; index++) {
    writeFileSync(join(folder, `Journey${index}.journey`), journeyText(`Journey${index}`));
  }
  const times = [];
  for (let round = 0; round < 5; round++) {
    const begun = performance.now();
    const { child, port } = await serve(folder);
    const path = `${authenticate}?authIndexType=service&authIndexValue=Journey7`;
    const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST" });
    // Nobody is known, so the journey runs to its failure.
    if (status !== 401) throw new Error(`${path} is answered with ${status}`);
    times.push((performance.now() - begun) / 1000);
    child.kill();
  }
  rmSync(folder, { recursive: true });
  report("200 journeys, from the start to the first answer", median(times), "s", 1);
}

await requests();
await abandoned();
await many();
