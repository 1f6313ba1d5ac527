import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Json } from "../text/json.js";
import { JsonPlace } from "../text/json-place.js";
import { parseJson } from "../text/parse-json.js";
import type { SourceFile } from "../text/source-file.js";
import { checkSettings } from "./check-settings.js";
import type { Validator } from "./validators.js";

/** The value of a file of settings if it fits its schema, or what is wrong with it. */
export type SettingsResult =
  | { readonly value: Json; readonly diagnostics: readonly [] }
  | { readonly value: undefined; readonly diagnostics: readonly Diagnostic[] };

/** Reads a JSON file and compares it with its published schema. `name` is what messages call the whole. */
export function readSettings(source: SourceFile, validate: Validator, name: string): SettingsResult {
  const parsed = parseJson(source);
  if (parsed.kind === "problem") {
    const place = { source, range: { start: parsed.offset, end: parsed.offset + 1 } };
    const diagnostics = [createDiagnostic("invalid-configuration", place, { problem: parsed.problem })];
    return { value: undefined, diagnostics };
  }
  const diagnostics = checkSettings(parsed.value, validate, name, (pointer, part) => {
    const place = JsonPlace.at(source, pointer);
    return part === "key" ? place.key : place;
  });
  return diagnostics.length > 0 ? { value: undefined, diagnostics } : { value: parsed.value, diagnostics: [] };
}
