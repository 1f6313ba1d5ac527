import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Host, Terminal } from "../process/host.js";
import { outputLine } from "./output-line.js";
import { writeJson, writePretty } from "./report.js";
import type { LeftOutput, OutputNote, WrittenOutput } from "./write-outputs.js";

/** What a build has to say. */
export interface BuildReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly filesRead: number;
  readonly written: readonly WrittenOutput[];
  readonly gone: readonly LeftOutput[];
  readonly notes: readonly OutputNote[];
}

interface ReportOptions {
  readonly json: boolean;
  /** Then files that stay the same are only counted. */
  readonly isWatching: boolean;
}

/** Says what a build has done: notes and findings for people on standard error, the outputs and a report as JSON on standard output. */
export function sayBuild(report: BuildReport, options: ReportOptions, { output, talk }: Pick<Host, "output" | "talk">) {
  const { diagnostics, filesRead, written, gone, notes } = report;
  for (const { line } of notes) talk.write(line);
  if (options.json) {
    writeJson(diagnostics, filesRead, { outputs: written, gone }, output);
    return;
  }
  writePretty(diagnostics, talk);
  const { style } = output;
  const shown = options.isWatching ? written.filter(isWritten) : written;
  const lines = shown.map((each) => outputLine(each, style));
  if (lines.length > 0) output.write(lines.join(""));
}

export const isWritten = ({ status }: WrittenOutput) => status === "written";

/** What the next build has to say, if nothing changes until then. */
export function unchangedReport(report: BuildReport): BuildReport {
  return {
    ...report,
    written: report.written.map((output) => ({ ...output, status: "unchanged" })),
    gone: report.gone.filter(({ status }) => status === "kept"),
    notes: report.notes.filter(({ stays }) => stays),
  };
}

/** The words of the next build, if nothing changes until then. */
export function unchangedWords(report: BuildReport, options: ReportOptions, host: Pick<Host, "output" | "talk">) {
  const words = { output: "", talk: "" };
  const noting = (stream: "output" | "talk"): Terminal => {
    const { isTerminal, columns, style } = host[stream];
    const write = (text: string): void => {
      words[stream] += text;
    };
    return { isTerminal, columns, style, write };
  };
  sayBuild(unchangedReport(report), options, { output: noting("output"), talk: noting("talk") });
  return words;
}
