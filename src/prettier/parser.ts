import type { Parser } from "prettier";
import { parse } from "../syntax/parse.js";
import { SourceFile } from "../text/source-file.js";
import { refuse } from "./refuse.js";

/**
 * The tree that the plugin's parser gives to its printer: our formatter needs the syntax tree and the text together.
 */
export interface ParsedJourney {
  readonly kind: "journey-text";
  readonly parsed: ReturnType<typeof parse>;
}

export const astFormat = "journey-ast";

/**
 * Prettier's parser for journeys. Comments stay in our syntax tree, where our formatter looks for them; Prettier sees a
 * tree of one node without comments.
 */
export const parser: Parser<ParsedJourney> = {
  astFormat,
  parse(text, options) {
    const parsed = parse(new SourceFile(options.filepath ?? "text.journey", text));
    const error = parsed.diagnostics.find((diagnostic) => diagnostic.severity === "error");
    if (error) throw refuse(error);
    return { kind: "journey-text", parsed };
  },
  locStart: () => 0,
  locEnd: ({ parsed }) => parsed.source.text.length,
};
