import { host, isList } from "./border.js";
import { javaList } from "./java-collections.js";

/** `idRepository` of the legacy engine: each write takes effect at once. */
export const legacyIdRepository = {
  getAttribute(user: unknown, attribute: unknown): unknown[] {
    return javaList(host("identity.values", String(user), String(attribute)) as string[]);
  },
  setAttribute(user: unknown, attribute: unknown, values: unknown): void {
    host("identity.set", String(user), { [String(attribute)]: asList(values) });
  },
  addAttribute(user: unknown, attribute: unknown, value: unknown): void {
    const held = host("identity.values", String(user), String(attribute)) as string[];
    host("identity.set", String(user), { [String(attribute)]: [...held, ...asList(value)] });
  },
};

export function asList(values: unknown): string[] {
  return Array.from(isList(values) ? (values as unknown[]) : [values], String);
}
