import type { FileText } from "../model/bind-options.js";
import type { FileSystem } from "./file-system.js";

/** What opening a project asks of the machine. The command line, editors and tests each give their own. */
export interface ProjectHost {
  /** The absolute path that relative ones start from. */
  readonly workingDirectory: string;
  readonly files: FileSystem;
  readonly readStandardInput: () => FileText;
  /** Loads a module of the user's, such as `journey.config.js`, by absolute path. */
  readonly importModule: (path: string) => Promise<unknown>;
}
