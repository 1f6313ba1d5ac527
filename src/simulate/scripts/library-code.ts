import type { ScriptContext } from "../../runtime/script-host.js";
import type { ScriptFiles } from "./error-position.js";
import { runnableScript } from "./runnable-script.js";

const before = "(function (exports, module, require) {";

/** The code of a library script, wrapped as a CommonJS function; or a text that says why there is none. */
export function libraryCode(
  context: ScriptContext,
  files: ScriptFiles,
  title: string,
): { readonly file: string; readonly code: string } | string {
  const library = context.findLibrary(title);
  if (!library) return `No library script "${title}"`;
  const runs = runnableScript({ ...library, isLibrary: true, hasJava: false, firstMark: files.nextMark });
  if (runs.kind === "unread") return runs.reason;
  if (runs.kind === "refused") {
    // The error stands where the library is wrong, not where it is asked for.
    const code = `(() => { throw new Error(${JSON.stringify(runs.message)}) })`;
    return {
      file: files.add(title, library.body, { kind: "runs", code, originalOffset: () => runs.at, statements: [] }),
      code,
    };
  }
  // The body starts on the first line so that its lines keep their numbers.
  return { file: files.add(title, library.body, runs, before.length), code: `${before}${runs.code}\n})` };
}
