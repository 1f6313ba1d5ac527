/** The build puts the bytes into the worker. */
declare module "@jitl/quickjs-wasmfile-release-sync/wasm" {
  const bytes: Uint8Array;
  export default bytes;
}
