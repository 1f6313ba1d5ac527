/** What lines of other languages have, and how JavaScript writes it; each with where it stands before the place that cannot be read. */
const forms: readonly (readonly [form: RegExp, help: string])[] = [
  [/^\s*#(?!!)/, "A comment begins with `//`."],
  [/^\s*(?:```|~~~)/, "Remove the line: the fence of a block of code is no part of it."],
  [/^\s*<\/?script\b/i, "Remove the line: a script stands alone, without elements of HTML."],
  [/^\s*\}?\s*(?:elif|elsif|elseif)\b/, "Write `else if (…) {`."],
  [/^\s*(?:if|while|for|switch)\s+[^\s(].*\{\s*$/, "The condition stands in parentheses: `if (…) {`."],
  [/^\s*(?:if|else|for|while|def|function)\b.*:\s*$/, "A block stands in braces: `if (…) { … }`."],
  [/^\s*(?:def|fun|fn|func|sub)\s+\w+\s*\(/, "Write `function name(…) { … }`."],
  [/^\s*(?:def|val|String|int|boolean|Object|dim|my)\s+\w+\s*=/, "A variable is declared with `var`."],
  [/^\s*(?:var|let|const)\s+\w+\s*:\s*\w/, "Leave the type out: variables have none here."],
  [/^\s*(?:interface|type|enum|declare|namespace)\s+\w+/, "Leave the types out: this is JavaScript."],
  [/\bfunction\b[^(]*\([^)]*\w\??\s*:\s*\w/, "Leave the types of the parameters out: they have none here."],
  [/\bas\s+(?:string|number|boolean|any|unknown|[A-Z]\w*)\b/, "Leave `as …` out: there are no types here."],
  [/\b[fr]["'][^"']*\{/, "Texts are put together with `+`."],
  [/\bnot\s+\w|\band\s+\w|\bor\s+\w/, "Write `!`, `&&` and `||`."],
  [/\w\(\s*["'][\w.-]+["']\s*:/, "Arguments have commas between them, and a colon only inside of braces."],
  [/^\s*(?:const|let|var)\s+\w+\s*$/, "Give the constant its value where it is declared."],
];

/** How a line of another language is written here; `undefined` where it is like none known. */
export function adviseOnForeignLine(text: string, at: number): string | undefined {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const [line = ""] = text.slice(start, start + 300).split(/\r?\n/, 1);
  return forms.find(([form]) => form.test(line))?.[1];
}
