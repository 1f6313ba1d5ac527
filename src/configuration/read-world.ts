import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { JsonPlace } from "../text/json-place.js";
import { parseJson } from "../text/parse-json.js";
import type { SourceFile } from "../text/source-file.js";
import { checkSettings } from "./check-settings.js";
import { validateWorld } from "./validators.js";

/** Reads the world of simulated journeys from a file of its own. */
export function readWorld(source: SourceFile): {
  readonly world: WorldOptions;
  readonly diagnostics: readonly Diagnostic[];
} {
  const parsed = parseJson(source);
  if (parsed.kind === "problem") {
    const place = { source, range: { start: parsed.offset, end: parsed.offset + 1 } };
    return { world: {}, diagnostics: [createDiagnostic("invalid-configuration", place, { problem: parsed.problem })] };
  }
  const diagnostics = checkSettings(parsed.value, validateWorld, "world", (pointer, part) => {
    const place = JsonPlace.at(source, pointer);
    return part === "key" ? place.key : place;
  });
  // The value fits its schema: what is there has the right kind.
  return { world: diagnostics.length > 0 ? {} : (parsed.value as WorldOptions), diagnostics };
}
