import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheBytes, cacheName, evaluateProgram, type LoadedProgram, loadProgram } from "./code-cache.js";
import { reportDefect } from "./defect-report.js";
import type { RunProgram } from "./run-program.js";

declare const JOURNEYC_VERSION: string;
declare const JOURNEYC_BUILD: string;

/**
 * The file behind the command `journeyc`. It answers the version itself and loads everything else through the code
 * cache, `check` and `build` from programs of their own; see docs/decisions/bundling-and-code-cache.md.
 */
function launch(): void {
  const args = process.argv.slice(2);
  process.on("uncaughtException", (error) => reportDefect(error, JOURNEYC_VERSION, args));
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    process.stdout.on("error", () => undefined);
    process.stdout.write(`${JOURNEYC_VERSION}\n`);
    return;
  }
  const run = (name: string) => runThrough(name, args);
  const program = programFor(args);
  run(program)
    .catch((error: unknown) => {
      if (program === "main" || !isLeftOut(error)) throw error;
      return run("main");
    })
    .catch((error: unknown) => reportDefect(error, JOURNEYC_VERSION, args));
}

/** The smallest program that most probably can do it. */
function programFor([command]: readonly string[]): string {
  if (process.env.JOURNEYC_DEBUG === "1") return "main";
  if (command === undefined || command === "help" || command.startsWith("-")) return "help";
  return command === "build" || command === "check" ? command : "main";
}

/** Thrown where a small program comes to what it does not have; until then it has only read. */
function isLeftOut(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "JOURNEYC_LEFT_OUT";
}

async function runThrough(name: string, args: readonly string[]): Promise<void> {
  const path = join(__dirname, `${name}.cjs`);
  const program = loadProgram(path, cachePaths(name));
  const { runProgram } = evaluateProgram<{ readonly runProgram: RunProgram }>(program, path, require);
  process.exitCode = await runProgram(args, JOURNEYC_VERSION, join(__dirname, "..", ".."), (url) => import(url));
  if (program.state === "missing" || program.state === "damaged") keepCache(program, userCachePath(name));
}

/** Where the program's cache may lie; the folder of the user is only asked for when the package's own does not fit. */
function* cachePaths(program: string): Iterable<string> {
  yield join(__dirname, cacheName(program));
  const path = userCachePath(program);
  if (path !== undefined) yield path;
}

/** Where caches are kept for a Node that is not the one the package was built with. */
function userCachePath(program: string): string | undefined {
  if (process.env.JOURNEYC_CODE_CACHE === "0") return undefined;
  const folder =
    process.env.XDG_CACHE_HOME ??
    (process.platform === "win32" ? process.env.LOCALAPPDATA : undefined) ??
    join(process.getBuiltinModule("node:os").homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
  return folder === ""
    ? undefined
    : join(folder, "journeyc", `${JOURNEYC_VERSION}-${JOURNEYC_BUILD}`, cacheName(program));
}

/** Any trouble here costs speed only, so it is not worth a word. */
function keepCache(program: LoadedProgram, path: string | undefined): void {
  if (path === undefined) return;
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const folder = join(path, "..");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (process.getuid !== undefined && statSync(folder).uid !== process.getuid()) return;
    chmodSync(folder, 0o700);
    writeFileSync(temporary, cacheBytes(program), { mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

launch();
