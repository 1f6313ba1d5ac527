import { type ScriptToken, scriptTokens } from "../../rhino/script-tokens.js";

/** A text in a script that is certainly a secret. */
export interface ScriptSecret {
  /** The kind of secret, with its article: `a private key`. */
  readonly what: string;
  readonly at: number;
}

/** Most scripts do not match this and are not read any further. */
const mayHoldSecret = /PRIVATE KEY|AKIA|Basic |Bearer |secret|passw|api_?key|token/i;

const kinds: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/, what: "a private key" },
  { pattern: /\bAKIA[0-9A-Z]{16}\b/, what: "an access key" },
  { pattern: /^Basic [A-Za-z0-9+/]{12,}={0,2}$/, what: "credentials of an HTTP request" },
  { pattern: /^Bearer [\w.~+/-]{20,}=*$/, what: "a token of an HTTP request" },
];

const secretName = /(?:secret|password|passwd|api_?key|access_?token|auth_?token)$/i;
/** A long text of letters and digits without blanks: not a message, not the name of a key, not a placeholder. */
const secretText = /^(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[^\s{}<>$]{12,}$/;
/** Names and addresses that look like secrets. */
const noSecret = /^(?:esv\.|https?:|\/|&)/i;

/**
 * Finds literal secrets in a script: by their form, or because a long text of letters and digits is assigned to a name
 * such as `apiKey`.
 */
export function scriptSecrets(body: string): readonly ScriptSecret[] {
  if (!mayHoldSecret.test(body)) return [];
  const tokens = scriptTokens(body);
  return tokens.flatMap((token, at) => {
    if (token.kind !== "text" && token.kind !== "template") return [];
    const what = kinds.find(({ pattern }) => pattern.test(token.text))?.what ?? named(tokens, at, token);
    return what === undefined ? [] : [{ what, at: token.start }];
  });
}

/** Matches `apiKey = "…"` and `apiKey: "…"`, where the text is the whole value. */
function named(tokens: readonly ScriptToken[], at: number, token: ScriptToken): string | undefined {
  const sign = tokens[at - 1]?.text;
  const name = tokens[at - 2];
  const isGiven = tokens[at - 1]?.kind === "sign" && (sign === "=" || sign === ":");
  if (!isGiven || (name?.kind !== "name" && name?.kind !== "text") || !secretName.test(name.text)) return undefined;
  const next = tokens[at + 1];
  const isWhole = next === undefined || next.kind === "name" || [";", ",", "}"].includes(next.text);
  if (!isWhole || !secretText.test(token.text) || noSecret.test(token.text)) return undefined;
  return `a secret, ${name.text}`;
}
