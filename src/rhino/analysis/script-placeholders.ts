import { memberName, type ScriptIndex } from "./script-index.js";

/** A text in a script that holds the placeholder of an ESV, which nothing replaces there. */
export interface ScriptPlaceholder {
  /** As it is written: `&{esv.name}`. */
  readonly written: string;
  /** The name between its brackets. */
  readonly name: string;
  /** Offset of the text in the script that was parsed. */
  readonly at: number;
}

/** Finds placeholders of ESVs in texts. What `systemEnv.getProperty` is asked for is told elsewhere. */
export function scriptPlaceholders(index: ScriptIndex): readonly ScriptPlaceholder[] {
  return index.ofType("Literal").flatMap((text) => {
    const { value, start } = text;
    const found = typeof value === "string" ? /&\{\s*(esv[-_.][\w.-]+)\s*\}/i.exec(value) : null;
    if (found === null) return [];
    const call = index.parentOf(text);
    if (call?.type === "CallExpression" && memberName(call.callee) === "getProperty") return [];
    return [{ written: found[0], name: found[1] ?? "", at: start }];
  });
}
