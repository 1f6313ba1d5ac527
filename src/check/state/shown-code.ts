import { type ScriptToken, scriptTokens } from "../../rhino/script-tokens.js";

const codeKey = "oneTimePassword";
const showers: ReadonlySet<string> = new Set(["TextOutputCallback", "textOutputCallback", "ScriptTextOutputCallback"]);

/**
 * Whether a script certainly shows the one-time code: it creates a text callback with `….get("oneTimePassword")`, or
 * with a variable that was declared with that value.
 */
export function showsCode(body: string): boolean {
  if (!body.includes(codeKey) || !/TextOutputCallback/i.test(body)) return false;
  const tokens = scriptTokens(body);
  const names = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "text" && token.text === codeKey && tokens[at - 2]?.text === "get") {
      const name = declaredBefore(tokens, at);
      if (name !== undefined) names.add(name);
    }
  }
  return tokens.some((token, at) => {
    if (token.kind !== "name" || !showers.has(token.text) || tokens[at + 1]?.text !== "(") return false;
    return mentions(tokens, at + 2, names);
  });
}

/** The variable of a declaration such as `var code = nodeState.get(` in front of the key. */
function declaredBefore(tokens: readonly ScriptToken[], at: number): string | undefined {
  const [name, equals] = [tokens[at - 6], tokens[at - 5]];
  return equals?.text === "=" && name?.kind === "name" ? name.text : undefined;
}

/** Whether the arguments from here on contain the code. */
function mentions(tokens: readonly ScriptToken[], from: number, names: ReadonlySet<string>): boolean {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.kind === "name" && names.has(token.text) && tokens[at - 1]?.text !== ".") return true;
    if (token.kind === "text" && token.text === codeKey && tokens[at - 2]?.text === "get") return true;
    if (token.kind !== "sign") continue;
    if (token.text === "(") depth++;
    if (token.text === ")" && depth-- === 0) return false;
  }
  return false;
}
