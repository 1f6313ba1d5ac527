import type { PartialMessage, PluginBuild } from "esbuild";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { headlineOf, notesOf } from "./bundler-message.js";
import { importedFrom } from "./imported-form.js";
import type { JourneyImports } from "./journey-imports.js";

/** Loads journeys for esbuild itself, because unplugin hands on neither the line of a message nor its notes. */
export function loadForEsbuild(imports: JourneyImports, build: PluginBuild): void {
  imports.workIn(build.initialOptions.absWorkingDir);
  build.onLoad({ filter: /\.journey$/ }, async ({ path, suffix }) => {
    const imported = importedFrom(path + suffix);
    if (imported === undefined) return undefined;
    const { code, errors, warnings, refusal, files } = await imports.load(imported.file, imported.form);
    return {
      contents: code,
      loader: "js",
      errors: [...(refusal === undefined ? [] : [{ text: refusal }]), ...errors.map(esbuildMessage)],
      warnings: warnings.map(esbuildMessage),
      watchFiles: [...files],
    };
  });
}

function esbuildMessage(diagnostic: Diagnostic): PartialMessage {
  const { source, range } = diagnostic.place;
  const { line, column } = source.positionAt(range.start);
  const lineText = source.lineText(line);
  const marked = lineText.slice(column - 1, column - 1 + range.end - range.start);
  return {
    id: diagnostic.code,
    text: headlineOf(diagnostic),
    // esbuild counts bytes.
    location: {
      file: source.path,
      line,
      column: Buffer.byteLength(lineText.slice(0, column - 1)),
      length: Buffer.byteLength(marked),
      lineText,
    },
    notes: notesOf(diagnostic).map((text) => ({ text })),
  };
}
