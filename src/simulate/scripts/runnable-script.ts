import { codes } from "../../diagnostics/codes.js";
import { refusedSyntax } from "../../rhino/dialect.js";
import { parseScript, type ScriptUse } from "../../rhino/parse-script.js";
import { refusedIn } from "../../rhino/refused-syntax.js";
import { type StandardOptions, standardScript } from "../../rhino/standard/standard-script.js";
import { BoundedCache } from "../../text/bounded-cache.js";

/** A script as the sandbox runs it, or why it does not run. Offsets in what runs lead back to the script. */
export type RunnableScript =
  | {
      readonly kind: "runs";
      readonly code: string;
      readonly originalOffset: (offset: number) => number;
      /** Where the marked statements begin in the script; empty without marks. */
      readonly statements: readonly number[];
    }
  /** The platform's engine does not compile it. */
  | { readonly kind: "refused"; readonly message: string; readonly at: number }
  /** Only the platform's engine can run it. */
  | { readonly kind: "unread"; readonly reason: string };

export interface NamedScript extends ScriptUse, StandardOptions {
  readonly title: string;
  readonly body: string;
}

const cache = new BoundedCache<RunnableScript>(256);

/** Makes of a script in Rhino's dialect what the sandbox's engine runs; whatever Rhino does not compile is refused here too. */
export function runnableScript(script: NamedScript): RunnableScript {
  const key = JSON.stringify([script.title, script.isLibrary === true, script.hasJava, script.firstMark, script.body]);
  return cache.get(key, () => read(script));
}

function read({ title, body, hasJava, firstMark, isLibrary = false }: NamedScript): RunnableScript {
  const parsed = parseScript(body, { isLibrary });
  // The sandbox's engine says itself that it is too deep.
  if (parsed.kind === "unread" && parsed.isDeep) {
    return { kind: "runs", code: parsed.clean.text, originalOffset: parsed.clean.originalOffset, statements: [] };
  }
  if (parsed.kind === "unread") {
    return {
      kind: "unread",
      reason: `The script "${title}" has syntax that only Rhino reads (such as E4X, list comprehensions or \`yield\`), which the simulation cannot run`,
    };
  }
  const { clean } = parsed;
  const lineOf = (offset: number) => body.slice(0, clean.originalOffset(offset)).split("\n").length;
  if (parsed.kind === "broken") {
    const args = { script: title, line: lineOf(parsed.at), problem: parsed.message };
    return { kind: "refused", message: codes["broken-script"].title(args), at: clean.originalOffset(parsed.at) };
  }
  const [refused] = refusedIn(parsed.program, clean.text);
  if (refused) {
    const args = { script: title, line: lineOf(refused.at), ...refusedSyntax[refused.syntax] };
    return {
      kind: "refused",
      message: codes["script-syntax-refused"].title(args),
      at: clean.originalOffset(refused.at),
    };
  }
  const { text, originalOffset, statements } = standardScript(parsed.program, clean.text, { hasJava, firstMark });
  return {
    kind: "runs",
    code: text,
    originalOffset: (offset) => clean.originalOffset(originalOffset(offset)),
    statements: statements.map(clean.originalOffset),
  };
}
