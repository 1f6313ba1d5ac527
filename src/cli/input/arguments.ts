import { parseArgs } from "node:util";
import { nearestName } from "../../diagnostics/suggest.js";
import { UsageError } from "../../project/usage-error.js";
import type { Command, OptionTable, OptionValues } from "../commands/define-command.js";

/** The arguments of a command by what they are. */
export interface ParsedArguments<Options extends OptionTable> {
  readonly options: OptionValues<Options>;
  readonly positionals: readonly string[];
}

/** Reads the arguments behind a command's name; wrong ones are answered with the nearest right one. */
export function parseArguments<Options extends OptionTable>(
  name: string,
  command: Command<Options>,
  args: readonly string[],
): ParsedArguments<Options> {
  const { tokens } = parseArgs({
    args: [...args],
    options: parserOptions(command.options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values: Record<string, unknown> = Object.create(null);
  for (const [option, definition] of Object.entries(command.options)) if (definition.multiple) values[option] = [];
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    else if (token.kind === "option") takeOption(name, command.options, token, values);
  }
  checkCount(name, command, positionals);
  return { options: values as OptionValues<Options>, positionals };
}

function parserOptions(options: OptionTable) {
  const result: Record<string, { type: "string" | "boolean"; short?: string; multiple?: boolean }> = {};
  for (const [name, { type, short, multiple }] of Object.entries(options)) {
    result[name] = { type, ...(short === undefined ? {} : { short }), ...(multiple === true ? { multiple } : {}) };
  }
  return result;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether the value stands in the same argument: `--out=build`. */
  readonly inlineValue: boolean | undefined;
}

function takeOption(command: string, options: OptionTable, token: OptionToken, values: Record<string, unknown>): void {
  const definition = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (!definition) {
    throw new UsageError(`Unknown option ${token.rawName} for ${command}`, optionHint(command, token, options));
  }
  if (definition.type === "boolean") {
    if (token.value !== undefined) throw new UsageError(`Option --${token.name} takes no value`);
    values[token.name] = true;
    return;
  }
  // "--out --json" is far more likely a forgotten value than a folder named "--json"; "--out=--json" says it clearly.
  const isForgotten = token.inlineValue === false && token.value?.startsWith("--");
  if (isForgotten || token.value === undefined || token.value === "") {
    throw new UsageError(`Option --${token.name} needs a value`, `--${token.name} ${definition.value ?? "VALUE"}`);
  }
  if (definition.multiple) (values[token.name] as string[]).push(token.value);
  else values[token.name] = token.value;
}

function optionHint(command: string, token: OptionToken, options: OptionTable): string {
  const nearest = nearestName(token.name, Object.keys(options));
  return nearest === undefined ? `See journeyc ${command} --help` : `Did you mean --${nearest}?`;
}

function checkCount(name: string, command: Command, positionals: readonly string[]): void {
  const { minimum, maximum } = command.positionals;
  if (positionals.length < minimum)
    throw new UsageError(`An argument is missing for ${name}`, `journeyc ${command.usage}`);
  const surplus = positionals[maximum];
  if (surplus !== undefined)
    throw new UsageError(`Unexpected argument ${surplus} for ${name}`, `journeyc ${command.usage}`);
}
