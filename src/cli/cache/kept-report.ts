import { type BuildReport, unchangedWords } from "../output/build-report.js";
import type { Host } from "../process/host.js";
import { terminalOf } from "./check-build.js";
import type { KeptReport } from "./kept-build.js";

/** What a build leaves to be said by the next one, if nothing changes until then. */
export function keptReport(
  report: BuildReport,
  options: Parameters<typeof unchangedWords>[1],
  host: Pick<Host, "output" | "talk">,
): KeptReport {
  return { terminal: terminalOf(host), isJson: options.json, ...unchangedWords(report, options, host) };
}
