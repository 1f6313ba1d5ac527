import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import type { SourceFile } from "../text/source-file.js";
import { readSettings } from "./read-settings.js";
import { validateWorld } from "./validators.js";

/** Reads the world of simulated journeys from a file of its own. */
export function readWorld(source: SourceFile): {
  readonly world: WorldOptions;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics } = readSettings(source, validateWorld, "world");
  // The value fits its schema: what is there has the right kind.
  return { world: (value ?? {}) as WorldOptions, diagnostics };
}
