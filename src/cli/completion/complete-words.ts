import type { Candidate, Command, OptionDefinition, OptionTable } from "../commands/define-command.js";
import { commands } from "../commands/index.js";
import { commonOptions } from "../output/help.js";
import { helpTopics, topicPlace } from "../output/help-topics.js";
import type { Host } from "../process/host.js";

/** What may be written for the last word of a command line. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** Whether the shell offers files or folders, too. */
  readonly paths: "files" | "folders" | "none";
}

const files: Completion = { candidates: [], paths: "files" };

/** Completes the last of the words behind `journeyc`, which may be empty. Nothing of the project is run for it. */
export async function completeWords(words: readonly string[], host: Host): Promise<Completion> {
  const [name = "", ...rest] = words;
  const word = words[words.length - 1] ?? "";
  const { candidates, paths } =
    rest.length === 0 || (name === "help" && rest.length === 1)
      ? {
          candidates: rest.length === 0 ? commandNames() : [...commandNames(), ...topicNames()],
          paths: "none" as const,
        }
      : await completeArguments(name, rest, host);
  const start = word.startsWith("--") ? word.slice(word.indexOf("=") + 1) : word;
  return { candidates: candidates.filter(({ value }) => value.startsWith(start)), paths };
}

function commandNames(): readonly Candidate[] {
  const names = Object.entries(commands).map(([value, { summary }]) => ({ value, description: summary }));
  return [...names, { value: "help", description: "explain a command, or show what is written about a topic" }];
}

function topicNames(): readonly Candidate[] {
  return Object.entries(helpTopics).map(([value, topic]) => ({ value, description: topicPlace(topic) }));
}

async function completeArguments(name: string, words: readonly string[], host: Host): Promise<Completion> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) return { candidates: [], paths: "none" };
  const command = await entry.load();
  const [before, word] = [words.slice(0, -1), words[words.length - 1] ?? ""];
  if (!before.includes("--")) {
    const option = openOption(command.options, before[before.length - 1], word);
    if (option !== undefined) return completeValue(option, host);
    if (word.startsWith("-")) return { candidates: optionNames(command.options), paths: "none" };
  }
  const { maximum, completes } = command.positionals;
  if (completes === undefined) return maximum === 0 ? { candidates: [], paths: "none" } : files;
  return { candidates: await completes(host), paths: "none" };
}

/** The option whose value is being written, behind it or in the same word. */
function openOption(options: OptionTable, before: string | undefined, word: string): OptionDefinition | undefined {
  const inline = /^--([^=]+)=/.exec(word)?.[1];
  const named = inline ?? /^--(.+)$/.exec(before ?? "")?.[1];
  const short = /^-(.)$/.exec(before ?? "")?.[1];
  const option =
    named === undefined
      ? Object.values(options).find((each) => short !== undefined && each.short === short)
      : Object.hasOwn(options, named)
        ? options[named]
        : undefined;
  return option?.type === "string" ? option : undefined;
}

async function completeValue({ value = "", completes }: OptionDefinition, host: Host): Promise<Completion> {
  if (completes !== undefined) return { candidates: await completes(host), paths: "none" };
  if (value.includes("|")) return { candidates: value.split("|").map((each) => ({ value: each })), paths: "none" };
  return { candidates: [], paths: value === "DIR" ? "folders" : value === "FILE" ? "files" : "none" };
}

function optionNames(options: Command["options"]): readonly Candidate[] {
  return Object.entries({ ...options, ...commonOptions }).map(([name, { help }]) => {
    return { value: `--${name}`, description: help };
  });
}
