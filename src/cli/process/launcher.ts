import { join } from "node:path";
import type { BuildCheck } from "../cache/build-check.js";
import { checkBuild } from "../cache/check-build.js";
import { cachePath } from "./cache-path.js";
import { evaluateProgram, keepCache, loadProgram } from "./code-cache.js";
import { reportDefect } from "./defect-report.js";
import { exitCode } from "./exit-code.js";
import type { RunProgram } from "./run-program.js";
import { DescriptorTerminal } from "./terminal.js";

declare const JOURNEYC_VERSION: string;
/** Stands for the sources of the package, its catalogue included. */
declare const JOURNEYC_SOURCES: string;

/**
 * The file behind the command `journeyc`. It answers the version itself and loads everything else through the code
 * cache; see docs/decisions/bundling-and-code-cache.md.
 */
function launch(args: readonly string[]): void {
  process.on("uncaughtException", (error) => reportDefect(error, JOURNEYC_VERSION, args));
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    process.stdout.on("error", () => undefined);
    process.stdout.write(`${JOURNEYC_VERSION}\n`);
    return;
  }
  run(args).catch((error: unknown) => reportDefect(error, JOURNEYC_VERSION, args));
}

async function run(args: readonly string[]): Promise<void> {
  const check = args[0] === "build" ? checkForBuild(args) : undefined;
  if (check?.unchanged !== undefined) {
    const { talk, output } = check.unchanged;
    new DescriptorTerminal(2, process.env).write(talk);
    new DescriptorTerminal(1, process.env).write(output);
    return;
  }
  const path = join(__dirname, "main.cjs");
  const cache = cachePath(args[0], JOURNEYC_VERSION);
  const program = loadProgram(path, cache);
  const { runProgram } = evaluateProgram<{ readonly runProgram: RunProgram }>(program, path, require);
  const code = await runProgram(args, JOURNEYC_VERSION, join(__dirname, "..", ".."), (url) => import(url), check);
  process.exitCode = code;
  // A command that does not exist, or that had nothing to read, has compiled too little to be worth a file.
  if (cache !== undefined && program.state !== "used" && code !== exitCode.usage) keepCache(program, cache);
}

/** A build with nothing to do ends here: the program is not loaded. */
function checkForBuild(args: readonly string[]): BuildCheck | undefined {
  return checkBuild(args, `${JOURNEYC_VERSION} ${JOURNEYC_SOURCES} ${process.version}`, {
    workingDirectory: process.cwd(),
    environment: process.env,
    output: new DescriptorTerminal(1, process.env),
    talk: new DescriptorTerminal(2, process.env),
  });
}

launch(process.argv.slice(2));
