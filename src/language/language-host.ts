import type { FileSystem } from "../project/file-system.js";

/** What language services need of the machine. A worker in a browser has its files in memory, and no modules. */
export interface LanguageHost {
  readonly files: FileSystem;
  /** Loads a configuration that is code, by absolute path. Absent where none may be run. */
  readonly importModule?: ((path: string) => Promise<unknown>) | undefined;
}
