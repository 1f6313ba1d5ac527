import type { Callback } from "../../../src/runtime/callbacks/callback.js";
import { emptyStores, NodeState, type StateStores } from "../../../src/runtime/node-state.js";
import type { ScriptDone, ScriptHost, ScriptResult, ScriptSource } from "../../../src/runtime/script-host.js";
import { World } from "../../../src/runtime/world/world.js";
import type { WorldOptions } from "../../../src/runtime/world/world-options.js";
import { createScriptHost } from "../../../src/simulate/scripts/create-script-host.js";

export interface ScriptRun {
  readonly host?: ScriptHost;
  readonly world?: World | WorldOptions;
  readonly shared?: object;
  readonly transient?: object;
  readonly secure?: object;
  readonly inputs?: readonly string[];
  readonly callbacks?: readonly Callback[];
  readonly resumed?: boolean;
  readonly libraries?: { readonly [title: string]: string };
  readonly title?: string;
  readonly language?: string;
}

export interface ScriptTrace {
  readonly result: ScriptResult;
  readonly stores: StateStores;
  readonly world: World;
}

const sharedHost = createScriptHost();

/** Runs a script of the legacy engine. */
export function runLegacy(body: string, run: ScriptRun = {}): Promise<ScriptTrace> {
  return runBody(body, "1.0", run);
}

/** Runs a script of the next-generation engine. */
export function runNext(body: string, run: ScriptRun = {}): Promise<ScriptTrace> {
  return runBody(body, "2.0", run);
}

/** The result of a script that must have run to its end. */
export function done({ result }: ScriptTrace): ScriptDone {
  if (result.kind !== "done") throw new Error(JSON.stringify(result));
  return result;
}

export function scriptSource(title: string, body: string, evaluatorVersion: "1.0" | "2.0"): ScriptSource {
  return { id: title, name: title, title, body, evaluatorVersion, context: "", properties: {} };
}

async function runBody(body: string, version: "1.0" | "2.0", run: ScriptRun): Promise<ScriptTrace> {
  const stores = emptyStores();
  for (const name of ["shared", "transient", "secure"] as const) {
    for (const [key, value] of Object.entries(run[name] ?? {})) stores[name].set(key, value);
  }
  const world = run.world instanceof World ? run.world : new World(run.world ?? {});
  const script = scriptSource(run.title ?? "Test Script", body, version);
  const libraries = run.libraries ?? {};
  const result = await (run.host ?? sharedHost).run(
    { ...script, properties: run.language ? { language: run.language } : {} },
    {
      journey: { id: "Login", identityResource: "managed/alpha_user", mustRun: false, inner: true },
      node: { name: "script", id: "n", type: "ScriptedDecisionNode", version: "1.0", displayName: "S", outcomes: [] },
      state: new NodeState(stores, run.inputs),
      callbacks: run.callbacks ?? [],
      world,
      resumed: run.resumed ?? false,
      resumeUri: () => "https://tenant.example/am/?suspendedId=1",
      findLibrary: (title) =>
        Object.hasOwn(libraries, title) ? scriptSource(title, libraries[title] ?? "", "2.0") : undefined,
    },
  );
  return { result, stores, world };
}
