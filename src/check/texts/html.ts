/** Problems of the HTML in a text. */
export interface HtmlProblems {
  /** Elements and attributes that a page does not show, each with its article. */
  readonly notShown: readonly string[];
  readonly broken: string | undefined;
}

const tag = /<(\/?)([a-zA-Z][\w-]*)([^<>]*)(>?)/g;
const notShown: ReadonlySet<string> = new Set([
  "script",
  "style",
  "iframe",
  "object",
  "embed",
  "form",
  "link",
  "meta",
  "base",
]);
/** Elements that have no end tag. */
const empty: ReadonlySet<string> = new Set([
  "br",
  "hr",
  "img",
  "input",
  "wbr",
  "area",
  "col",
  "source",
  "link",
  "meta",
  "base",
  "embed",
]);
/** Elements whose end tag may be left out. */
const optionalEnd: ReadonlySet<string> = new Set(["p", "li", "dt", "dd", "option", "tr", "td", "th"]);
const handler = /\son[a-z]+\s*=/i;
const scriptAddress = /=\s*["']?\s*javascript:/i;

const fine: HtmlProblems = { notShown: [], broken: undefined };

/** Checks the tags of a text. A `<` that begins no tag is no problem. */
export function htmlProblems(text: string): HtmlProblems {
  if (!text.includes("<")) return fine;
  const found = new Set<string>();
  const open: string[] = [];
  let broken: string | undefined;
  for (const [, slash, written = "", attributes = "", end] of text.matchAll(tag)) {
    const name = written.toLowerCase();
    if (notShown.has(name)) found.add(`an element <${name}>`);
    if (handler.test(attributes)) found.add("an event handler");
    if (scriptAddress.test(attributes)) found.add("a javascript: address");
    if (end === "") broken ??= `has a tag <${slash}${name}> that is not closed`;
    else if (slash === "/") broken ??= close(open, name);
    else if (!empty.has(name) && !attributes.endsWith("/")) open.push(name);
  }
  const left = open.find((name) => !optionalEnd.has(name));
  return { notShown: [...found], broken: broken ?? (left && `has an element <${left}> that is not closed`) };
}

function close(open: string[], name: string): string | undefined {
  while (open.length > 0) {
    const last = open.pop();
    if (last === name) return undefined;
    if (last !== undefined && !optionalEnd.has(last)) return `closes <${last}> with </${name}>`;
  }
  // Texts are inserted into paragraphs of a page or mail, and may end one paragraph and begin another.
  return optionalEnd.has(name) ? undefined : `closes an element <${name}> that is not open`;
}
