import type { FileText } from "../model/bind-options.js";
import type { FileSystem } from "./file-system.js";

/** The machine as opening a project needs it. The command line, editors and tests each provide their own. */
export interface ProjectHost {
  /** The absolute path that relative ones start from. */
  readonly workingDirectory: string;
  readonly files: FileSystem;
  /** The same text each time, as standard input can be read only once. */
  readonly readStandardInput: () => FileText;
  /** Loads a module of the user's, such as `journey.config.js`, by absolute path. */
  readonly importModule: (path: string) => Promise<unknown>;
  /** Told of a configuration that is code, where none may be run. Without it, a configuration may be code. */
  readonly refuseConfigurationCode?: ((file: string) => void) | undefined;
}
