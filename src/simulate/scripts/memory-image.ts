/** What is used of `WebAssembly.Memory`: its buffer is another one whenever it has grown. */
export interface EngineMemory {
  readonly buffer: ArrayBuffer;
}

interface Segment {
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const wordBytes = 8;
/**
 * Of all that QuickJS has in memory only its unused stack (5 MB) is empty for so long. What a script leaves there is
 * never read: a function writes its part of the stack before it reads it.
 */
const unusedStackBytes = 1024 * 1024;

/**
 * An engine's memory as it stood once, to begin from again. It holds all that the engine knows, so whatever a script has
 * done is undone; and it is quicker than to set up the bindings anew (docs/decisions/script-sandbox.md).
 */
export class MemoryImage {
  readonly #memory: EngineMemory;
  readonly #segments: readonly Segment[];

  constructor(memory: EngineMemory) {
    this.#memory = memory;
    this.#segments = usedSegments(memory.buffer);
  }

  restore(): void {
    const memory = new Uint8Array(this.#memory.buffer);
    for (const { at, bytes } of this.#segments) memory.set(bytes, at);
  }
}

/**
 * What is in use: everything up to the last byte that is not zero, but for the unused stack. Behind it is free memory,
 * which the engine clears itself where it must.
 */
function usedSegments(buffer: ArrayBuffer): readonly Segment[] {
  const words = new BigUint64Array(buffer);
  const segments: Segment[] = [];
  let start = 0;
  let last = 0;
  const add = (end: number) => {
    segments.push({ at: start * wordBytes, bytes: new Uint8Array(buffer.slice(start * wordBytes, end * wordBytes)) });
  };
  for (let index = 0; index < words.length; index++) {
    if (words[index] === 0n) continue;
    if ((index - last) * wordBytes >= unusedStackBytes) {
      add(last + 1);
      start = index;
    }
    last = index;
  }
  add(last + 1);
  return segments;
}
