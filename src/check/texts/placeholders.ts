/** A placeholder that is not replaced. */
export interface WrongPlaceholder {
  readonly text: string;
  readonly problem: string;
}

const found =
  /\{\{\s*([\w.]*)\s*\}\}|&\{[^{}]*(\}?)|\$\{[^{}]*\}|(?<!\{)\{\d{1,2}\}(?!\})|(?<![{$&])\{([A-Za-z]\w*)\}(?!\})/g;

/**
 * Finds placeholders that a node does not replace. `known` contains the names that it replaces; `undefined` means any
 * name.
 */
export function wrongPlaceholders(text: string, known: readonly string[] | undefined): readonly WrongPlaceholder[] {
  if (!text.includes("{")) return [];
  const wrong: WrongPlaceholder[] = [];
  for (const match of text.matchAll(found)) {
    const problem = problemOf(match, known);
    if (problem !== undefined) wrong.push({ text: match[0], problem });
  }
  return wrong;
}

function problemOf(match: RegExpMatchArray, known: readonly string[] | undefined): string | undefined {
  const [whole, name, end, single] = match;
  // In single braces, only the name of a placeholder is surely none of the text's own.
  if (single !== undefined)
    return known?.includes(single) === true ? `is not replaced: write {{${single}}}` : undefined;
  if (whole.startsWith("&{")) {
    if (end !== "}") return "is not closed";
    return /^&\{[\w.-]+(?:\|.*)?\}$/s.test(whole) ? undefined : "is not the name of a variable";
  }
  if (whole.startsWith("${")) return "is not replaced: the platform's placeholders begin with &{";
  if (known === undefined || (name !== undefined && known.includes(name))) return undefined;
  return known.length === 0
    ? "is not replaced here"
    : `is not replaced: known are ${known.map((one) => `{{${one}}}`).join(", ")}`;
}
