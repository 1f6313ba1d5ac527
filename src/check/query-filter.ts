const tokens = /\s*(?:([()!])|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([^\s()!"']+))/y;

/** Comparisons that a word stands for; the platform takes further words as comparisons of its own. */
const word = /^[A-Za-z_][\w.]*$/;
const joins: ReadonlySet<string> = new Set(["and", "or"]);

/**
 * What is wrong with a query filter, as the end of a sentence; `undefined` where it can be read: comparisons such as `/mail eq "x"` and `/mail
 * pr`, `true` and `false`, joined by `and`, `or`, `!` and parentheses.
 */
export function queryFilterProblem(filter: string): string | undefined {
  const list = tokensOf(filter);
  if (typeof list === "string") return list;
  let open = 0;
  /** Whether a condition must come next. */
  let wanted = true;
  for (let index = 0; index < list.length; ) {
    const token = list[index] ?? "";
    if (token === "(" || token === "!") {
      if (!wanted) return `\`and\` or \`or\` is missing before \`${token}\``;
      if (token === "(") open++;
      index++;
    } else if (token === ")") {
      if (wanted) return "a condition is missing before `)`";
      if (open-- === 0) return "a `)` has no `(`";
      index++;
    } else if (joins.has(token)) {
      if (wanted) return `a condition is missing before \`${token}\``;
      wanted = true;
      index++;
    } else {
      if (!wanted) return `\`and\` or \`or\` is missing before \`${token}\``;
      const length = conditionLength(list.slice(index, index + 3));
      if (typeof length === "string") return length;
      wanted = false;
      index += length;
    }
  }
  if (wanted) return list.length === 0 ? "it is empty" : "a condition is missing at its end";
  return open > 0 ? "a `)` is missing" : undefined;
}

function tokensOf(filter: string): readonly string[] | string {
  const list: string[] = [];
  tokens.lastIndex = 0;
  for (let end = 0; filter.slice(end).trim() !== ""; end = tokens.lastIndex) {
    const match = tokens.exec(filter);
    if (match === null) return "a text in it does not end";
    list.push(match[1] ?? match[2] ?? match[3] ?? "");
  }
  return list;
}

/** How many tokens a condition takes. */
function conditionLength([attribute = "", operator, value]: readonly string[]): number | string {
  if (attribute === "true" || attribute === "false") return 1;
  if (/^["']/.test(attribute)) return `an attribute is expected in the place of ${attribute}`;
  if (operator === undefined || joins.has(operator) || /^[()!]/.test(operator))
    return `a comparison is missing after \`${attribute}\``;
  if (operator === "pr") return 2;
  if (!word.test(operator))
    return `\`${operator}\` is no comparison: write \`eq\`, \`co\`, \`sw\`, \`lt\`, \`le\`, \`gt\`, \`ge\` or \`pr\``;
  if (value === undefined || /^[()!]/.test(value)) return `a value is missing after \`${operator}\``;
  if (/^["']/.test(value) || value === "true" || value === "false" || value === "null" || /^-?\d+(\.\d+)?$/.test(value))
    return 3;
  return `the text \`${value}\` stands in no quotation marks`;
}
