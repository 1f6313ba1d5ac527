import type { ScriptHost } from "../../runtime/script-host.js";

/** The sandbox for scripts, with the clock of this machine. It is loaded when the first script runs. */
export function scriptSandbox(): ScriptHost {
  let loading: Promise<ScriptHost> | undefined;
  return {
    async run(script, context) {
      loading ??= load();
      return (await loading).run(script, context);
    },
  };
}

async function load(): Promise<ScriptHost> {
  const { createScriptHost } = await import("../../simulate/scripts/create-script-host.js");
  return createScriptHost({ now: () => performance.now() });
}
