import type { ScriptContext } from "../../../runtime/script-host.js";
import type { LogEntry } from "../../../runtime/world/world.js";
import { isJsonObject, type Json } from "../../../text/json.js";
import { runnableScript } from "../runnable-script.js";
import { BindingError, type HostCalls, MissingBinding, textArgument } from "./host-calls.js";

const levels: ReadonlySet<string> = new Set(["trace", "debug", "info", "warn", "error"]);
const mostRandomBytes = 65_536;

/** Logging, random values, ESVs, secrets, localised texts, and the link of a suspension. */
export function worldCalls(context: ScriptContext, script: string): HostCalls {
  const { world } = context;
  return {
    log: (args) => {
      const level = textArgument(args, 0);
      if (levels.has(level)) world.addToLog({ level: level as LogEntry["level"], script, text: textArgument(args, 1) });
      return undefined;
    },
    warning: ([text, line]) => {
      const place = typeof line === "number" ? line : undefined;
      const shown = place === undefined ? String(text) : `Line ${place}: ${String(text)}`;
      world.addToLog({ level: "warn", script, text: shown, warning: { line: place } });
      return undefined;
    },
    random: () => world.random.next(),
    uuid: () => world.random.uuid(),
    bytes: (args) => [...world.random.bytes(Math.min(Number(args[0]) || 0, mostRandomBytes))],
    systemEnv: (args) => named(world.options.esvs, textArgument(args, 0)),
    secret: (args) => {
      const label = textArgument(args, 0);
      const value = named(world.options.secrets, label);
      if (value === undefined) throw new BindingError(`The world's "secrets" has no secret "${label}"`);
      return value;
    },
    "rhino.standard": (args) => standardCode(script, textArgument(args, 0), args[1] === true),
    localise: ([texts]) => {
      if (!isJsonObject(texts)) return undefined;
      const byTag = new Map(Object.entries(texts).map(([tag, text]) => [tag, String(text)]));
      return world.localise(byTag) ?? byTag.values().next().value;
    },
    resumeUri: () => context.resumeUri(),
  };
}

/** Code that a script makes itself, read as Rhino reads it. */
function standardCode(title: string, body: string, hasJava: boolean): Json {
  const runs = runnableScript({ title, body, hasJava });
  if (runs.kind === "unread") throw new MissingBinding(runs.reason);
  return runs.kind === "runs" ? { code: runs.code } : { refused: runs.message };
}

/** Finds a value by name. Scripts write `esv.mail.from`, the admin console `esv-mail-from`. */
function named(values: { readonly [name: string]: string } | undefined, name: string): string | undefined {
  if (!values) return undefined;
  const wanted = normal(name);
  const key = Object.keys(values).find((given) => normal(given) === wanted);
  return key === undefined ? undefined : values[key];
}

function normal(name: string): string {
  return name.toLowerCase().replaceAll("-", ".");
}
