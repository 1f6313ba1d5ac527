import { isLdapFilter } from "../catalogue/ldap-filter.js";
import { queryFilterProblem } from "./query-filter.js";

const parts =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(===?|!==?|<>|[<>]=?|=|&&?|\|\|?|[()!,])|(\/?[A-Za-z_][\w-]*(?:[./][\w-]+)*|-?\d+(?:\.\d+)?))/y;

const joins: { readonly [word: string]: string } = {
  and: "and",
  "&&": "and",
  "&": "and",
  or: "or",
  "||": "or",
  "|": "or",
};
const comparisons: { readonly [word: string]: string } = {
  ...{ "==": "eq", "===": "eq", "=": "eq", eq: "eq", equals: "eq", is: "eq" },
  ...{ ">": "gt", ">=": "ge", "<": "lt", "<=": "le", gt: "gt", ge: "ge", lt: "lt", le: "le" },
  ...{ contains: "co", includes: "co", co: "co", startswith: "sw", sw: "sw", like: "like" },
  ...{ "!=": "ne", "!==": "ne", "<>": "ne", ne: "ne", in: "in" },
};
const presences: ReadonlySet<string> = new Set(["pr", "exists", "present"]);

/**
 * The filter that an expression of another language stands for, such as `preferences.updates == false && mail LIKE 'a%'`; `undefined` where
 * not all of it is known. An attribute keeps the form that the author gives it, except that parts are joined by `/`.
 */
export function queryFilterMeantBy(filter: string): string | undefined {
  if (filter.length > longestFilter) return undefined;
  const tokens = tokensOf(filter);
  const meant = fromLdap(filter.trim()) ?? (tokens && new Translation(tokens).all());
  return meant === undefined || queryFilterProblem(meant) !== undefined ? undefined : meant;
}

const longestFilter = 1000;

/** `(&(mail=*)(!(city=Bonn)))` */
function fromLdap(filter: string): string | undefined {
  const [, inside] = /^\(([\s\S]*)\)$/.exec(filter) ?? [];
  if (inside === undefined || !isLdapFilter(filter)) return undefined;
  const operator = inside.charAt(0);
  if (operator === "!") {
    const negated = fromLdap(inside.slice(1));
    return negated === undefined ? undefined : `!(${negated})`;
  }
  if (operator === "&" || operator === "|") {
    const members = membersOf(inside.slice(1)).map((member) => {
      const written = fromLdap(member);
      return written !== undefined && /^\([&|]/.test(member) ? `(${written})` : written;
    });
    return members.includes(undefined) ? undefined : members.join(operator === "&" ? " and " : " or ");
  }
  const [, attribute = "", value = ""] = /^\s*([\w-]+)=([^*\\]*\**|\*[^*\\]+\*)$/.exec(inside) ?? [];
  if (attribute === "" || value === "") return undefined;
  if (value === "*") return `${attribute} pr`;
  return liked(attribute, value.replaceAll("*", "%"));
}

/** The filters in parentheses that follow one another. */
function membersOf(list: string): readonly string[] {
  const members: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    if (list[at] === "(" && depth++ === 0) start = at;
    else if (list[at] === ")" && --depth === 0) members.push(list.slice(start, at + 1));
  }
  return members;
}

function tokensOf(filter: string): readonly string[] | undefined {
  const list: string[] = [];
  parts.lastIndex = 0;
  for (let end = 0; filter.slice(end).trim() !== ""; end = parts.lastIndex) {
    const match = parts.exec(filter);
    if (match === null) return undefined;
    list.push(match[1] ?? match[2] ?? match[3] ?? "");
  }
  return list;
}

