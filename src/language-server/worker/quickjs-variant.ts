import variant from "@jitl/quickjs-wasmfile-release-sync";
import wasmBinary from "@jitl/quickjs-wasmfile-release-sync/wasm";

/** What loads a WebAssembly module, with settings of Emscripten. */
type Load = (settings?: object) => unknown;

interface Variant {
  importModuleLoader(): Promise<Load | { readonly default: Load }>;
}

const plain = variant as unknown as Variant;

/**
 * QuickJS with its WebAssembly at hand: a worker does not know where its own files lie. What else is set, such as the memory, goes through;
 * `newVariant` would forget it.
 */
const withBinary: Variant = {
  ...plain,
  async importModuleLoader() {
    const loaded = await plain.importModuleLoader();
    const load = typeof loaded === "function" ? loaded : loaded.default;
    return (settings) => load({ ...settings, wasmBinary });
  },
};
export default withBinary;
