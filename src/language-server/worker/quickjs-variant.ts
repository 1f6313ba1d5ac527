import variant from "@jitl/quickjs-wasmfile-release-sync";
import wasmBinary from "@jitl/quickjs-wasmfile-release-sync/wasm";
import { newVariant, type QuickJSSyncVariant } from "quickjs-emscripten-core";

/** QuickJS with its WebAssembly at hand: a worker does not know where its own files lie. */
const withBinary = newVariant(variant as unknown as QuickJSSyncVariant, {
  wasmBinary: wasmBinary.buffer as ArrayBuffer,
});
export default withBinary;
