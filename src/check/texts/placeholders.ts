import { placeholderMeantBy } from "../../catalogue/meant-placeholder.js";

/** A placeholder that is not replaced. */
export interface WrongPlaceholder {
  readonly text: string;
  readonly problem: string;
  /** What is meant, where that is known. */
  readonly instead?: string;
}

const found =
  /\{\{\s*([\w.]*)\s*\}\}|&\{[^{}]*(\}?)|\$\{\s*([\w.-]*)[^{}]*\}|(?<!\{)\{(\d{1,2})\}(?!\})|(?<![{$&#%@])\{([A-Za-z]\w*)\}(?!\})/g;

/**
 * Finds placeholders that a node does not replace. `known` contains the names that it replaces; `undefined` means any
 * name.
 */
export function wrongPlaceholders(text: string, known: readonly string[] | undefined): readonly WrongPlaceholder[] {
  const wrong: WrongPlaceholder[] = [];
  if (text.includes("{"))
    for (const match of text.matchAll(found)) {
      const problem = problemOf(match, known);
      if (problem !== undefined) wrong.push({ text: match[0], ...problem });
    }
  if (wrong.length > 0) return wrong;
  return (known ?? []).flatMap((name) => inOtherMarks(text, name));
}

/** `%OTP%`, `[OTP]`, `<OTP>`, `$OTP` and `{{OTP}` in a text that has `{{OTP}}` nowhere. */
function inOtherMarks(text: string, name: string): readonly WrongPlaceholder[] {
  if (new RegExp(`(?<!\\{)\\{\\{\\s*${name}\\s*\\}\\}(?!\\})`).test(text)) return [];
  const forms = [
    `%+${name}%+`,
    `\\[+${name}\\]+`,
    `<<?%?=?\\s*${name}\\s*%?>>?`,
    `[#$@]\\(?${name}\\)?(?!\\w)`,
    `__${name}__`,
    `[$#%@]?\\{+%?\\s*${name}(?:\\s*%?\\}+|[:|][^{}]*\\}+)?`,
  ];
  const written = new RegExp(`(?<![\\w{$&#%])(?:${forms.join("|")})`, "i").exec(text);
  if (written === null) return [];
  return [{ text: written[0], problem: "is not replaced", instead: `{{${name}}}` }];
}

function problemOf(
  match: RegExpMatchArray,
  known: readonly string[] | undefined,
): Omit<WrongPlaceholder, "text"> | undefined {
  const [whole, name, end, parameter, number, single] = match;
  const meant = (written: string) => {
    const only = number !== undefined && known?.length === 1 ? known[0] : undefined;
    const placeholder = only ?? placeholderMeantBy(written, known ?? []);
    return placeholder === undefined ? {} : { instead: `{{${placeholder}}}` };
  };
  // In single braces, only the name of a placeholder is surely none of the text's own.
  if (single !== undefined) {
    const { instead } = meant(single);
    return instead === undefined ? undefined : { problem: "is not replaced", instead };
  }
  if (whole.startsWith("&{")) {
    if (end !== "}") return { problem: "is not closed" };
    const own = known?.find((each) => whole === `&{${each}}`);
    if (own !== undefined) return { problem: "is the name of no variable", instead: `{{${own}}}` };
    if (/^&\{[\w.-]+(?:\|.*)?\}$/s.test(whole)) return undefined;
    return { problem: "is not the name of a variable" };
  }
  if (whole.startsWith("${"))
    return { problem: "is not replaced: the platform's placeholders begin with &{", ...meant(parameter ?? "") };
  if (known === undefined || (name !== undefined && known.includes(name))) return undefined;
  if (known.length === 0) return { problem: "is not replaced here" };
  return {
    problem: `is not replaced: known are ${known.map((one) => `{{${one}}}`).join(", ")}`,
    ...meant(name ?? ""),
  };
}
