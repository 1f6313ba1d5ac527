import { resolve } from "node:path";
import { readWorld } from "../configuration/read-world.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { realmName } from "../model/realm.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { SourceFile } from "../text/source-file.js";
import type { LoadedConfiguration } from "./load-configuration.js";
import type { ProjectHost } from "./project-host.js";
import { shownPath } from "./shown-path.js";
import { unreadableFile } from "./unreadable-file.js";

/** The world around simulated journeys, and the problems of its file. */
export interface LoadedWorld {
  readonly world: WorldOptions;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads the world that journeys run in from the given file, or takes the one of the configuration. */
export function loadWorld(
  host: ProjectHost,
  { configuration }: LoadedConfiguration,
  given: { readonly world?: string | undefined; readonly realm?: string | undefined },
): LoadedWorld {
  const realm = (given.realm && (realmName(given.realm) ?? given.realm)) ?? configuration.values.realm;
  const loaded =
    given.world === undefined ? { world: configuration.simulate, diagnostics: [] } : readFile(given.world, host);
  const { world, diagnostics } = loaded;
  return {
    world: realm === undefined || world.realm !== undefined ? world : { ...world, realm: `/${realm}` },
    diagnostics,
  };
}

function readFile(path: string, host: ProjectHost): LoadedWorld {
  const file = resolve(host.workingDirectory, path);
  const shown = shownPath(file, host.workingDirectory);
  const result = host.files.readText(file);
  if ("text" in result) return readWorld(new SourceFile(shown, result.text));
  return { world: {}, diagnostics: [unreadableFile(shown, result.problem)] };
}
