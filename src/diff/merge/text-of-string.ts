import type { StringValue } from "../../syntax/ast.js";

/** The text of a string without parameters; `undefined` where it has one. */
export function textOfString({ parts }: StringValue): string | undefined {
  return parts.every((part) => typeof part === "string") ? parts.join("") : undefined;
}
