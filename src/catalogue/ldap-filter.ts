/**
 * What keeps a text from being an LDAP filter (RFC 4515), in a few words; `undefined` for one that can be read. A single condition may stand
 * without its parentheses, which the platform adds.
 */
export function ldapFilterProblem(text: string): string | undefined {
  const filter = text.trim();
  if (filter === "") return undefined;
  if (!filter.startsWith("(")) return isCondition(filter) ? undefined : "no parentheses";
  const end = endOf(filter, 0);
  return end === filter.length ? undefined : "what stands behind its end";
}

/** Where a filter that begins here ends; -1 where it cannot be read. */
function endOf(text: string, start: number): number {
  if (text[start] !== "(") return -1;
  let at = start + 1;
  const operator = text[at] ?? "";
  if (operator === "!") at = endOf(text, at + 1);
  else if (operator === "&" || operator === "|") at = endOfAll(text, at + 1);
  else {
    const close = text.slice(at).search(/(?<!\\)[()]/);
    if (close === -1 || !isCondition(text.slice(at, at + close))) return -1;
    at += close;
  }
  return at !== -1 && text[at] === ")" ? at + 1 : -1;
}

function endOfAll(text: string, start: number): number {
  let at = start;
  while (at !== -1 && text[skipped(text, at)] === "(") at = endOf(text, skipped(text, at));
  return at === -1 ? -1 : skipped(text, at);
}

/** Blanks between filters do no harm. */
function skipped(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text[next] ?? "")) next++;
  return next;
}

function isCondition(text: string): boolean {
  return /^[A-Za-z\d][\w.;-]*(?::[\w.:-]*)?\s*[~<>]?=(?!=)[^()]*$/.test(text.trim());
}
