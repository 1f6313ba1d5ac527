import { printable } from "./printable.js";

/**
 * Renders a text as a code span. Its fence is longer than any run of backticks inside, so nothing in the text is
 * markup.
 */
export function markdownCode(text: string): string {
  const shown = printable(text);
  const ticks = longestRunOfTicks(shown);
  if (shown.trim() === "") return `\`${shown || " "}\``;
  const marksOf = "`".repeat(ticks + 1);
  const room = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${marksOf}${room}${shown}${room}${marksOf}`;
}

/**
 * Escapes everything that Markdown, HTML inside it, or the host (mentions, references) would not read as plain text.
 */
export function markdownText(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/@/g, "&#64;");
}

/** The length of the longest run of backticks, which a fence around the text must exceed. */
export function longestRunOfTicks(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longestSoFar, run) => Math.max(longestSoFar, run.length), 0);
}
