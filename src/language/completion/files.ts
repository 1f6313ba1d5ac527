import type { CompletionPlace } from "./completion-place.js";
import type { Offered } from "./offered.js";

/** Paths behind `file: "`, `schema: "` and `from "`, below the folder of the text; `undefined` elsewhere. */
export function pathCompletions({ before, isQuoted, text, blocks }: CompletionPlace): readonly Offered[] | undefined {
  const inBlock = blocks.at(-1)?.kind;
  const isPath =
    /^resource\s+\S+\s+"(?:[^"\\]|\\.)*"\s+from\s+$/.test(before) ||
    ((inBlock === "script" || inBlock === "extern") && /^(?:file|schema)\s*:\s*$/.test(before));
  if (!isPath || !isQuoted) return undefined;
  const ending = inBlock === "script" ? /\.(?:js|groovy)$/ : /\.json$/;
  return text.project.filesBeside(text.path, ending).map((path) => ({ label: path, kind: "file" }));
}