/** Reads an expression from its beginning to its end, without recursion: negations of groups are closed by their parentheses. */
class Translation {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  all(): string | undefined {
    let written = "";
    while (this.#at < this.#tokens.length) {
      const token = this.#take();
      const word = token.toLowerCase();
      const join = Object.hasOwn(joins, word) ? joins[word] : undefined;
      if (token === "(" || token === ")") written += token;
      else if (join !== undefined) written += ` ${join} `;
      else if (token === "!" || word === "not") {
        if (this.#next() === "(") written += "!";
        else {
          const condition = this.#condition(this.#take());
          if (condition === undefined) return undefined;
          written += `!(${condition})`;
        }
      } else {
        const condition = this.#condition(token);
        if (condition === undefined) return undefined;
        written += condition;
      }
    }
    return written;
  }

  #next(): string {
    return this.#tokens[this.#at] ?? "";
  }

  #take(): string {
    return this.#tokens[this.#at++] ?? "";
  }

  #condition(written: string): string | undefined {
    if (written === "true" || written === "false") return written;
    if (!/^\/?[A-Za-z_]/.test(written)) return undefined;
    // `mail.startsWith("a")`
    const [, object, method] = /^(.+)[./](startsWith|includes|contains|equals)$/i.exec(written) ?? [];
    if (object !== undefined && method !== undefined && this.#next() === "(") {
      const [, value = "", end] = [this.#take(), this.#take(), this.#take()];
      const condition =
        end === ")" ? compared(pathOf(object), comparisons[method.toLowerCase()] ?? "", value) : undefined;
      return condition;
    }
    const attribute = pathOf(written);
    const operator = this.#take().toLowerCase();
    if (presences.has(operator)) return `${attribute} pr`;
    // `mail IS NOT NULL`
    const isNot = operator === "is" && this.#next().toLowerCase() === "not";
    if (isNot) this.#at++;
    const comparison = Object.hasOwn(comparisons, operator) ? comparisons[operator] : undefined;
    if (comparison === undefined) return undefined;
    if (comparison === "in") return this.#oneOf(attribute);
    return compared(attribute, isNot ? "ne" : comparison, this.#take());
  }

  /** `city IN ('Bonn', 'Ulm')` */
  #oneOf(attribute: string): string | undefined {
    if (this.#take() !== "(") return undefined;
    const conditions: string[] = [];
    for (let token = ","; token === ","; token = this.#take()) {
      const condition = compared(attribute, "eq", this.#take());
      if (condition === undefined || ![",", ")"].includes(this.#next())) return undefined;
      conditions.push(condition);
    }
    return `(${conditions.join(" or ")})`;
  }
}

/** `preferences.updates` is `/preferences/updates`: a dot is a part of a name. */
function pathOf(attribute: string): string {
  if (!attribute.includes(".")) return attribute;
  return `/${attribute.replace(/^\//, "").replaceAll(".", "/")}`;
}

function compared(attribute: string, comparison: string, value: string): string | undefined {
  if (/^(?:null|undefined)$/i.test(value)) {
    if (comparison === "eq") return `!(${attribute} pr)`;
    return comparison === "ne" ? `${attribute} pr` : undefined;
  }
  const isQuoted = /^["']/.test(value);
  const isPlain = /^(?:true|false|-?\d+(?:\.\d+)?)$/i.test(value);
  const isWord = /^[A-Za-z][\w-]*$/.test(value) && !isPlain && !Object.hasOwn(joins, value.toLowerCase());
  if (!isQuoted && !isPlain && !isWord) return undefined;
  if (isWord) return compared(attribute, comparison, JSON.stringify(value));
  const text = isQuoted ? value.slice(1, -1).replace(/\\(.)/g, "$1") : "";
  if (comparison === "like") return liked(attribute, text);
  const written = isQuoted ? JSON.stringify(text) : value.toLowerCase();
  return comparison === "ne" ? `!(${attribute} eq ${written})` : `${attribute} ${comparison} ${written}`;
}

function liked(attribute: string, pattern: string): string | undefined {
  const [, before, text = "", after] = /^(%?)([^%_]+)(%?)$/.exec(pattern) ?? [];
  if (text === "") return undefined;
  const comparison = before === "%" ? (after === "%" ? "co" : undefined) : after === "%" ? "sw" : "eq";
  return comparison === undefined ? undefined : `${attribute} ${comparison} ${JSON.stringify(text)}`;
}
