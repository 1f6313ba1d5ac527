import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { SourceFile } from "../text/source-file.js";
import { configurationIn, type LoadedConfiguration } from "./load-configuration.js";
import type { ProjectHost } from "./project-host.js";
import type { ProjectOptions } from "./project-options.js";
import { shownPath } from "./shown-path.js";

/** Reports the configurations below the working directory that govern a named path there, and that the run does not read. Whoever names one with --config means it. */
export function unreadConfigurations(
  { paths, config }: { readonly paths: readonly string[] } & ProjectOptions,
  { file: read }: LoadedConfiguration,
  { workingDirectory, files }: ProjectHost,
): readonly Diagnostic[] {
  if (config !== undefined) return [];
  const unread = new Set<string>();
  for (const path of paths) {
    if (path === "-") continue;
    const full = resolve(workingDirectory, path);
    let folder = files.kindOf(full) === "folder" ? full : dirname(full);
    for (; isBelow(folder, workingDirectory); folder = dirname(folder)) {
      const file = configurationIn(folder, files);
      if (file !== undefined && file !== read) unread.add(file);
      if (file !== undefined) break;
    }
  }
  return [...unread].map((file) => {
    const shown = shownPath(file, workingDirectory);
    const place = { source: new SourceFile(shown, ""), range: { start: 0, end: 0 } };
    return createDiagnostic("unread-configuration", place, {
      file: shown,
      folder: shownPath(dirname(file), workingDirectory),
    });
  });
}

function isBelow(folder: string, above: string): boolean {
  const way = relative(above, folder);
  return way !== "" && !isAbsolute(way) && way.split(sep)[0] !== "..";
}
