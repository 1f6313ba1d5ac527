/** Escapes a text for simple quotes: as JSON does, and so that a literal `${` stays one. */
export function quoteText(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1);
  return escaped.includes("${") ? escaped.replaceAll("${", "\\${") : escaped;
}
