/**
 * Reads the notation of `grammar/journey.ebnf`.
 *
 * @typedef {{ kind: "literal", text: string }
 *   | { kind: "rule", name: string }
 *   | { kind: "class", pattern: string }
 *   | { kind: "sequence", items: Expression[] }
 *   | { kind: "choice", items: Expression[] }
 *   | { kind: "optional", item: Expression }
 *   | { kind: "repeat", item: Expression }} Expression
 * @typedef {{ name: string, section: string, expression: Expression }} Rule
 */

const token =
  /\s+|\(\*(?<comment>[\s\S]*?)\*\)|"(?<double>[^"]+)"|'(?<single>[^']+)'|\?(?<special>.*?)\s\?(?=\s)|(?<name>[A-Za-z_]+)|(?<mark>[=|;[\]{}()])/gy;

/** @param {string} text @returns {Rule[]} */
export function parseEbnf(text) {
  const tokens = tokenize(text);
  let at = 0;
  let section = "";
  /** @type {Rule[]} */
  const rules = [];
  while (at < tokens.length) {
    const { kind, text: name } = tokens[at];
    if (kind === "section") {
      section = name;
      at++;
    } else {
      expect("name");
      expect("=");
      rules.push({ name, section, expression: choice() });
      expect(";");
    }
  }
  return rules;

  function expect(kind) {
    if (tokens[at]?.kind !== kind)
      throw new Error(`Expected ${kind}, found ${tokens[at]?.text} after ${tokens[at - 1]?.text}`);
    at++;
  }

  /** @returns {Expression} */
  function choice() {
    const items = [sequence()];
    while (tokens[at]?.kind === "|") {
      at++;
      items.push(sequence());
    }
    return items.length === 1 ? items[0] : { kind: "choice", items };
  }

  /** @returns {Expression} */
  function sequence() {
    const items = [];
    while (at < tokens.length && !["|", ";", "]", "}", ")"].includes(tokens[at].kind)) items.push(item());
    return items.length === 1 ? items[0] : { kind: "sequence", items };
  }

  /** @returns {Expression} */
  function item() {
    const { kind, text: content } = tokens[at++];
    switch (kind) {
      case "name":
        return { kind: "rule", name: content };
      case "literal":
        return { kind: "literal", text: content };
      case "class":
        return { kind: "class", pattern: content };
      case "[":
        return { kind: "optional", item: closed("]") };
      case "{":
        return { kind: "repeat", item: closed("}") };
      case "(":
        return closed(")");
      default:
        throw new Error(`Unexpected ${content}`);
    }
  }

  function closed(mark) {
    const inner = choice();
    expect(mark);
    return inner;
  }
}

/** @param {string} text */
function tokenize(text) {
  const tokens = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const groups = token.exec(text)?.groups;
    if (groups === undefined) throw new Error(`Unreadable at ${text.slice(start, start + 20)}`);
    const heading = /^ ## (.*) $/.exec(groups.comment ?? "")?.[1];
    if (heading !== undefined) tokens.push({ kind: "section", text: heading });
    const literal = groups.double ?? groups.single;
    if (literal !== undefined) tokens.push({ kind: "literal", text: literal });
    if (groups.special !== undefined) tokens.push({ kind: "class", text: groups.special.trim() });
    if (groups.name !== undefined) tokens.push({ kind: "name", text: groups.name });
    if (groups.mark !== undefined) tokens.push({ kind: groups.mark, text: groups.mark });
  }
  return tokens;
}
