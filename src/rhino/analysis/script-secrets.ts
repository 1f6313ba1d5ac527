import { scriptTokens } from "../script-tokens.js";
import type { NodeOfType, ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";
import { textParts } from "./text-parts.js";

/** A text in a script that is certainly a secret. */
export interface ScriptSecret {
  /** The kind of secret, with its article: `a private key`. */
  readonly what: string;
  /** The name that holds it, where that tells that it is one: a variable, or the property of an object (`config.signingKey`). */
  readonly name?: string;
  /** Offset in the text that was parsed. */
  readonly at: number;
}

const kinds: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/, what: "a private key" },
  { pattern: /\bAKIA[0-9A-Z]{16}\b/, what: "an access key" },
  { pattern: /^Basic [A-Za-z0-9+/]{12,}={0,2}$/, what: "credentials of an HTTP request" },
  { pattern: /^Bearer [\w.~+/-]{20,}=*$/, what: "a token of an HTTP request" },
];

/** A secret in an address or in a form: `client_secret=…`. */
const secretMember = /(?:^|[?&])(?:client_secret|password|passwd|api_?key|access_token)=([^&\s"'{}<>$]{12,})(?=&|$)/i;

const secretName = /(?:secret|password|passwd|api[-_]?key|subscription[-_]?key|(?:access|auth)[-_]?token)$/i;
/** A long text of letters and digits without blanks: not a message, not the name of a key, not a placeholder. */
const secretText = /^(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[^\s{}<>$]{12,}$/;
/** Names and addresses that look like secrets. */
const noSecret = /^(?:esv[.-]|https?:|\/|&)/i;
const standsForSecret = /your|example|change_?me|change-?it|placeholder|x{4}|\*{3}/i;

/**
 * Finds literal secrets in a script: by their form, also where they are put together; because a long text of letters and digits is given
 * to a name such as `apiKey`; or because a name and a password are encoded for a header.
 */
export function scriptSecrets(index: ScriptIndex): readonly ScriptSecret[] {
  const found: ScriptSecret[] = [];
  for (const type of looked) {
    for (const node of index.ofType(type)) {
      const secret = secretAt(node, index);
      if (typeof secret === "string") found.push({ what: secret, at: node.start });
      else if (secret !== undefined) found.push({ what: "a secret", at: node.start, ...secret });
    }
  }
  return found.sort((left, right) => left.at - right.at);
}

/** The types of nodes that may be a secret, or give one to a name. */
const looked = [
  "Literal",
  "TemplateLiteral",
  "BinaryExpression",
  "VariableDeclarator",
  "AssignmentExpression",
  "Property",
  "NewExpression",
  "CallExpression",
] as const;

/** The same, by their form alone, in a script that is no tree. */
export function secretsInTokens(body: string): readonly ScriptSecret[] {
  return scriptTokens(body).flatMap(({ kind, text, start: at }) => {
    const what = kind === "text" || kind === "template" ? kindOf(text) : undefined;
    return what === undefined ? [] : [{ what, at }];
  });
}

/** What has a name that tells that it is a secret, with its place where that is another one. */
type NamedSecret = Pick<ScriptSecret, "name"> & Partial<Pick<ScriptSecret, "at">>;

function secretAt(node: ScriptNode, index: ScriptIndex): string | NamedSecret | undefined {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? kindOf(node.value) : undefined;
    case "TemplateLiteral":
    case "BinaryExpression":
      return joined(node, index);
    case "VariableDeclarator":
      return node.id.type === "Identifier" ? named(node.id.name, node.init, index) : undefined;
    case "AssignmentExpression": {
      const { left, right } = node;
      return named(left.type === "Identifier" ? left.name : memberName(left), right, index);
    }
    case "Property":
      return named(nameOfKey(node), node.value, index);
    case "NewExpression":
      return signingKey(node, index);
    case "CallExpression":
      // `headers.add("x-api-key", "…")`
      if (!/^(?:add|put|set|setHeader|addHeader)$/.test(memberName(node.callee) ?? "")) return undefined;
      return named(index.textOf(node.arguments[0]), node.arguments[1], index);
    default:
      return undefined;
  }
}

/** A text that is put together, the whole of it: `"Basic " + "…"`, `"Basic " + encode("name:password")`. */
function joined(node: ScriptNode, index: ScriptIndex): string | undefined {
  if (node.type === "BinaryExpression" && (node.operator !== "+" || isInside(node, index))) return undefined;
  if (node.type === "TemplateLiteral" && node.expressions.length === 0)
    return kindOf(node.quasis[0]?.value.cooked ?? "");
  const [first, second, ...rest] = textParts(node, index);
  if (typeof first !== "string") return undefined;
  if (second === undefined) return kindOf(first);
  if (!/^(?:Basic|Bearer) $/.test(first) || typeof second === "string" || rest.length > 0) return undefined;
  const [encoded, ...others] = second.type === "CallExpression" ? encodedParts(second, index) : [];
  const isLiteral = typeof encoded === "string" && others.length === 0 && /^[^:\s]+:\S{3,}$/.test(encoded);
  return isLiteral && !standsForSecret.test(encoded) ? "credentials of an HTTP request" : undefined;
}

function encodedParts(call: ScriptNode & { readonly type: "CallExpression" }, index: ScriptIndex) {
  const { callee, arguments: given } = call;
  const name = callee.type === "Identifier" ? callee.name : memberName(callee);
  // What is called on the result (`.toString()`) stands around the call that encodes.
  if (callee.type === "MemberExpression" && given.length === 0 && callee.object.type === "CallExpression")
    return encodedParts(callee.object, index);
  return given[0] && /encode|btoa/i.test(name ?? "") ? textParts(bytesOf(given[0]), index) : [];
}

/** `"name:password".getBytes()`, also of `new java.lang.String("…")` */
function bytesOf(node: ScriptNode): ScriptNode {
  const isBytes =
    node.type === "CallExpression" &&
    node.callee.type === "MemberExpression" &&
    /^(?:getBytes|toString)$/.test(memberName(node.callee) ?? "");
  if (isBytes) return bytesOf((node.callee as { readonly object: ScriptNode }).object);
  const [given] = node.type === "NewExpression" && nameOfClass(node.callee) === "String" ? node.arguments : [];
  return given ?? node;
}

function nameOfClass(callee: ScriptNode): string | undefined {
  return callee.type === "Identifier" ? callee.name : memberName(callee);
}

/** The key that something is signed with, decoded or not: `new SecretKeySpec(Base64.decode("…"), "Hmac")`. */
function signingKey({ callee, arguments: [given] }: NodeOfType<"NewExpression">, index: ScriptIndex) {
  if (given === undefined || nameOfClass(callee) !== "SecretKeySpec") return undefined;
  const value = index.literals.onlyValueOf(given) ?? given;
  const [decoded] =
    value.type === "CallExpression" && /decode/i.test(nameOfClass(value.callee) ?? "") ? value.arguments : [];
  const [text, ...rest] = textParts(bytesOf(decoded ?? value), index);
  const isKey = typeof text === "string" && rest.length === 0 && secretText.test(text) && !noSecret.test(text);
  return isKey && !standsForSecret.test(text) ? "a key" : undefined;
}

/** Whether an expression is a part of a longer one that is put together. */
function isInside(node: ScriptNode, index: ScriptIndex): boolean {
  const around = index.parentOf(node);
  return around?.type === "BinaryExpression" && around.operator === "+";
}

function named(
  name: string | undefined,
  value: ScriptNode | null | undefined,
  index: ScriptIndex,
): NamedSecret | undefined {
  if (name === undefined || !value || !secretName.test(name)) return undefined;
  const [text, ...rest] = textParts(value, index);
  if (typeof text !== "string" || rest.length > 0 || kindOf(text) !== undefined) return undefined;
  if (!secretText.test(text) || noSecret.test(text) || standsForSecret.test(text)) return undefined;
  return holderOf(value, index) ?? { name };
}

/** The variable or property that holds the text, where a name only takes it over: `var secret = config.signingKey`. */
function holderOf(value: ScriptNode, index: ScriptIndex): NamedSecret | undefined {
  let holder: NamedSecret | undefined;
  let at = value;
  for (let steps = 0; steps < mostSteps; steps++) {
    const held = index.literals.onlyValueOf(at);
    const name = at.type === "Identifier" ? at.name : pathOf(at);
    if (held === undefined || name === undefined) return holder;
    const around = index.parentOf(held);
    holder = { name, at: around?.type === "Property" ? around.start : held.start };
    at = held;
  }
  return holder;
}

/** Names that are made of one another have no end. */
const mostSteps = 10;

/** `config.signingKey` */
function pathOf(node: ScriptNode): string | undefined {
  const member = memberName(node);
  if (member === undefined || node.type !== "MemberExpression") return undefined;
  return node.object.type === "Identifier" ? `${node.object.name}.${member}` : member;
}

/** The shortest text that has one of the forms. */
const shortest = "Basic ".length + 12;

function kindOf(text: string): string | undefined {
  if (text.length < shortest) return undefined;
  const given = secretMember.exec(text)?.[1];
  if (given !== undefined && secretText.test(given) && !standsForSecret.test(given))
    return "a secret in an HTTP request";
  const kind = kinds.find(({ pattern }) => pattern.test(text));
  return kind && !standsForSecret.test(text) ? kind.what : undefined;
}

function nameOfKey({ key, computed }: ScriptNode & { readonly type: "Property" }): string | undefined {
  if (key.type === "Identifier" && !computed) return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}
