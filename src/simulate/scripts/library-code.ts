import type { ScriptContext } from "../../runtime/script-host.js";
import type { ScriptFiles } from "./error-position.js";

const before = "(function (exports, module, require) {";

/** The code of a library script, wrapped as a CommonJS function; or a text that says why there is none. */
export function libraryCode(
  context: ScriptContext,
  files: ScriptFiles,
  title: string,
): { readonly file: string; readonly code: string } | string {
  const library = context.findLibrary(title);
  if (!library) return `No library script "${title}"`;
  // The body starts on the first line so that its lines keep their numbers.
  return { file: files.add(title, before.length), code: `${before}${library.body}\n})` };
}
