import type { QuickJSContext } from "quickjs-emscripten-core";
import type { SandboxProgram } from "./sandbox.js";

const tooLong = JSON.stringify({ error: { message: "The script passes on more than it may" } });

/**
 * Defines the two functions that lead out of the sandbox, for the prelude to take. One answers JSON text with JSON text;
 * the other evaluates library scripts, from here and not by the sandbox's `eval`, so that stack traces name them.
 */
export function defineBorder(
  context: QuickJSContext,
  textLength: number,
  current: () => SandboxProgram | undefined,
): void {
  const host = context.newFunction("journeyHost", (name, args) => {
    const [nameText, argsText] = [context.getString(name), context.getString(args)];
    const fits = argsText.length <= textLength;
    return context.newString(fits ? (current()?.host(nameText, argsText) ?? "{}") : tooLong);
  });
  const library = context.newFunction("journeyLibrary", (title) => {
    const found = current()?.library(context.getString(title)) ?? "No library scripts here";
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
