export type Severity = "error" | "warning" | "info";

/**
 * The entry of one diagnostic. `title` and `help` take the arguments that the reporting code must pass. Severity error:
 * the export would be rejected or wrong; warning: it would behave in a way that surprises; info: style.
 */
export interface CodeDefinition<Arguments extends object> {
  /** `JRN` and three digits, never reused: 0xx text, 1xx binding, 2xx node settings, 3xx graph, 4xx export JSON, 5xx node state, 6xx security, 7xx texts, 8xx configuration and files, 9xx scenarios. */
  readonly id: `JRN${number}`;
  readonly severity: Severity;
  readonly title: (args: Arguments) => string;
  /** Why the finding matters; shown by `journeyc explain`. */
  readonly why: string;
  /** How to correct it, as one or more sentences. */
  readonly help?: (args: Arguments) => string;
}

/** Checks the table's shape and keeps the argument types of each entry. */
// biome-ignore lint/suspicious/noExplicitAny: the entries' argument types differ; each stays exact in the result.
export function defineCodes<Table extends Record<string, CodeDefinition<any>>>(table: Table): Table {
  return table;
}

/** Quotes a name for a message. A long name is cut, so that hostile input cannot flood the terminal. */
export function quote(text: string): string {
  const shown = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must not reach the terminal.
  return `"${shown.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}
