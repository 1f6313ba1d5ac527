import { classObject } from "./class-object.js";
import { javaString } from "./java-scalars.js";
import { plainValue } from "./plain.js";

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `java.util.Date`, on a machine whose time is UTC. */
export class JavaDate {
  #time: number;

  constructor(time?: unknown) {
    this.#time = time === undefined ? Date.now() : Number(time);
  }

  [plainValue](): number {
    return this.#time;
  }

  [Symbol.toPrimitive](hint: string): string | number {
    return hint === "number" ? this.#time : this.#text();
  }

  getTime(): number {
    return this.#time;
  }

  get time(): number {
    return this.#time;
  }

  setTime(time: unknown): void {
    this.#time = Number(time);
  }

  before(other: unknown): boolean {
    return this.#time < Number(other);
  }

  after(other: unknown): boolean {
    return this.#time > Number(other);
  }

  compareTo(other: unknown): number {
    return Math.sign(this.#time - Number(other));
  }

  equals(other: unknown): boolean {
    return other instanceof JavaDate && other.#time === this.#time;
  }

  getClass(): object {
    return classObject("java.util.Date");
  }

  toString(): string {
    return javaString(this.#text());
  }

  #text(): string {
    const date = new Date(this.#time);
    const two = (value: number) => String(value).padStart(2, "0");
    const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":");
    const day = `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${two(date.getUTCDate())}`;
    return `${day} ${clock} UTC ${date.getUTCFullYear()}`;
  }
}
