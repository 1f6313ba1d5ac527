import { join } from "node:path";
import type { BuildCheck } from "../cache/build-check.js";
import { type BuildSurroundings, checkBuild } from "../cache/check-build.js";
import type { rebuild as Rebuild } from "../cache/rebuild.js";
import { cachePath } from "./cache-path.js";
import { evaluateProgram, keepCache, loadProgram } from "./code-cache.js";
import { reportDefect } from "./defect-report.js";
import { exitCode } from "./exit-code.js";
import type { RunProgram } from "./run-program.js";
import { Stopwatch } from "./stopwatch.js";
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
  const asked = withoutTimings(args);
  const stopwatch = asked.length < args.length ? new Stopwatch() : undefined;
  run(asked, stopwatch).catch((error: unknown) => reportDefect(error, JOURNEYC_VERSION, args));
}

/** The arguments without `--timings`, which every command takes, and a build keeps nothing of its own for. */
function withoutTimings(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return args.filter((arg, index) => arg !== "--timings" || (end !== -1 && index > end));
}

async function run(args: readonly string[], stopwatch: Stopwatch | undefined): Promise<void> {
  const tellTimes = () => stopwatch?.tell(new DescriptorTerminal(2, process.env));
  const check = args[0] === "build" ? await tryWithoutProgram(args, stopwatch) : undefined;
  // Everything has been written. To end at once saves the time in which Node takes itself apart.
  if (check === "built") {
    tellTimes();
    process.exit();
  }
  stopwatch?.turnTo("loading the program");
  const main = load("main.cjs", args[0]);
  const { runProgram } = main.exports as { readonly runProgram: RunProgram };
  stopwatch?.turnTo(args[0] ?? "help");
  const packageFolder = join(__dirname, "..", "..");
  const code = await runProgram(args, JOURNEYC_VERSION, packageFolder, (url) => import(url), check, stopwatch);
  process.exitCode = code;
  tellTimes();
  // A command that does not exist, or that had nothing to read, has compiled too little to be worth a file.
  if (code !== exitCode.usage) main.keep();
}

/** A build with nothing to do, or with little, loads the program not at all, or a small one. Otherwise the answer is what is known by then. */
async function tryWithoutProgram(
  args: readonly string[],
  stopwatch: Stopwatch | undefined,
): Promise<"built" | BuildCheck | undefined> {
  stopwatch?.turnTo("looking for changes");
  const host = {
    workingDirectory: process.cwd(),
    environment: process.env,
    output: new DescriptorTerminal(1, process.env),
    talk: new DescriptorTerminal(2, process.env),
  };
  const check = checkBuild(args, `${JOURNEYC_VERSION} ${JOURNEYC_SOURCES} ${process.version}`, host);
  if (check?.unchanged !== undefined) {
    host.talk.write(check.unchanged.talk);
    host.output.write(check.unchanged.output);
    return "built";
  }
  return check?.mayRebuild === true && (await runRebuild(check, host, stopwatch)) ? "built" : check;
}

/** Builds what has changed with a smaller program, if that is enough. */
async function runRebuild(
  check: BuildCheck,
  host: BuildSurroundings,
  stopwatch: Stopwatch | undefined,
): Promise<boolean> {
  stopwatch?.turnTo("loading the program");
  const small = load("rebuild.cjs", "rebuild");
  const { rebuild } = small.exports as { readonly rebuild: typeof Rebuild };
  try {
    stopwatch?.turnTo("build of what has changed");
    if (!(await rebuild(check, host))) return false;
  } catch {
    // The whole program does the same, and reports the defect if it has it too.
    return false;
  }
  small.keep();
  return true;
}

/** Loads a program of the package through its code cache. */
function load(name: string, command: string | undefined): { readonly exports: unknown; keep(): void } {
  const path = join(__dirname, name);
  const cache = cachePath(command, JOURNEYC_VERSION);
  const program = loadProgram(path, cache);
  return {
    exports: evaluateProgram(program, path, require),
    keep: () => {
      if (cache !== undefined && program.state !== "used") keepCache(program, cache);
    },
  };
}

launch(process.argv.slice(2));
