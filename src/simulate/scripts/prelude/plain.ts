/** Objects of the prelude that stand for data give it away by this method. */
export const plainValue = Symbol("plainValue");

/** Any value of a script as plain data: what Java would have put into JSON. */
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
  if (Array.isArray(value)) return value.map(toPlain);
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
