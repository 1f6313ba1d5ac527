import { host, isList, javaError, unsupported } from "./border.js";

/** `java.util.Random` and `java.security.SecureRandom`, on the world's random bytes. */
export class JavaRandom {
  nextInt(bound?: unknown, end?: unknown): number {
    if (end !== undefined) unsupported("nextInt of a range");
    if (bound === undefined) return Math.floor(share() * 4294967296) - 2147483648;
    const most = Math.trunc(Number(bound));
    if (!(most > 0)) throw javaError("bound must be positive", undefined, "java.lang.IllegalArgumentException");
    return Math.floor(share() * most);
  }

  nextDouble(): number {
    return share();
  }

  nextFloat(): number {
    return Math.fround(Math.floor(share() * 16777216) / 16777216);
  }

  nextBoolean(): boolean {
    return share() >= 0.5;
  }

  /** Fills an array of bytes. */
  nextBytes(bytes: unknown): void {
    if (!isList(bytes)) throw new TypeError("nextBytes takes an array of bytes");
    const made = host("bytes", bytes.length) as readonly number[];
    for (const [at, byte] of made.entries()) bytes[at] = (byte << 24) >> 24;
  }

  nextLong(): never {
    return unsupported("nextLong of a random number");
  }

  nextGaussian(): never {
    return unsupported("nextGaussian of a random number");
  }
}

/** The same numbers for the same seed would need Java's own generator. */
export class PlainRandom extends JavaRandom {
  constructor(seed?: unknown) {
    super();
    if (seed !== undefined) unsupported("java.util.Random with a seed");
  }
}

/** What is given to the constructor only adds to the seed. */
export class SecureRandom extends JavaRandom {
  static getInstance(_algorithm: unknown): SecureRandom {
    return new SecureRandom();
  }

  static getInstanceStrong(): SecureRandom {
    return new SecureRandom();
  }

  setSeed(_seed: unknown): void {}
}

/** A number from 0 up to 1, of 48 random bits. */
function share(): number {
  const bytes = host("bytes", 6) as readonly number[];
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48;
}
