import type { ScriptHost } from "../runtime/script-host.js";
import { createScriptHost } from "../simulate/scripts/create-script-host.js";

/** The sandbox for scripts, over this machine's clock. Nothing is loaded before the first script runs. */
export function loadScripts(): ScriptHost {
  return createScriptHost({ now: () => performance.now() });
}
