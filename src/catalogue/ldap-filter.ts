/** Whether a text is an LDAP filter (RFC 4515), or an empty one. A single condition may stand without its parentheses, which the platform adds. */
export function isLdapFilter(text: string): boolean {
  const filter = text.trim();
  if (filter === "") return true;
  if (!filter.startsWith("(")) return isCondition(filter);
  /** The operators of the filters that hold this one. */
  const open: string[] = [];
  let at: number | undefined = 0;
  while (at !== undefined) {
    const operator: string = filter[at + 1] ?? "";
    const isGroup = operator === "!" || operator === "&" || operator === "|";
    if (isGroup) open.push(operator);
    const end: number | undefined = isGroup ? at + 2 : endOfCondition(filter, at);
    if (end === undefined) return false;
    const next: number = isGroup && operator !== "!" ? skipped(filter, end) : end;
    if (isGroup && filter[next] === "(") at = next;
    else if (operator === "!") return false;
    else {
      const closed = behindClosed(filter, next, open);
      if (closed === filter.length && open.length === 0) return true;
      const mayFollow: boolean = open.length > 0 && open.at(-1) !== "!";
      at = mayFollow && filter[closed] === "(" ? closed : undefined;
    }
  }
  return false;
}

/** The filter that a text is meant to be which is none: its operators as in other languages, a bracket too few or too many. */
export function meantLdapFilter(text: string): string | undefined {
  const written = text
    .trim()
    .replace(/\s*(?:==|(?<=\w)\s+eq\s)\s*/gi, "=")
    .replace(/=\s*(["'])([^"'()]*)\1/g, "=$2");
  const conditions = written
    .replace(/\(\s*!\s*([\w.;-]+\s*[~<>]?=[^()]*)\)/g, "(!($1))")
    .replace(/\(([\w.;-]+)\s*!=\s*([^()]*)\)/g, "(!($1=$2))");
  const meant = [
    conditions,
    ...["&", "|"].map((operator) => prefixed(conditions, operator)),
    balanced(conditions),
  ].find((each) => each !== undefined && each !== "" && each !== text.trim() && isLdapFilter(each));
  return meant === undefined || meant.startsWith("(") ? meant : `(${meant})`;
}

const infix: { readonly [operator: string]: RegExp } = {
  "&": /\s*(?:&&?|\band\b|,)\s*/i,
  "|": /\s*(?:\|\|?|\bor\b)\s*/i,
};

/** `(a=b) and (c=d)`, `(a=b)(c=d)` and `a=b && c=d` as one filter. */
function prefixed(text: string, operator: string): string | undefined {
  const sign = infix[operator];
  if (sign === undefined || /^\(\s*[&|!]/.test(text)) return undefined;
  const whole = /^\((?:[^()]|\([^()]*\))*\)$/.test(text) && sign.test(text.slice(1, -1)) && !/\)\s*\(/.test(text);
  const parts = (whole ? text.slice(1, -1) : text.replace(/\)\s*\(/g, operator === "&" ? ") & (" : ")(")).split(sign);
  if (parts.length < 2) return undefined;
  return `(${operator}${parts.map((part) => (part.startsWith("(") ? part : `(${part})`)).join("")})`;
}

/** The same with the brackets that lack at its end or its start, or without those that are too many at its end. */
function balanced(text: string): string | undefined {
  const opening = text.match(/(?<!\\)\(/g)?.length ?? 0;
  const closing = text.match(/(?<!\\)\)/g)?.length ?? 0;
  if (opening > closing) return `${text}${")".repeat(opening - closing)}`;
  const trimmed = text.slice(0, text.length - (closing - opening));
  return [`${"(".repeat(closing - opening)}${text}`, trimmed].find(isLdapFilter);
}

/** The first place behind a filter at which none of those around it ends; these are taken from the list. */
function behindClosed(filter: string, start: number, open: string[]): number {
  let at = start;
  for (let operator = open.at(-1); operator !== undefined; operator = open.at(-1)) {
    // Blanks between the filters of a list do no harm.
    if (operator !== "!") at = skipped(filter, at);
    if (filter[at] !== ")") break;
    open.pop();
    at++;
  }
  return at;
}

/** Where a condition in parentheses ends that begins here. */
function endOfCondition(filter: string, start: number): number | undefined {
  const parenthesis = /(?<!\\)[()]/g;
  parenthesis.lastIndex = start + 1;
  const close = parenthesis.exec(filter);
  if (close?.[0] !== ")" || !isCondition(filter.slice(start + 1, close.index))) return undefined;
  return close.index + 1;
}

function skipped(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text[next] ?? "")) next++;
  return next;
}

function isCondition(text: string): boolean {
  return /^[A-Za-z\d][\w.;-]*(?::[\w.:-]*)?\s*[~<>]?=(?!=)[^()]*$/.test(text.trim());
}
