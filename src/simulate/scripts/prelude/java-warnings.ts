import { host } from "./border.js";

const warned = new Set<string>();

/** Tells once for each place that a result is Rhino's, and that the platform may convert values of Java. */
export function warnOfJava(line: unknown, what: string, instead: string): void {
  const text = `${what}, as in Rhino. Whether the platform converts values of Java is not known: ${instead} is certain`;
  const told = `${String(line)} ${text}`;
  if (warned.has(told)) return;
  warned.add(told);
  host("warning", text, line);
}
