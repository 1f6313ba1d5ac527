import type { IToken } from "chevrotain";
import { quote } from "../diagnostics/define-codes.js";
import { EndOfFile } from "./tokens.js";

/** How a message names a token: never by its type. */
export function describeToken(token: IToken | undefined): string {
  if (token === undefined || token.tokenType === EndOfFile) return "the end of the file";
  if (token.image === "") return "nothing";
  const [line = ""] = token.image.split(/\r?\n/, 1);
  return line.startsWith('"') ? quoteString(line) : quote(line);
}

/** A string carries its own quotes. */
function quoteString(text: string): string {
  return quote(text.replace(/^"+|"+$/g, ""));
}
