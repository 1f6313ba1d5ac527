import { spawn } from "node:child_process";

/** `node scripts/run-beside.mjs lint typecheck`: runs npm scripts beside each other, shows each one's output when it ends, and fails when one does. */
function run(script) {
  const started = performance.now();
  const child = spawn("npm", ["run", "--silent", script], { shell: process.platform === "win32" });
  const output = [];
  child.stdout.on("data", (data) => output.push(data));
  child.stderr.on("data", (data) => output.push(data));
  return new Promise((done) => {
    child.once("error", (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.once("close", (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? "passed" : "FAILED"} ${script} (${seconds} s)\n`);
      process.stdout.write(Buffer.concat(output));
      done(code === 0);
    });
  });
}

const results = await Promise.all(process.argv.slice(2).map(run));
if (results.includes(false)) process.exitCode = 1;
