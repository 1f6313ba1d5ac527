import type { QuickJSSyncVariant, QuickJSWASMModule } from "quickjs-emscripten-core";
import type { EngineMemory } from "./memory-image.js";

/** QuickJS with memory of its own. */
interface LoadedQuickJS {
  readonly module: QuickJSWASMModule;
  readonly memory: EngineMemory;
}

/** What is used of `WebAssembly`: Node and browsers have it, the language's own types do not. */
interface WebAssemblyApi {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => EngineMemory;
}

const pageBytes = 65_536;
const initialPages = 256;

/**
 * Loads QuickJS. The cap is the maximum of the WebAssembly memory: QuickJS's own limit can be overrun
 * (docs/decisions/script-sandbox.md). Both packages are loaded here and nowhere else, at the first script.
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

/** Loaded as CommonJS the variant comes wrapped once more than as an ES module. */
function syncVariant(loaded: { readonly default: object }): QuickJSSyncVariant {
  const { default: first } = loaded;
  return ("default" in first ? first.default : first) as QuickJSSyncVariant;
}
