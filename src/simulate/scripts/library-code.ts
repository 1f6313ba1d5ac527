import type { ScriptContext } from "../../runtime/script-host.js";
import type { ScriptFiles } from "./error-position.js";

const before = "(function (exports, module, require) {";

/** A library script as a CommonJS function, or why there is none. */
export function libraryCode(
  context: ScriptContext,
  files: ScriptFiles,
  title: string,
): { readonly file: string; readonly code: string } | string {
  const library = context.findLibrary(title);
  if (!library) return `No library script "${title}"`;
  // The body begins on the first line, so that its lines keep their numbers.
  return { file: files.add(title, before.length), code: `${before}${library.body}\n})` };
}
