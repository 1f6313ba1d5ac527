import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { unreadableJson } from "../../diagnostics/unreadable-json.js";
import type { Json } from "../../text/json.js";
import type { JsonPlace } from "../../text/json-place.js";
import { parseJson } from "../../text/parse-json.js";
import type { SourceFile } from "../../text/source-file.js";

/**
 * The longest text that is read, in UTF-16 units. The largest known export of a whole tenant has about a tenth of it.
 */
const longestText = 128 * 1024 * 1024;
/** No more repeated members are reported than these, so that the other findings stay visible. */
const mostDuplicates = 20;

/** A JSON document and the problems found in it. It has no value where the text is not JSON or too large. */
export interface ParsedDocument {
  readonly value: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses the text of an export. */
export function parseDocument(source: SourceFile, whole: JsonPlace): ParsedDocument {
  if (source.text.length > longestText) {
    const sizes = { megabytes: megabytes(source.text.length), limit: megabytes(longestText) };
    return { value: undefined, diagnostics: [createDiagnostic("export-too-large", whole, sizes)] };
  }
  const parsed = parseJson(source);
  if (parsed.kind === "problem")
    return { value: undefined, diagnostics: [unreadableJson(source, parsed, likelyFormat(source.text))] };
  const diagnostics = parsed.duplicates
    .slice(0, mostDuplicates)
    .map(({ key, range, first }) =>
      createDiagnostic(
        "duplicate-member",
        { source, range },
        { member: key },
        { related: [{ place: { source, range: first }, message: "First here" }] },
      ),
    );
  return { value: parsed.value, diagnostics };
}

function megabytes(units: number): number {
  return Math.round(units / (1024 * 1024));
}

/** A guess at what a text that is not JSON may be. */
function likelyFormat(text: string): string | undefined {
  const start = text.slice(0, 200).trimStart();
  if (start === "") return "The file is empty.";
  if (/^(<!doctype html|<html)/i.test(start))
    return "This looks like an HTML page: perhaps a login or error page saved in place of the export.";
  if (start.startsWith("<?xml")) return "This looks like XML; journeys are exported as JSON.";
  if (/^(\/\/.*|journey\s+[\p{L}"])/u.test(start)) return "This looks like a `.journey` file: give it that extension.";
  if (start.startsWith("PK")) return "This looks like a ZIP archive: unpack it first.";
  if (/^(<{7}|={7}|>{7})/m.test(text)) return "The file has the marks of an unresolved merge conflict.";
  return undefined;
}
