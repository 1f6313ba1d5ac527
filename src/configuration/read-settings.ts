import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Json } from "../text/json.js";
import { JsonPlace } from "../text/json-place.js";
import type { JsonProblem } from "../text/json-scanner.js";
import { parseJson } from "../text/parse-json.js";
import type { SourceFile } from "../text/source-file.js";
import { checkSettings, type PlaceOf } from "./check-settings.js";
import type { Validator } from "./validators.js";

/** The value of a file of settings if it fits its schema, or what is wrong with it. */
export type SettingsResult =
  | { readonly value: Json; readonly diagnostics: readonly [] }
  | { readonly value: undefined; readonly diagnostics: readonly Diagnostic[] };

/** Reads a JSON file and compares it with its published schema. `name` is what messages call the whole. */
export function readSettings(source: SourceFile, validate: Validator, name: string): SettingsResult {
  const parsed = parseJson(source);
  if (parsed.kind === "problem") return { value: undefined, diagnostics: [notJson(source, parsed)] };
  const diagnostics = checkSettings(parsed.value, validate, name, settingPlaces(source));
  return diagnostics.length > 0 ? { value: undefined, diagnostics } : { value: parsed.value, diagnostics: [] };
}

/** Reports a file of settings that is no JSON. */
export function notJson(source: SourceFile, { problem, offset }: JsonProblem): Diagnostic {
  return createDiagnostic("invalid-configuration", { source, range: { start: offset, end: offset + 1 } }, { problem });
}

/** Finds the places of settings in the file that they are read from. */
export function settingPlaces(source: SourceFile): PlaceOf {
  return (pointer, part) => {
    const place = JsonPlace.at(source, pointer);
    return part === "key" ? place.key : place;
  };
}
