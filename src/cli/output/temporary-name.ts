import { readdirSync, readlinkSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { shortHash } from "../../text/short-hash.js";

/** Files of this form that nobody touches for this long are left over, whoever has made them. */
const leftAfterMilliseconds = 60 * 60 * 1000;

const form = /^\..+\.([0-9a-z]+)-([0-9]+)-[0-9a-z]+\.tmp$/s;

/** The paths that this process has given out. */
const own = new Set<string>();

const cleaned = new Set<string>();

/**
 * A path beside `path` that nobody else uses. Process ids start again in each container, so that the name needs a random part too; of
 * the last name only a part is kept, so that it is not too long where the last name is not.
 */
export function temporaryPath(path: string): string {
  const random = Math.random().toString(36).slice(2, 10).padEnd(8, "0");
  const name = `.${basename(path).slice(0, 40)}.${machine()}-${process.pid}-${random}.tmp`;
  const temporary = join(dirname(path), name);
  own.add(temporary);
  return temporary;
}

/** Removes from a folder what processes have left there that were ended while they wrote. A folder is looked at once. */
export function removeLeftovers(folder: string): void {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  for (const name of namesIn(folder)) {
    const [, where, id] = form.exec(name) ?? [];
    if (where === undefined || id === undefined) continue;
    const path = join(folder, name);
    if (own.has(path)) continue;
    const isEnded = where === machine() && !isOther(Number(id));
    if (isEnded || isOld(path)) rmSync(path, { recursive: true, force: true });
  }
}

/** To be called where nobody should spend the time to look for leftovers: another run will. */
export function passOverLeftovers(folder: string): void {
  cleaned.add(folder);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // What stands in the way of reading it shows again, with a message, when it is written to.
    return [];
  }
}

/** Whether another process with this id runs. This one's id had an earlier process, where the path is not our own. */
function isOther(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > leftAfterMilliseconds;
}

let machineName: string | undefined;

/** Stands for the machine or the container: process ids of another one say nothing here. */
function machine(): string {
  machineName ??= shortHash(`${hostname()} ${processNamespace()}`);
  return machineName;
}

function processNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    // Only Linux has namespaces of processes.
    return "";
  }
}
