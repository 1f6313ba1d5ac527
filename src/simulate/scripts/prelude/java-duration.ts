import { javaString } from "./java-scalars.js";

/** A `java.time.Duration`; as a number it is its minutes, which `Action.suspend` takes. */
class JavaDuration {
  readonly #seconds: number;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  [Symbol.toPrimitive](hint: string): string | number {
    return hint === "number" ? this.toMinutes() : this.#text();
  }

  toMinutes(): number {
    return Math.floor(this.#seconds / 60);
  }

  toMillis(): number {
    return this.#seconds * 1000;
  }

  getSeconds(): number {
    return this.#seconds;
  }

  toString(): string {
    return javaString(this.#text());
  }

  #text(): string {
    const [hours, minutes, seconds] = [
      Math.floor(this.#seconds / 3600),
      Math.floor((this.#seconds % 3600) / 60),
      this.#seconds % 60,
    ];
    const parts = [hours && `${hours}H`, minutes && `${minutes}M`, seconds && `${seconds}S`].filter(Boolean).join("");
    return `PT${parts || "0S"}`;
  }
}

/** The methods by which durations are made. */
export const durations = {
  ofSeconds: (seconds: unknown) => new JavaDuration(Number(seconds)),
  ofMinutes: (minutes: unknown) => new JavaDuration(Number(minutes) * 60),
  ofHours: (hours: unknown) => new JavaDuration(Number(hours) * 3600),
  ofDays: (days: unknown) => new JavaDuration(Number(days) * 86_400),
};
