import type { FileSystem } from "../project/file-system.js";

/** What the server needs of the machine. */
export interface McpHost {
  readonly version: string;
  /** The folder of the installed package, whose pages are resources. */
  readonly packageFolder: string;
  /** The folders that may be read, by absolute path. Relative paths start from the first. */
  readonly roots: readonly [string, ...string[]];
  readonly files: FileSystem;
  /** Loads a configuration that is code. Absent where none may be run. */
  readonly importModule?: ((path: string) => Promise<unknown>) | undefined;
  /** Writes files by absolute path, all or none. Absent where nothing may be written. */
  readonly write?: ((files: ReadonlyMap<string, string>) => void) | undefined;
}
