import { analyse } from "../../compile.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { summarise } from "../../diagnostics/render/summary.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { defineCommand } from "../command.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { loadProject } from "../load-project.js";
import { projectOptions } from "../project-options.js";
import { writeJson, writePretty } from "../report.js";
import { UsageError } from "../usage-error.js";

const formats = ["pretty", "json"] as const;
type Format = (typeof formats)[number];

/** `journeyc check`: all diagnostics of journeys. */
export const check = defineCommand({
  usage: "check [paths…]",
  description:
    "Reports everything that is wrong in journeys, with the place and a way to mend it. Without paths, the\n" +
    "configuration's `include`, or all journeys below the folder.",
  options: {
    format: { type: "string", value: "pretty|json", help: "how findings are written (default: pretty)" },
    json: { type: "boolean", help: "the same as --format json" },
    "max-warnings": { type: "string", value: "N", help: "fail when there are more warnings than this" },
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const format = options.json ? "json" : formatNamed(options.format);
    const maxWarnings = numberOf(options["max-warnings"]);
    const project = await loadProject(host, positionals, options);
    const diagnostics = [...project.unreadable, ...analyse(project.sources, project.options).diagnostics];
    if (format === "json") writeJson(diagnostics, {}, host.output);
    else writePretty(diagnostics, host.output);
    if (diagnostics.length === 0 && format === "pretty") host.talk.write(`${fine(project.sources.length)}\n`);
    return project.unreadable.length > 0 ? exitCode.usage : verdict(diagnostics, maxWarnings);
  },
});

function verdict(diagnostics: readonly Diagnostic[], maxWarnings: number): ExitCode {
  const { errors, warnings } = summarise(diagnostics);
  return errors > 0 || warnings > maxWarnings ? exitCode.findings : exitCode.fine;
}

function fine(files: number): string {
  return `No findings in ${files} file${files === 1 ? "" : "s"}`;
}

function formatNamed(name: string | undefined): Format {
  if (name === undefined) return "pretty";
  const format = formats.find((known) => known === name);
  if (format) return format;
  const nearest = nearestName(name, formats);
  throw new UsageError(
    `Unknown format ${name}`,
    nearest ? `Did you mean ${nearest}?` : `Formats: ${formats.join(", ")}`,
  );
}

function numberOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings ${text} must be a number`);
  return Number(text);
}
