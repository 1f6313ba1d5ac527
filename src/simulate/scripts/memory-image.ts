/** The part of `WebAssembly.Memory` that is used here. After each growth its `buffer` is a new object. */
export interface EngineMemory {
  readonly buffer: ArrayBuffer;
}

interface Segment {
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const wordBytes = 4;
/** The pages of which WebAssembly's memory consists. */
const pageBytes = 64 * 1024;
/**
 * A zero region of this size can only be QuickJS's unused stack (5 MB). It need not be restored: a function writes its
 * part of the stack before it reads it.
 */
const unusedStackBytes = 1024 * 1024;

/**
 * A copy of an engine's memory from which each script starts. Restoring it undoes everything that a script did, and is
 * faster than creating the bindings anew (docs/decisions/script-sandbox.md).
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
 * The memory in use: everything up to the last page that is not empty, except the unused stack. The engine itself clears
 * the free memory behind it where it needs to.
 */
function usedSegments(buffer: ArrayBuffer): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let end = 0;
  const add = () => segments.push({ at: start, bytes: new Uint8Array(buffer.slice(start, end)) });
  for (let at = 0; at < buffer.byteLength; at += pageBytes) {
    if (isEmpty(new Int32Array(buffer, at, pageBytes / wordBytes))) continue;
    if (at - end >= unusedStackBytes) {
      add();
      start = at;
    }
    end = at + pageBytes;
  }
  add();
  return segments;
}

/** A function of its own because V8 soon compiles what is called often, and a loop over all of the memory only much later. */
function isEmpty(words: Int32Array): boolean {
  for (let index = 0; index < words.length; index++) if (words[index] !== 0) return false;
  return true;
}
