import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { getOwn, isJsonObject } from "../text/json.js";
import type { SourceFile } from "../text/source-file.js";
import { readSettings, settingPlaces } from "./read-settings.js";
import { validateWorld } from "./validators.js";

/** Reads the world of simulated journeys from a file of its own. */
export function readWorld(source: SourceFile): {
  readonly world: WorldOptions;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics } = readSettings(source, validateWorld, "world");
  const now = value !== undefined && isJsonObject(value) ? getOwn(value, "now") : undefined;
  // A schema cannot say which texts and numbers are times.
  if (now !== undefined && Number.isNaN(new Date(now as string | number).getTime())) {
    const args = { setting: "now", expected: "a time in ISO 8601, or in milliseconds since 1970" };
    return {
      world: {},
      diagnostics: [createDiagnostic("invalid-setting", settingPlaces(source)("/now", "value"), args)],
    };
  }
  // The value fits its schema: what is there has the right kind.
  return { world: (value ?? {}) as WorldOptions, diagnostics };
}
