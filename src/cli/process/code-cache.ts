import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/**
 * V8's compiled form of the program, kept beside it: starting without it costs about one more start of Node. V8 of Node
 * 20 refuses a cache of another version or other flags by itself, but trusts the bytes, so a check sum of the program
 * and of the cache stands in front.
 */
const magic = 0x4a524e32;
const headerBytes = 16;

/**
 * V8 optimises later than it does by itself, inlines less, and leaves out two passes of its optimiser. Most runs end before
 * optimised code would have paid for its making, which is a quarter of such a run. Long ones still get it.
 * - How much byte code is inlined into one function: a sixth of V8's own value.
 * - Loop peeling and escape analysis cost more here than they bring.
 * - How much a function runs before it is optimised, in bytes of byte code: eight times V8's own value, and half of that in
 *   `build`, which does the same for every journey. Little of what it makes outlives the next one, so there is nothing to
 *   share between several threads of the collector.
 */
const engineFlags = ["--max-inlined-bytecode-size-cumulative=150", "--no-turbo-loop-peeling", "--no-turbo-escape"];
const buildFlags = [...engineFlags, "--interrupt-budget=300000", "--no-parallel-scavenge"];
const otherFlags = [...engineFlags, "--interrupt-budget=600000"];

/** The V8 of Node 20. Later ones have other flags, and say aloud that they do not know these. */
const tunedEngine = /^11\.3\./;

/** V8's flags for a program, where `engine` is the version of V8. */
export function flagsOf(program: string, engine: string): readonly string[] {
  if (!tunedEngine.test(engine)) return [];
  return program === "build" ? buildFlags : otherFlags;
}

/** Why a program runs without a cache, or `used`. `refused`: V8 did not take it (another version, other flags). */
export type CacheState = "used" | "missing" | "damaged" | "refused";

export interface LoadedProgram {
  readonly script: Script;
  readonly bytes: Buffer;
  readonly state: CacheState;
}

/** Compiles the program `path`, from the first of the caches that fits. */
export function loadProgram(path: string, cachePaths: Iterable<string>): LoadedProgram {
  // V8 takes a cache only under the flags that it was made with: they are set first.
  const flags = flagsOf(basename(path, ".cjs"), process.versions.v8);
  if (flags.length > 0) for (const flag of flags) process.getBuiltinModule("node:v8").setFlagsFromString(flag);
  const bytes = readFileSync(path);
  // The program is plain ASCII, and Latin-1 is read without looking for multi-byte characters.
  const source = bytes.toString("latin1");
  let state: CacheState = "missing";
  for (const cachePath of cachePaths) {
    const cache = readCache(cachePath, bytes);
    if (typeof cache === "string") {
      if (state === "missing") state = cache;
      continue;
    }
    const script = new Script(source, { filename: path, cachedData: cache });
    if (!script.cachedDataRejected) return { script, bytes, state: "used" };
    state = "refused";
  }
  return { script: new Script(source, { filename: path }), bytes, state };
}

/** Evaluates a loaded program, which the build wrapped in the function that CommonJS calls a module. */
export function evaluateProgram<Exports>(program: LoadedProgram, path: string, require: NodeJS.Require): Exports {
  const module = { exports: {} };
  const evaluate = program.script.runInThisContext() as (...values: unknown[]) => void;
  evaluate(module.exports, require, module, path, dirname(path));
  return module.exports as Exports;
}

/** The bytes of a cache file for what has been compiled so far: call it after the program has worked. */
export function cacheBytes(program: LoadedProgram): Buffer {
  const data = program.script.createCachedData();
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(magic, 0);
  header.writeUInt32LE(crc32(program.bytes), 4);
  header.writeUInt32LE(crc32(data), 8);
  header.writeUInt32LE(data.length, 12);
  return Buffer.concat([header, data]);
}

/** The name of a program's cache file: one per build of Node. */
export function cacheName(program: string): string {
  return `${program}-${process.version}-${process.arch}.cache`;
}

function readCache(path: string, program: Buffer): Buffer | "missing" | "damaged" {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return "missing";
  }
  const data = bytes.subarray(headerBytes);
  const fits =
    bytes.length > headerBytes &&
    bytes.readUInt32LE(0) === magic &&
    bytes.readUInt32LE(12) === data.length &&
    bytes.readUInt32LE(8) === crc32(data) &&
    bytes.readUInt32LE(4) === crc32(program);
  return fits ? data : "damaged";
}
