/** Escapes a text for a string in `"`: as JSON does, and so that a literal `${` stays literal. */
export function quoteText(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1);
  return escaped.includes("${") ? escaped.replaceAll("${", "\\${") : escaped;
}
