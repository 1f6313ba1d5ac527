import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { isJsonObject } from "../text/json.js";
import type { SourceFile } from "../text/source-file.js";
import { readSettings, settingPlaces } from "./read-settings.js";
import { validateWorld } from "./validators.js";
import { worldFaults } from "./world-faults.js";

/** Reads the world of simulated journeys from a file of its own. */
export function readWorld(source: SourceFile): {
  readonly world: WorldOptions;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics } = readSettings(source, validateWorld, "world");
  if (value === undefined || !isJsonObject(value)) return { world: {}, diagnostics };
  const faults = worldFaults(value, settingPlaces(source));
  // A value that fits its schema has the right kind.
  return { world: faults.length === 0 ? (value as WorldOptions) : {}, diagnostics: faults };
}
