import type { ScriptContext, ScriptHost, ScriptResult, ScriptSource } from "../../runtime/script-host.js";
import { SourceFile } from "../../text/source-file.js";
import { Bridge } from "./bridge.js";
import { ScriptFiles } from "./error-position.js";
import { libraryCode } from "./library-code.js";
import { type ScriptLimits, usualLimits } from "./limits.js";
import { runnableScript } from "./runnable-script.js";
import { Sandbox } from "./sandbox.js";
import { scriptInput } from "./script-input.js";
import { readScriptResult } from "./script-result.js";

export interface ScriptHostOptions {
  readonly limits?: Partial<ScriptLimits>;
  /**
   * A clock in milliseconds that runs while a script does; it enforces the time limit. Scripts themselves see the
   * world's clock.
   */
  readonly now?: () => number;
  /** Gets to know which statements of scripts have run. Without it scripts are not marked. */
  readonly ran?: RanStatements;
}

/** Whoever counts the statements of scripts that have run. */
export interface RanStatements {
  /** `statements` are their beginnings in the body, and `ran` has a 1 for each that has run. */
  add(script: { readonly title: string; readonly body: string }, statements: readonly number[], ran: Uint8Array): void;
}

/**
 * Runs the scripts of journeys in QuickJS with the bindings of the platform's two script engines. Nothing is loaded
 * before the first script. Scripts run one at a time.
 */
export function createScriptHost(options: ScriptHostOptions = {}): ScriptHost {
  const sandbox = new Sandbox({ ...usualLimits, ...options.limits }, options.now ?? Date.now);
  return { run: (script, context) => runScript(sandbox, script, context, options.ran) };
}

const leftovers = `({${["outcome", "action", "config"]
  .map((name) => `${name}: typeof ${name} === "undefined" ? undefined : ${name}`)
  .join(", ")}})`;

async function runScript(
  sandbox: Sandbox,
  script: ScriptSource,
  context: ScriptContext,
  ran: RanStatements | undefined,
): Promise<ScriptResult> {
  if (language(script) === "GROOVY") {
    return {
      kind: "unsupported",
      reason: `The script "${script.title}" is written in Groovy, which the simulation cannot run`,
    };
  }
  const legacy = script.evaluatorVersion === "1.0";
  const files = new ScriptFiles(ran !== undefined);
  const isLibrary = script.context === "LIBRARY";
  const runs = runnableScript({ ...script, isLibrary, hasJava: legacy, firstMark: files.nextMark });
  if (runs.kind === "unread") return { kind: "unsupported", reason: runs.reason };
  if (runs.kind === "refused") return notCompiled(script, runs);
  const file = files.add(script.title, script.body, runs);
  const bridge = new Bridge(context, script.title);
  const preludes = await import("./prelude.generated.js");
  const result = await sandbox.run({
    prelude: legacy ? preludes.legacy : preludes.nextGeneration,
    input: scriptInput(script, context),
    body: runs.code,
    file,
    leftovers,
    host: (name, args) => bridge.answer(name, args),
    library: (title) => libraryCode(context, files, title),
    hasMarks: ran !== undefined,
  });
  for (const { title, body, statements, firstMark } of files.marked) {
    ran?.add({ title, body }, statements, result.marks.subarray(firstMark, firstMark + statements.length));
  }
  if (bridge.missing !== undefined) return { kind: "unsupported", ...bridge.missing };
  if (result.ok) return readScriptResult(result.text);
  const source = files.positionIn(result.error.stack) ?? { script: script.title };
  return { kind: "error", message: result.error.message, source };
}

/** As on the platform, no line of such a script runs. */
function notCompiled(
  { title, body }: ScriptSource,
  { message, at }: { readonly message: string; readonly at: number },
): ScriptResult {
  return { kind: "error", message, source: { script: title, ...new SourceFile(title, body).positionAt(at) } };
}

function language(script: ScriptSource): string {
  const value = script.properties.language;
  return typeof value === "string" ? value.toUpperCase() : "JAVASCRIPT";
}
