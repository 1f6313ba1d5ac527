import { host } from "./border.js";

const warned = new Set<string>();

/** Tells once for each place that a result is Rhino's, and that the platform may convert values of Java. */
export function warnOfJava(line: unknown, what: string, instead: string): void {
  const place = typeof line === "number" ? `Line ${line}: ` : "";
  const text = `${place}${what}, as in Rhino. Whether the platform converts values of Java is not known: ${instead} is certain`;
  if (warned.has(text)) return;
  warned.add(text);
  host("log", "warn", text);
}
