/**
 * A text on one line, for formats whose texts have lines or know no control characters: blanks for line ends and tabs,
 * the replacement character for what XML, DOT and Mermaid cannot hold (control characters, half a surrogate pair).
 */
export function plainText(text: string): string {
  return text.replace(/\s+/gu, " ").replace(unspeakable, "\uFFFD").trim();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unspeakable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;
