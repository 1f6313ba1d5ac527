/**
 * Makes a text fit on one line, for formats with line-based texts or without control characters. Line ends and tabs
 * become blanks. Characters that XML, DOT and Mermaid cannot contain (control characters, half a surrogate pair) become
 * the replacement character.
 */
export function plainText(text: string): string {
  if (!isOdd.test(text)) return text;
  return text.replace(/\s+/gu, " ").replace(unspeakable, "\uFFFD").trim();
}

/** Nearly every text is plain as it is, and a page has tens of thousands. */
const isOdd = /[^ -~]| {2}|^ | $/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unspeakable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;
