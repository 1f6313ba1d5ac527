import type { QuickJSContext } from "quickjs-emscripten-core";
import type { SandboxProgram } from "./sandbox-program.js";

/**
 * Defines the only two functions that lead out of the sandbox; the prelude takes them away before a script runs. One
 * answers JSON text with JSON text. The other evaluates library scripts: the host does it, and not the sandbox's
 * `eval`, so that stack traces name the library.
 */
export function defineBorder(
  context: QuickJSContext,
  textLength: number,
  current: () => SandboxProgram | undefined,
): void {
  const tooLong = JSON.stringify({
    error: { message: `The script passes more than ${textLength} characters to one binding` },
  });
  const host = context.newFunction("journeyHost", (name, args) => {
    const [nameText, argsText] = [context.getString(name), context.getString(args)];
    const fits = argsText.length <= textLength;
    return context.newString(fits ? (current()?.host(nameText, argsText) ?? "{}") : tooLong);
  });
  const library = context.newFunction("journeyLibrary", (title) => {
    const found = current()?.library(context.getString(title)) ?? "There are no library scripts";
    if (typeof found === "string") return { error: context.newError(found) };
    return context.evalCode(found.code, found.file, { type: "global" });
  });
  for (const [name, handle] of [
    ["journeyHost", host],
    ["journeyLibrary", library],
  ] as const) {
    context.setProp(context.global, name, handle);
    handle.dispose();
  }
}
