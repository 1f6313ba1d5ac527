import { formatFile } from "../../src/format/format.js";
import { type ParseResult, parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";

/** Parses a text under a name that no test looks at. */
export function read(text: string): ParseResult {
  return parse(new SourceFile("test.journey", text));
}

/** The messages of the diagnostics, for short reports of failures. */
export function messages(parsed: ParseResult): readonly string[] {
  return parsed.diagnostics.map(({ message }) => message);
}

/** Formats a text as the command does: only when it is free of mistakes. */
export function formatText(text: string): string {
  const parsed = read(text);
  const problems = messages(parsed);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return formatFile(parsed.file, parsed.source);
}
