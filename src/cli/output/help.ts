import type { Style } from "../../diagnostics/render/style.js";
import type { Command, OptionTable } from "../commands/define-command.js";
import { commands } from "../commands/index.js";
import { helpTopics, topicPage } from "./help-topics.js";
import { showMarkdown } from "./show-markdown.js";
import { wrapped } from "./wrapped.js";

/** The help of the whole program. */
export function generalHelp(version: string, style: Style): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [name, summary] as const);
  return [
    `journeyc ${version}: compiles PingOne AIC login journeys`,
    "",
    `${style.bold("Usage")}  journeyc <command> [arguments]`,
    "",
    style.bold("Commands"),
    ...table(rows, style),
    "",
    style.bold("Topics"),
    ...wrapped(Object.keys(helpTopics).join(", "), columns - 2).map((line) => `  ${line}`),
    "",
    "journeyc help <command or topic> explains one of them. Paths may be files, folders, or - for standard input.",
    "Exit status: 0 fine, 1 findings, 2 wrong use or unreadable input, 70 a defect of journeyc.",
    "",
  ].join("\n");
}

/** The help of one command. */
export function commandHelp(command: Command, style: Style): string {
  const rows = optionRows({ ...command.options, ...commonOptions });
  return [
    `${style.bold("Usage")}  journeyc ${command.usage}`,
    "",
    ...wrapped(command.description, columns),
    "",
    style.bold("Options"),
    ...table(rows, style),
    "",
  ].join("\n");
}

/** What the installed pages say of a topic. `undefined` where it is none. */
export function topicHelp(name: string, packageFolder: string, style: Style, width: number): string | undefined {
  const topic = Object.hasOwn(helpTopics, name) ? helpTopics[name] : undefined;
  if (topic === undefined) return undefined;
  const { markdown, file } = topicPage(topic, packageFolder);
  return `${showMarkdown(markdown, style, Math.min(width, columns))}\n${style.dim(`More: ${file}`)}\n`;
}

/** What every command takes. */
export const commonOptions: OptionTable = {
  help: { type: "boolean", short: "h", help: "show this help" },
  timings: { type: "boolean", help: "say on standard error where the time goes" },
};

function optionRows(options: OptionTable): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { short, type, value, help }]) => {
    const names = `${short === undefined ? "   " : `-${short},`} --${name}`;
    return [type === "string" ? `${names} ${value ?? "VALUE"}` : names, help];
  });
}

/** The widest line of a help. */
const columns = 110;

function table(rows: readonly (readonly [string, string])[], style: Style): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) => {
    const [first = "", ...more] = wrapped(right, columns - width - 4);
    return [`  ${style.cyan(left.padEnd(width))}  ${first}`, ...more.map((line) => `  ${" ".repeat(width)}  ${line}`)];
  });
}
