import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** A call of an object of the platform that lacks a value which it needs. */
export interface IncompleteCall {
  /** With its object: `nodeState.putShared`. */
  readonly called: string;
  /** What it has of what it needs, in words. */
  readonly has: string;
  /** How it is written. */
  readonly form: string;
  /** Offset of the method in the text that was parsed. */
  readonly at: number;
}

/** The options of a request, and what other clients call them. */
const optionsCalledElsewhere: ReadonlyMap<string, string> = new Map([
  ["header", "headers"],
  ["httpHeaders", "headers"],
  ["data", "body"],
  ["payload", "body"],
  ["json", "body"],
  ["content", "body"],
  ["type", "method"],
  ["verb", "method"],
  ["formData", "form"],
]);

/** An option of `httpClient.send` under a name that other clients have for it. */
export interface MisnamedOption {
  readonly written: string;
  readonly right: string;
  /** Offset of the name in the text that was parsed. */
  readonly at: number;
}

/** Finds options of requests that the platform's client passes over, where it has them under another name. */
export function misnamedOptions(index: ScriptIndex): readonly MisnamedOption[] {
  return index.calls.flatMap(({ callee, arguments: [, options] }) => {
    if (callee.type !== "MemberExpression" || memberName(callee) !== "send") return [];
    if (!index.isBinding(callee.object, "httpClient") || options?.type !== "ObjectExpression") return [];
    const keys = options.properties.flatMap((each) =>
      each.type === "Property" && !each.computed && each.key.type === "Identifier" ? [each.key] : [],
    );
    const names = new Set(keys.map(({ name }) => name));
    return keys.flatMap(({ name, start: at }) => {
      const right = optionsCalledElsewhere.get(name);
      return right === undefined || names.has(right) ? [] : [{ written: name, right, at }];
    });
  });
}

/** Methods with all values that they need. */
const forms: { readonly [object: string]: { readonly [method: string]: readonly string[] } } = {
  nodeState: { putShared: ['"key"', "value"], putTransient: ['"key"', "value"] },
  openidm: {
    create: ['"managed/alpha_user"', "null", "{ … }"],
    update: ['"managed/alpha_user/id"', "null", "{ … }"],
    patch: ['"managed/alpha_user/id"', "null", "[{ … }]"],
    read: ['"managed/alpha_user/id"'],
  },
  callbacksBuilder: {
    nameCallback: ['"Prompt"'],
    passwordCallback: ['"Prompt"', "false"],
    textOutputCallback: ["0", '"Text"'],
    choiceCallback: ['"Prompt"', '["a", "b"]', "0", "false"],
  },
};

/** Finds calls with too few values, and queries without a filter. */
export function incompleteCalls(index: ScriptIndex): readonly IncompleteCall[] {
  return index.calls.flatMap(({ callee, arguments: given }) => {
    const method = memberName(callee);
    if (callee.type !== "MemberExpression" || method === undefined) return [];
    const { object } = callee;
    const at = callee.property.start;
    if (method === "query" && index.isBinding(object, "openidm"))
      return lacksFilter(given[1])
        ? [{ called: "openidm.query", has: "no `_queryFilter`", form: '{ _queryFilter: "…" }', at }]
        : [];
    const name = object.type === "Identifier" ? object.name : "";
    const known = Object.hasOwn(forms, name) && index.isBinding(object, name) ? forms[name] : undefined;
    const values = known !== undefined && Object.hasOwn(known, method) ? known[method] : undefined;
    if (values === undefined || given.length >= values.length || given.some(({ type }) => type === "SpreadElement"))
      return [];
    const called = `${name}.${method}`;
    const has = given.length === 0 ? "no value" : `${given.length} of ${values.length} values`;
    return [{ called, has, form: `${called}(${values.join(", ")})`, at }];
  });
}

const filters: ReadonlySet<string> = new Set(["_queryFilter", "_queryId", "_queryExpression"]);

/** Whether the second value certainly names no filter. */
function lacksFilter(value: ScriptNode | undefined): boolean {
  if (value === undefined || value.type === "Literal" || value.type === "TemplateLiteral") return true;
  if (value.type !== "ObjectExpression") return false;
  return value.properties.every((property) => {
    if (property.type !== "Property" || property.computed) return false;
    const { key } = property;
    return !filters.has(key.type === "Identifier" ? key.name : String((key as { readonly value?: unknown }).value));
  });
}
