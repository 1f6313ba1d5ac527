import { basename, dirname, resolve } from "node:path";
import type { Model } from "../model/model.js";
import type { FileSystem } from "../project/file-system.js";

const journeyText = /\.journey$/i;
const scriptOrResource = /\.(?:js|json)$/i;
const ownFolder = /^(?:scripts|resources)$/i;

/**
 * Decides what `save` takes: texts of journeys, and scripts and resources that are new in a folder of journeys or that belong to journeys
 * already. Any other file may be one that a tool of the project runs or is set up by.
 */
export class SavableFiles {
  /** Files that journeys name, in lower case, since not all systems tell names apart by case. */
  #named: ReadonlySet<string> | undefined;
  readonly #saved = new Set<string>();
  readonly #roots: ReadonlySet<string>;

  /** `roots` are absolute paths. */
  constructor(roots: readonly string[]) {
    this.#roots = new Set(roots);
  }

  /** Whether it knows what journeys name. */
  get knowsProject(): boolean {
    return this.#named !== undefined;
  }

  /**
   * Learns what journeys name before anything is saved: otherwise a file would become savable by saving a journey that names it. Paths of
   * the model start from `workingDirectory`.
   */
  learn({ journeys }: Model, workingDirectory: string): void {
    this.#named = new Set(
      journeys.flatMap(({ place, scripts, resources }) =>
        [...scripts, ...resources].flatMap(({ file }) =>
          file === undefined ? [] : [resolve(workingDirectory, dirname(place.source.path), file).toLowerCase()],
        ),
      ),
    );
  }

  /** Whether a file may be saved, by its absolute path. `files` are those on the disk with the texts that are saved together over them. */
  takes(path: string, disk: FileSystem, files: FileSystem): boolean {
    if (journeyText.test(path)) return true;
    if (!scriptOrResource.test(path)) return false;
    if (this.#named?.has(path.toLowerCase()) === true || this.#saved.has(path)) return true;
    const folder = dirname(path);
    return (
      ownFolder.test(basename(folder)) &&
      !hasName(disk, folder, basename(path)) &&
      this.#holdsJourneys(dirname(folder), files)
    );
  }

  /** Roots are folders for journeys, also before there is one. */
  #holdsJourneys(folder: string, files: FileSystem): boolean {
    return (
      this.#roots.has(folder) || files.list(folder).some((entry) => entry.isFile() && journeyText.test(entry.name))
    );
  }

  /** Remembers what was saved: it may be saved again. */
  remember(paths: Iterable<string>): void {
    for (const path of paths) this.#saved.add(path);
  }
}

/** Whether a folder has an entry of the name, whatever its case. */
function hasName(files: FileSystem, folder: string, name: string): boolean {
  return files.list(folder).some((entry) => entry.name.toLowerCase() === name.toLowerCase());
}
