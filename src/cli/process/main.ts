import { printable } from "../../diagnostics/render/printable.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { UsageError } from "../../project/usage-error.js";
import type { Command } from "../commands/define-command.js";
import { commands } from "../commands/index.js";
import { completionLines } from "../completion/completion-lines.js";
import { parseArguments } from "../input/arguments.js";
import { refuseConfigurationCode } from "../input/refuse-configuration-code.js";
import { commandHelp, generalHelp, topicHelp } from "../output/help.js";
import { helpTopics } from "../output/help-topics.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Host } from "./host.js";

/** Runs the command line on the arguments behind `journeyc`. Rejects only for a defect of ours. */
export async function main(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await dispatch(args, host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { style } = host.talk;
    host.talk.write(`${style.red("error")}: ${printable(error.message)}\n`);
    if (error.hint !== undefined) host.talk.write(`${printable(error.hint)}\n`);
    return exitCode.usage;
  }
}

async function dispatch(args: readonly string[], host: Host): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) {
    host.talk.write(generalHelp(host.version, host.talk.style));
    return exitCode.usage;
  }
  if (name === "--help" || name === "-h") return print(host, generalHelp(host.version, host.output.style));
  if (name === "--version" || name === "-V") return print(host, `${host.version}\n`);
  if (name === "help" && rest[0] !== undefined) return print(host, await helpOn(rest[0], host));
  if (name === "help") return print(host, generalHelp(host.version, host.output.style));
  if (name === "complete") return print(host, await completionLines(rest, host));
  if (rest.some((arg) => arg === "--help" || arg === "-h") && !behindEndOfOptions(rest)) return help(name, host);
  const command = await loadCommand(name);
  const parsed = parseArguments(name, command, rest);
  return command.run({ ...parsed, host: refuseConfigurationCode(host, parsed.options) });
}

function behindEndOfOptions(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return end !== -1 && !args.slice(0, end).some((arg) => arg === "--help" || arg === "-h");
}

async function help(name: string, host: Host): Promise<ExitCode> {
  return print(host, commandHelp(await loadCommand(name), host.output.style));
}

/** The help of a command, or what the pages say of a topic. */
async function helpOn(name: string, { packageFolder, output: { style, columns } }: Host): Promise<string> {
  if (Object.hasOwn(commands, name)) return commandHelp(await loadCommand(name), style);
  const page = topicHelp(name, packageFolder, style, columns);
  if (page !== undefined) return page;
  const nearest = nearestName(name, [...Object.keys(commands), ...Object.keys(helpTopics)]);
  throw new UsageError(
    `There is no command or topic ${name}`,
    nearest === undefined ? "journeyc --help lists both" : `Did you mean journeyc help ${nearest}?`,
  );
}

function print(host: Host, text: string): ExitCode {
  host.output.write(text);
  return exitCode.fine;
}

async function loadCommand(name: string): Promise<Command> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry) return entry.load();
  const what = name.startsWith("-") ? "option" : "command";
  const nearest = what === "command" ? nearestName(name, Object.keys(commands)) : undefined;
  throw new UsageError(
    `Unknown ${what} ${name}`,
    nearest === undefined ? "See journeyc --help" : `Did you mean journeyc ${nearest}?`,
  );
}
