import { define } from "./border.js";

/**
 * Gives strings, numbers and booleans the methods of their Java classes, where JavaScript has no method of that name.
 */
export function addJavaMethods(): void {
  addTo(String.prototype, {
    equals(this: unknown, other: unknown) {
      return String(this) === (typeof other === "object" && other !== null ? String(other) : other);
    },
    equalsIgnoreCase(this: unknown, other: unknown) {
      return other !== null && other !== undefined && String(this).toLowerCase() === String(other).toLowerCase();
    },
    contains(this: unknown, part: unknown) {
      return String(this).includes(String(part));
    },
    isEmpty(this: unknown) {
      return String(this) === "";
    },
    isBlank(this: unknown) {
      return String(this).trim() === "";
    },
    strip(this: unknown) {
      return String(this).trim();
    },
    compareTo(this: unknown, other: unknown) {
      const [left, right] = [String(this), String(other)];
      return left < right ? -1 : left > right ? 1 : 0;
    },
    // The sandbox sees the call `text.length()` as `text.Length()`, because JavaScript's `length` is a number.
    Length(this: unknown) {
      return String(this).length;
    },
    toCharArray(this: unknown) {
      return characters(String(this));
    },
    matches(this: unknown, pattern: unknown) {
      return new RegExp(`^(?:${pattern})$`).test(String(this));
    },
    replaceFirst(this: unknown, pattern: unknown, replacement: unknown) {
      return String(this).replace(new RegExp(String(pattern)), String(replacement));
    },
    getBytes(this: unknown) {
      return bytesOf(String(this));
    },
    hashCode(this: unknown) {
      let code = 0;
      const text = String(this);
      for (let index = 0; index < text.length; index++) code = (Math.imul(31, code) + text.charCodeAt(index)) | 0;
      return code;
    },
  });
  addTo(Number.prototype, {
    intValue(this: unknown) {
      return Math.trunc(Number(this));
    },
    longValue(this: unknown) {
      return Math.trunc(Number(this));
    },
    doubleValue(this: unknown) {
      return Number(this);
    },
    equals(this: unknown, other: unknown) {
      return Number(this) === Number(other);
    },
  });
  addTo(Boolean.prototype, {
    booleanValue(this: { valueOf(): boolean }) {
      return this.valueOf();
    },
    equals(this: { valueOf(): boolean }, other: unknown) {
      return this.valueOf() === other;
    },
  });
}

/** The characters of a text as Java's `char[]`; scripts turn it back into a text with `String(…)`. */
export function characters(text: string): readonly string[] {
  const list = text.split("");
  define(list, "toString", () => text);
  return list;
}

/** The UTF-8 bytes of a text. Half a surrogate pair becomes a question mark, as in Java. */
export function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point < 0xe000 ? 0x3f : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    }
  }
  return bytes;
}

function addTo(target: object, methods: object): void {
  for (const [name, method] of Object.entries(methods)) if (!(name in target)) define(target, name, method);
}
