import type { ScriptHost } from "../../runtime/script-host.js";
import type { RanStatements } from "./create-script-host.js";

/** The sandbox for scripts, with the clock of this machine. It is loaded when the first script runs. `ran` gets to know which statements do. */
export function scriptSandbox(ran?: RanStatements): ScriptHost {
  let loading: Promise<ScriptHost> | undefined;
  return {
    async run(script, context) {
      loading ??= load(ran);
      return (await loading).run(script, context);
    },
  };
}

async function load(ran: RanStatements | undefined): Promise<ScriptHost> {
  const { createScriptHost } = await import("./create-script-host.js");
  return createScriptHost({ now: () => performance.now(), ...(ran && { ran }) });
}
