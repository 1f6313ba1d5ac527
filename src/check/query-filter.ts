const tokens = /\s*(?:([()!])|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([^\s()!"']+))/y;

/** Comparisons that a word stands for; the platform takes further words as comparisons of its own. */
const word = /^[A-Za-z_][\w.]*$/;
const joins: ReadonlySet<string> = new Set(["and", "or"]);

/** Words of other query languages, in small letters, and what stands for them here. */
const foreignWords: ReadonlyMap<string, string> = new Map([
  ["is", "`/city pr` tells that there is a value, and `!(/city pr)` that there is none"],
  ["not", "`!` stands before a condition in parentheses"],
  ["like", "`co` finds a text anywhere, and `sw` at the beginning"],
  ["contains", "it is written `co`"],
  ["startswith", "it is written `sw`"],
  ["equals", "it is written `eq`"],
  ["ne", 'write `!(/city eq "Bonn")` for all other values'],
  ["ew", "`co` finds a text anywhere, and `sw` at the beginning"],
  ["endswith", "`co` finds a text anywhere, and `sw` at the beginning"],
  ["between", "`ge` and `le` are two conditions, joined by `and`"],
  ["exists", "it is written `pr`"],
  ["present", "it is written `pr`"],
]);
const foreignJoins: ReadonlyMap<string, string> = new Map([
  ["AND", "and"],
  ["OR", "or"],
  ["&&", "and"],
  ["&", "and"],
  ["||", "or"],
  ["|", "or"],
]);

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
      const join = foreignJoins.get(token);
      if (join !== undefined) return `\`${token}\` is written \`${join}\``;
      if (!wanted) return `\`and\` or \`or\` is missing before \`${token}\``;
      const negated = negatedCondition(list, index);
      if (negated !== undefined) return `\`${token}\` is no word of a filter: write \`!(${negated})\``;
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

const comparisons: ReadonlySet<string> = new Set(["eq", "co", "sw", "lt", "le", "gt", "ge", "pr", "in"]);

/** What stands behind `not`, which negates in SCIM and in SQL; `undefined` where it is an attribute. */
function negatedCondition(list: readonly string[], index: number): string | undefined {
  const first = list[index + 1];
  if (list[index]?.toLowerCase() !== "not" || first === undefined || joins.has(first) || comparisons.has(first))
    return undefined;
  if (first !== "(") {
    const length = conditionLength(list.slice(index + 1, index + 4));
    return typeof length === "string" ? "…" : list.slice(index + 1, index + 1 + length).join(" ");
  }
  let depth = 0;
  let end = index + 1;
  for (; end < list.length; end++) {
    if (list[end] === "(") depth++;
    else if (list[end] === ")" && --depth === 0) break;
  }
  const written = list.slice(index + 2, end).join(" ");
  return written.replace(/([(!]) (?=\S)/g, "$1").replace(/ (?=\))/g, "");
}

/** How many tokens a condition takes. */
function conditionLength([attribute = "", operator, value]: readonly string[]): number | string {
  if (attribute === "true" || attribute === "false") return 1;
  if (/^\/?[A-Za-z_]\w*(?:\.\w+)+$/.test(attribute) && operator !== undefined && comparisons.has(operator))
    return `\`${attribute}\` is one name with a dot in it: parts are joined by \`/\`, as in \`/${attribute.replace(/^\//, "").replaceAll(".", "/")}\``;
  if (/^["']/.test(attribute)) return `an attribute is expected in the place of ${attribute}`;
  if (operator === undefined || joins.has(operator) || /^[()!]/.test(operator))
    return `a comparison is missing after \`${attribute}\``;
  if (operator === "pr") return 2;
  const meant = foreignWords.get(operator.toLowerCase());
  if (meant !== undefined) return `\`${operator}\` is no word of a filter: ${meant}`;
  if (!word.test(operator))
    return `\`${operator}\` is no comparison: write \`eq\`, \`co\`, \`sw\`, \`lt\`, \`le\`, \`gt\`, \`ge\` or \`pr\``;
  if (value === undefined || /^[()!]/.test(value)) return `a value is missing after \`${operator}\``;
  if (/^["']/.test(value) || value === "true" || value === "false" || value === "null" || /^-?\d+(\.\d+)?$/.test(value))
    return 3;
  return `the text \`${value}\` stands in no quotation marks`;
}
