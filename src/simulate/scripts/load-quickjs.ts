import type { QuickJSSyncVariant, QuickJSWASMModule } from "quickjs-emscripten-core";
import type { EngineMemory } from "./memory-image.js";

/** A QuickJS module that has its own memory. */
interface LoadedQuickJS {
  readonly module: QuickJSWASMModule;
  readonly memory: EngineMemory;
}

/**
 * The part of `WebAssembly` that is used here. Node and browsers have it, but TypeScript's language library does not
 * declare it.
 */
interface WebAssemblyApi {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => EngineMemory;
}

const pageBytes = 65_536;
const initialPages = 256;

/**
 * Loads QuickJS. The memory limit is set as the maximum of the WebAssembly memory, because scripts can exceed QuickJS's
 * own limit (docs/decisions/script-sandbox.md). Both packages are loaded here and nowhere else, at the first script.
 */
export async function loadQuickJS(memoryBytes: number): Promise<LoadedQuickJS> {
  const [core, loaded] = await Promise.all([
    import("quickjs-emscripten-core"),
    import("@jitl/quickjs-wasmfile-release-sync"),
  ]);
  const { Memory } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
  const maximum = Math.max(initialPages, Math.floor(memoryBytes / pageBytes));
  const memory = new Memory({ initial: initialPages, maximum });
  const variant = core.newVariant(syncVariant(loaded), { wasmMemory: memory as never });
  return { module: await core.newQuickJSWASMModuleFromVariant(variant), memory };
}

/** Loaded as CommonJS, the variant is wrapped once more than as an ES module. */
function syncVariant(loaded: { readonly default: object }): QuickJSSyncVariant {
  const { default: first } = loaded;
  return ("default" in first ? first.default : first) as QuickJSSyncVariant;
}
