const chunkBytes = 1 << 20;
/** UTF-8 takes at most so many bytes for a UTF-16 unit. */
const bytesPerUnit = 3;

/** Encodes many texts as UTF-8 into few large buffers, because a buffer for each text would cost more than the encoding. */
export class ManyTextsEncoder {
  #chunk = Buffer.alloc(0);
  #used = 0;

  encode(text: string): Uint8Array {
    const most = text.length * bytesPerUnit;
    if (most > chunkBytes) return Buffer.from(text, "utf8");
    if (most > this.#chunk.length - this.#used) {
      this.#chunk = Buffer.allocUnsafeSlow(chunkBytes);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += this.#chunk.write(text, start, "utf8");
    return this.#chunk.subarray(start, this.#used);
  }
}
