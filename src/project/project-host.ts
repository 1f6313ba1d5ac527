import type { FileText } from "../model/bind-options.js";
import type { FileSystem } from "./file-system.js";

/** Does the work, and notes under the name of the part how long it takes. */
export type TakeTime = <T>(part: string, work: () => T) => T;

/** Does the work as a part of a command, whose time is taken where somebody wants to know it. */
export function timed<T>({ time }: { readonly time?: TakeTime | undefined }, part: string, work: () => T): T {
  return time === undefined ? work() : time(part, work);
}

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
  /** Takes the time of a part of the work, where somebody wants to know it. */
  readonly time?: TakeTime | undefined;
}
