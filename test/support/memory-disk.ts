import { accessSync, constants, statfsSync } from "node:fs";

const folder = "/dev/shm";

/**
 * A folder in memory with room for all temporary files of the tests, if the machine has one: making and removing them on a disk
 * takes more time than most of what is tested.
 */
export function memoryDisk(): string | undefined {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= 2 ** 30 ? folder : undefined;
  } catch {
    return undefined;
  }
}
