// `npm run bench mcp`: the start of the server of assistants beside `journeyc check`, and the answers of tools for one journey.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { median, report } from "./measure.mjs";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist", "cli", "journeyc.cjs");
const folder = join(root, "examples", "reset-password");
const text = readFileSync(join(folder, "ResetPassword.journey"), "utf8");

/** One server, spoken to line by line: the SDK's client would be measured with it. */
class Server {
  #process = spawn(process.execPath, [program, "mcp", "--root", folder], { stdio: ["pipe", "pipe", "inherit"] });
  #waiting = new Map();
  #rest = "";
  #id = 0;

  constructor() {
    this.#process.stdout.setEncoding("utf8");
    this.#process.stdout.on("data", (data) => {
      const lines = (this.#rest + data).split("\n");
      this.#rest = lines.pop() ?? "";
      for (const line of lines) {
        const message = JSON.parse(line);
        this.#waiting.get(message.id)?.(message.result);
      }
    });
  }

  ask(method, params) {
    const id = ++this.#id;
    this.#process.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  async start() {
    await this.ask("initialize", {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name: "bench", version: "1" },
    });
    return this;
  }

  stop() {
    this.#process.stdin.end();
    return new Promise((resolve) => this.#process.once("exit", resolve));
  }
}

async function elapsed(act) {
  const begin = performance.now();
  const result = await act();
  return { time: performance.now() - begin, result };
}

const starts = { check: [], mcp: [] };
for (let pass = 0; pass < 12; pass++) {
  const check = await elapsed(async () => spawnSync(process.execPath, [program, "check", folder], { stdio: "ignore" }));
  const { time, result } = await elapsed(() => new Server().start());
  await result.stop();
  // The first of each makes the code caches.
  if (pass > 0) {
    starts.check.push(check.time);
    starts.mcp.push(time);
  }
}
report(
  "start of journeyc mcp up to its first answer, elapsed to journeyc check",
  median(starts.mcp) / median(starts.check),
  "x",
  1.5,
);

const server = await new Server().start();
const texts = [{ path: "ResetPassword.journey", text }];
const calls = {
  check: { texts },
  fix: { texts },
  format: { text },
  describe: { texts },
  graph: { texts },
  build: { texts },
  requires: { texts },
  uses: { texts },
  diff: {
    old: { texts },
    new: { texts: [{ path: "ResetPassword.journey", text: text.replace("Reset Password", "New Password") }] },
  },
  simulate_start: { texts },
  node_type: { name: "PatchObject" },
  find_node_types: { words: "mail" },
};
for (const [name, input] of Object.entries(calls)) {
  const times = [];
  for (let pass = 0; pass < 31; pass++) {
    const { time, result } = await elapsed(() => server.ask("tools/call", { name, arguments: input }));
    if (result?.isError) throw new Error(`${name}: ${result.content[0].text}`);
    times.push(time);
  }
  report(`${name} of one journey, elapsed`, median(times.slice(3)), "ms", 50);
}
await server.stop();
