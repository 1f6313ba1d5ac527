/** What is used of `WebAssembly.Memory`: its buffer is another one whenever it has grown. */
export interface EngineMemory {
  readonly buffer: ArrayBuffer;
}

const wordBytes = 8;

/**
 * An engine's memory as it stood once, to begin from again. It holds all that the engine knows, so whatever a script has
 * done is undone; and it is quicker than to set up the bindings anew (docs/decisions/script-sandbox.md).
 */
export class MemoryImage {
  readonly #memory: EngineMemory;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(memory: EngineMemory) {
    this.#memory = memory;
    // What lies behind the last byte in use is free memory, which the engine clears itself where it must.
    this.#bytes = new Uint8Array(memory.buffer.slice(0, usedBytes(memory.buffer)));
  }

  restore(): void {
    new Uint8Array(this.#memory.buffer).set(this.#bytes);
  }
}

function usedBytes(buffer: ArrayBuffer): number {
  const words = new BigUint64Array(buffer);
  let last = words.length - 1;
  while (last > 0 && words[last] === 0n) last--;
  return (last + 1) * wordBytes;
}
