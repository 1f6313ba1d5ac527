const { isArray: isList } = Array;

/** The method by which objects of the prelude return the plain data that they stand for. */
export const plainValue = Symbol("plainValue");

/** Converts any value of a script to plain data, as the platform's Java code would write it to JSON. */
export function toPlain(value: unknown): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : null;
    case "bigint":
      return Number(value);
    case "object":
      return value === null ? null : objectToPlain(value);
    default:
      return null;
  }
}

function objectToPlain(value: object): unknown {
  if (plainValue in value) return toPlain((value as { [plainValue](): unknown })[plainValue]());
  if (value instanceof String || value instanceof Number || value instanceof Boolean) return value.valueOf();
  if (value instanceof Date) return value.toISOString();
  if (isList(value)) return Array.from(value as unknown[], toPlain);
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  const copy: { [key: string]: unknown } = {};
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === "function") continue;
    Object.defineProperty(copy, key, {
      value: toPlain(member),
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
  return copy;
}
