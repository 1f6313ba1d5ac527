import { attachComments } from "../../format/attach-comments.js";
import { printFile } from "../../format/format.js";
import type { Property, Value } from "../../syntax/ast.js";
import { parse } from "../../syntax/parse.js";
import type { Json } from "../../text/json.js";
import { SourceFile } from "../../text/source-file.js";
import { editValue } from "./edit-value.js";
import { type Depth, printMember } from "./print-parts.js";

/** A property of the source, what its value means, and what it must mean. */
export interface PropertyChange {
  readonly written: Property;
  readonly before: Json | undefined;
  readonly after: Json;
  /** The property as the writer would write it. */
  readonly wanted: Property;
}

/** The text of a property with a changed value. One in canonical form stays in that form. */
export function editProperty(change: PropertyChange, depth: Depth, source: string): string {
  const { written, before, after, wanted } = change;
  const canonical = printMember(wanted, depth).trimStart();
  const value = valueChange(written.value, wanted.value, before, after);
  if (value === undefined) return canonical;
  const start = written.range.start;
  const text = source.slice(start, value.written.range.start) + editValue(value, source);
  const formatted = canonicalText(text, depth);
  if (formatted === undefined) return canonical;
  const original = source.slice(start, written.range.end);
  const inLf = original.replaceAll("\r\n", "\n");
  const edited = canonicalText(inLf, depth) === inLf ? formatted : text;
  return original === inLf ? edited : edited.replace(/\r?\n/g, "\r\n");
}

function valueChange(written: Value | undefined, wanted: Value | undefined, before: Json | undefined, after: Json) {
  return written === undefined || wanted === undefined ? undefined : { written, wanted, before, after };
}

const opening = ["journey X {", "page X {", "node X: X {"];

/** The canonical text of one property at its depth; `undefined` where the text is none. */
function canonicalText(text: string, depth: Depth): string | undefined {
  const head = opening.slice(0, depth).join("\n");
  const { file, source, diagnostics } = parse(
    new SourceFile("property.journey", `${head}\n${text}\n${"}".repeat(depth)}\n`),
  );
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const lines = printFile(file, attachComments(file, source)).trimEnd().split("\n");
  return lines
    .slice(depth, lines.length - depth)
    .join("\n")
    .trimStart();
}
