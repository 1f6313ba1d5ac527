import type { BindOptions } from "../../src/model/bind-options.js";
import { bindText } from "./read-project.js";

/** A diagnostic of parsing or binding, with the text that it is about in place of a range. */
export interface BindReport {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly at: string;
  readonly help: string | undefined;
  /** The text that each fix writes. */
  readonly fixes: readonly string[];
  readonly related: readonly string[];
}

/** What is reported about a text. */
export function bindReports(text: string, options: Partial<BindOptions> = {}): readonly BindReport[] {
  return bindText(text, options).diagnostics.map(({ code, severity, message, place, help, fixes, related }) => ({
    code,
    severity,
    message,
    at: place.source.text.slice(place.range.start, place.range.end),
    help,
    fixes: fixes.flatMap(({ edits }) => edits.map((edit) => edit.text)),
    related: related.map((other) => other.message),
  }));
}
