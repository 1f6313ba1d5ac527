import type { ExitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";

/** One option of a command, as `--help` shows it. */
export interface OptionDefinition {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** May be given several times. */
  readonly multiple?: boolean;
  /** The word for the value in the help: `DIR`. */
  readonly value?: string;
  readonly help: string;
  /** What a shell offers for the value, where `value` does not say it: words between bars, `FILE` or `DIR`. */
  readonly completes?: Completer;
}

/** Something that may be written at a place on the command line. */
export interface Candidate {
  readonly value: string;
  readonly description?: string;
}

/** Finds what may be written at one place. What the user has typed of it so far does not matter. */
export type Completer = (host: Host) => readonly Candidate[] | Promise<readonly Candidate[]>;

/** The options of a command, by name. */
export type OptionTable = Readonly<Record<string, OptionDefinition>>;

/** The values of a table's options. */
export type OptionValues<Options extends OptionTable> = {
  readonly [Name in keyof Options]: Options[Name] extends { readonly multiple: true }
    ? readonly ValueOf<Options[Name]>[]
    : ValueOf<Options[Name]> | undefined;
};

type ValueOf<Option extends OptionDefinition> = Option["type"] extends "boolean" ? boolean : string;

/** The parsed arguments of a command, and its host. */
export interface Invocation<Options extends OptionTable> {
  readonly options: OptionValues<Options>;
  readonly positionals: readonly string[];
  readonly host: Host;
}

/** A command of the command line: one file in `commands/` and one line in its index. */
export interface Command<Options extends OptionTable = OptionTable> {
  /** What follows `journeyc`: `check [paths…]`. */
  readonly usage: string;
  /** A paragraph for `--help`. */
  readonly description: string;
  readonly options: Options;
  readonly positionals: {
    readonly minimum: number;
    readonly maximum: number;
    /** What a shell offers for them; default: files. */
    readonly completes?: Completer;
  };
  // A method and not a property: so a command with its own options is assignable to `Command`.
  run(invocation: Invocation<Options>): Promise<ExitCode>;
}

/** Checks a command against its own option table. */
export function defineCommand<const Options extends OptionTable>(command: Command<Options>): Command<Options> {
  return command;
}
