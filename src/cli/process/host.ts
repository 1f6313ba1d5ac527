import type { Style } from "../../diagnostics/render/style.js";
import type { ProjectHost } from "../../project/project-host.js";
import type { BuildCheck } from "../cache/build-check.js";
import type { Stopwatch } from "./stopwatch.js";

/** The machine as commands need it. Tests provide their own. */
export interface Host extends ProjectHost {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Results go here. */
  readonly output: Terminal;
  /** Everything said about the work goes here. */
  readonly talk: Terminal;
  /** Standard input line by line, for commands that ask. */
  readonly openKeyboard: () => Promise<Keyboard>;
  /** The folder of the installed package. */
  readonly packageFolder: string;
  /** What is known of the last build with the same arguments. Without it, a build keeps nothing for the next one. */
  readonly buildCheck?: BuildCheck | undefined;
  /** Given where times are to be told. */
  readonly stopwatch?: Stopwatch | undefined;
}

/** One stream to the user. */
export interface Terminal {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly style: Style;
}

/** Lines of standard input, as a person types them or as they are piped in. */
export interface Keyboard {
  ask(label: string, isSecret: boolean): Promise<string | undefined>;
  close(): void;
}
