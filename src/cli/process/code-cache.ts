import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/**
 * V8's compiled form of the program, kept in a file: starting without it costs about one more start of Node. V8 refuses a
 * cache of another version or other flags by itself, but that of Node 20 trusts the bytes, so a check sum of the program
 * and of the cache stands in front.
 */
const magic = 0x4a524e33;
const headerBytes = 16;

/** Whether a cache was used, and if not, why: `unfit` is damaged, of another program, or somebody else's; V8 `refused` its version or flags. */
export type CacheState = "used" | "missing" | "unfit" | "refused";

export interface LoadedProgram {
  readonly script: Script;
  readonly bytes: Buffer;
  readonly state: CacheState;
}

/** Compiles the program `path`, from the cache if it fits. */
export function loadProgram(path: string, cachePath: string | undefined): LoadedProgram {
  const bytes = readFileSync(path);
  // The program is plain ASCII, and Latin-1 is read without looking for multi-byte characters.
  const source = bytes.toString("latin1");
  const cache = cachePath === undefined ? "missing" : readCache(cachePath, bytes);
  if (typeof cache === "string") return { script: new Script(source, { filename: path }), bytes, state: cache };
  const script = new Script(source, { filename: path, cachedData: cache });
  return { script, bytes, state: script.cachedDataRejected ? "refused" : "used" };
}

/** Evaluates a loaded program, which the build wrapped in the function that CommonJS calls a module. */
export function evaluateProgram<Exports>(program: LoadedProgram, path: string, require: NodeJS.Require): Exports {
  const module = { exports: {} };
  const evaluate = program.script.runInThisContext() as (...values: unknown[]) => void;
  evaluate(module.exports, require, module, path, dirname(path));
  return module.exports as Exports;
}

/** Writes the cache of what has been compiled so far: call it after the program has worked. */
export function keepCache(program: LoadedProgram, path: string): void {
  try {
    if (makeOwnFolder(dirname(path))) replaceFile(path, cacheBytes(program));
  } catch {
    // It costs speed only, so it is not worth a word.
  }
}

/** Makes a folder that only the user can read and write. False if there is something else of this name. */
function makeOwnFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const status = lstatSync(folder);
  if (!status.isDirectory() || !isOwn(status)) return false;
  chmodSync(folder, 0o700);
  return true;
}

/** At once, because other processes may be reading the file. */
function replaceFile(path: string, bytes: Buffer): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes, { mode: 0o600, flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function cacheBytes(program: LoadedProgram): Buffer {
  const data = program.script.createCachedData();
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(magic, 0);
  header.writeUInt32LE(crc32(program.bytes), 4);
  header.writeUInt32LE(crc32(data), 8);
  header.writeUInt32LE(data.length, 12);
  return Buffer.concat([header, data]);
}

function readCache(path: string, program: Buffer): Buffer | "missing" | "unfit" {
  const bytes = readOwnFile(path);
  if (typeof bytes === "string") return bytes;
  const data = bytes.subarray(headerBytes);
  const fits =
    bytes.length > headerBytes &&
    bytes.readUInt32LE(0) === magic &&
    bytes.readUInt32LE(12) === data.length &&
    bytes.readUInt32LE(8) === crc32(data) &&
    bytes.readUInt32LE(4) === crc32(program);
  return fits ? data : "unfit";
}

/** The bytes of a cache, if it is the user's own: it is code that will run, so nobody else may have written it. */
function readOwnFile(path: string): Buffer | "missing" | "unfit" {
  let descriptor: number | undefined;
  try {
    // Without waiting, so that a pipe of this name does not hold the command up.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = fstatSync(descriptor);
    return status.isFile() && isOwn(status) && !isOpenToOthers(status) ? readFileSync(descriptor) : "unfit";
  } catch {
    return "missing";
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Windows has no user numbers and modes; it keeps the folders of users apart by itself. */
function isOwn({ uid }: Stats): boolean {
  return process.getuid === undefined || uid === process.getuid();
}

function isOpenToOthers({ mode }: Stats): boolean {
  return process.getuid !== undefined && (mode & 0o022) !== 0;
}
