import { printable } from "../../diagnostics/render/printable.js";
import type { RequestEntry } from "../../serve/request-entry.js";
import { describePath } from "../../simulate/describe-run.js";
import type { Terminal } from "../process/host.js";

/** The longest path and query that is shown. */
const longestPath = 120;

/** A request in a line for people, and below it the messages that were sent and what scripts have logged. */
export function requestLines({ method, path, status, world, journey, defect }: RequestEntry): string {
  const shown = path.length > longestPath ? `${path.slice(0, longestPath)}…` : path;
  const place = world === undefined ? "" : ` [${world}]`;
  const lines = [`${method} ${shown} ${status}${place}`];
  if (journey !== undefined) {
    const problem = journey.problem === undefined ? "" : `: ${journey.problem}`;
    lines.push(`  ${journey.journey}: ${describePath(journey.path)} (${journey.status}${problem})`);
    for (const { kind, to, template, text, resumeUri } of journey.messages) {
      lines.push(`  ${kind === "email" ? "e-mail" : "SMS"} to ${to}: ${resumeUri ?? text ?? template ?? ""}`);
    }
    for (const { level, script, text } of journey.log) lines.push(`  ${script} (${level}): ${text}`);
  }
  if (defect !== undefined)
    lines.push(`  a defect of journeyc: ${defect instanceof Error ? defect.stack : String(defect)}`);
  return lines.map((line) => `${printable(line)}\n`).join("");
}

/** A request as one line of JSON, without what was sent and received: passwords are to stay out of the logs of builds. */
export function requestJson({ defect, sent: _, received: __, ...entry }: RequestEntry): string {
  const shown = defect === undefined ? entry : { ...entry, defect: String(defect) };
  return `${JSON.stringify(shown)}\n`;
}

/** Writes requests together that are answered in one turn: to write is the larger part of the work when there are many. */
export function writeSoon(terminal: Terminal, textOf: (entry: RequestEntry) => string): (entry: RequestEntry) => void {
  let waiting: RequestEntry[] = [];
  const write = () => {
    const entries = waiting;
    waiting = [];
    terminal.write(entries.map(textOf).join(""));
  };
  return (entry) => {
    if (waiting.push(entry) === 1) setImmediate(write);
  };
}
