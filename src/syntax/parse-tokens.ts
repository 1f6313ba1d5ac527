import type { FileItem } from "./ast.js";
import { FileParser } from "./grammar/file-parser.js";
import type { Problems } from "./problems.js";
import { markStatements } from "./repair/mark-statements.js";
import type { TokenVector } from "./token-vector.js";

/** Made when the first text is parsed. */
let parser: FileParser | undefined;

/** The items that tokens make whose brackets balance. They may be a part of all tokens of their text. */
export function parseTokens(tokens: TokenVector, problems: Problems, allTokens = tokens): readonly FileItem[] {
  const { text } = tokens;
  parser ??= new FileParser();
  parser.start(markStatements(tokens, problems, allTokens), problems);
  const items = parser.file();
  for (const error of parser.errors) {
    const { startOffset, image } = error.token;
    const start = Number.isNaN(startOffset) ? text.length : startOffset;
    const args =
      image === ""
        ? { expected: "more", found: "the end of the text" }
        : { expected: "something else", found: `"${image}"` };
    problems.report("syntax-error", start, start + image.length, args);
  }
  parser.finish();
  return items ?? [];
}
