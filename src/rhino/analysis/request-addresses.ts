import { isFunction, type ScriptNode } from "../script-tree.js";
import { returnsOf } from "./every-way.js";
import { memberName, type ScriptIndex } from "./script-index.js";
import { callsAndNews, madeBy } from "./sent-callbacks.js";
import type { ValueWrite } from "./state-use.js";
import { textParts } from "./text-parts.js";
import { valueSources } from "./value-sources.js";

/** An address that users are sent to and that a parameter of the request decides. */
export interface RequestAddress {
  /** What the address is for: `successUrl`, `failureUrl`, or a callback that redirects. */
  readonly to: string;
  /** The parameter; `undefined` where its name is computed. */
  readonly parameter: string | undefined;
  /** Offset in the text that was parsed. */
  readonly at: number;
}

const leadsToAddress = /\blocation(?:\.href)?\s*=\s*\\?["'`]$|\blocation\.(?:assign|replace)\(\s*\\?["'`]$/;
const addressKeys: ReadonlySet<string> = new Set(["successUrl", "failureUrl"]);

/** Addresses that a script takes from the parameters of the request without looking at them. */
export function requestAddresses(writes: readonly ValueWrite[], index: ScriptIndex): readonly RequestAddress[] {
  const found: RequestAddress[] = [];
  const add = (to: string, value: ScriptNode | undefined, at: number) => {
    for (const parameter of value ? leadingParameters(value, index) : []) found.push({ to, parameter, at });
  };
  for (const { key, isTransient, value, at } of writes) if (!isTransient && addressKeys.has(key)) add(key, value, at);
  for (const { callee, given, start } of callsAndNews(index)) {
    const name = callee.type === "Identifier" ? callee.name : memberName(callee);
    const type = name === undefined ? undefined : madeBy(callee, name, index);
    if (name !== undefined && type === "RedirectCallback") add(name, given[0], start);
    // A script that runs in the browser: `"window.location = '" + address + "'"`.
    if (type !== "ScriptTextOutputCallback" || !given[0]) continue;
    const parts = textParts(given[0], index);
    for (const [at, part] of parts.entries()) {
      const next = parts[at + 1];
      if (typeof part === "string" && typeof next === "object" && leadsToAddress.test(part))
        add("location", next, start);
    }
  }
  if (found.length === 0) return found;
  const checked = checkedParameters(index);
  return found.filter(({ parameter }) => !checked.has(parameter));
}

/** The parameters that an address begins with, so that they decide its host. */
function leadingParameters(value: ScriptNode, index: ScriptIndex): ReadonlySet<string | undefined> {
  const found = new Set<string | undefined>();
  for (const choice of choicesOf(value, index, 0)) {
    const [first] = textParts(choice, index);
    if (first === undefined || typeof first === "string") continue;
    for (const source of valueSources(first, index)) if (source.kind === "parameter") found.add(source.name);
  }
  return found;
}

function* choicesOf(node: ScriptNode, index: ScriptIndex, depth: number): Iterable<ScriptNode> {
  if (depth > 10) return;
  if (node.type === "ConditionalExpression") {
    yield* choicesOf(node.consequent, index, depth + 1);
    yield* choicesOf(node.alternate, index, depth + 1);
  } else if (node.type === "LogicalExpression") {
    yield* choicesOf(node.left, index, depth + 1);
    yield* choicesOf(node.right, index, depth + 1);
  } else {
    const value = node.type === "Identifier" ? index.literals.onlyValueOf(node) : undefined;
    const returned = node.type === "CallExpression" ? returnedBy(node.callee, index) : [];
    for (const choice of value ? [value] : returned) yield* choicesOf(choice, index, depth + 1);
    if (!value && returned.length === 0) yield node;
  }
}

/** What a function of the script gives back. */
function returnedBy(callee: ScriptNode, index: ScriptIndex): readonly ScriptNode[] {
  if (callee.type !== "Identifier") return [];
  const [definition, ...more] = index.variables.of(callee).definitions;
  const made = definition?.value;
  if (made === undefined || more.length > 0 || !isFunction(made)) return [];
  return returnsOf((made as unknown as { readonly body: ScriptNode }).body).flatMap((value) => value ?? []);
}

const comparing: ReadonlySet<string> = new Set([
  "indexOf",
  "lastIndexOf",
  "includes",
  "startsWith",
  "endsWith",
  "contains",
  "containsKey",
  "match",
  "matches",
  "search",
  "test",
  "exec",
  "equals",
  "equalsIgnoreCase",
  "some",
  "every",
  "find",
  "filter",
]);

/** Parameters that are compared with something, or given to a function of the script, somewhere: what is decided by that is not known. */
function checkedParameters(index: ScriptIndex): ReadonlySet<string | undefined> {
  const found = new Set<string | undefined>();
  const add = (node: ScriptNode) => {
    for (const choice of choicesOf(node, index, 0)) {
      for (const source of valueSources(choice, index)) if (source.kind === "parameter") found.add(source.name);
    }
  };
  for (const node of index.nodes) {
    if (node.type === "CallExpression") {
      const { callee, arguments: given } = node;
      const name = callee.type === "Identifier" ? callee.name : memberName(callee);
      const isOwn = callee.type === "Identifier" && index.literals.declares(callee.name);
      if (!isOwn && (name === undefined || !comparing.has(name))) continue;
      if (callee.type === "MemberExpression") add(callee.object);
      for (const argument of given) add(argument);
    } else if (node.type === "BinaryExpression" && /^(?:[!=]==?|in)$/.test(node.operator)) {
      if (isNothing(node.left) || isNothing(node.right)) continue;
      add(node.left);
      add(node.right);
    } else if (node.type === "SwitchStatement") add(node.discriminant);
    else if (node.type === "MemberExpression" && node.computed) add(node.property);
  }
  return found;
}

/** `null`, `undefined`, an empty text: whether there is a value at all says nothing of it. */
function isNothing(node: ScriptNode): boolean {
  if (node.type === "Literal") return node.value === null || node.value === "" || node.value === "undefined";
  return (node.type === "Identifier" && node.name === "undefined") || node.type === "UnaryExpression";
}
