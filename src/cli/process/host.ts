import type { Style } from "../../diagnostics/render/style.js";
import type { TextResult } from "../../project/read-text.js";
import type { Keyboard } from "../input/keyboard.js";

/** What the commands may ask of the machine besides files. Tests give their own. */
export interface Host {
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Results go here. */
  readonly output: Terminal;
  /** Everything said about the work goes here. */
  readonly talk: Terminal;
  readonly readStandardInput: () => TextResult;
  /** Standard input line by line, for commands that ask. */
  readonly openKeyboard: () => Promise<Keyboard>;
  /** The folder of the installed package. */
  readonly packageFolder: string;
  /** Loads a module of the user's by absolute path. */
  readonly importModule: (path: string) => Promise<unknown>;
}

/** One stream to the user. */
export interface Terminal {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly style: Style;
}
