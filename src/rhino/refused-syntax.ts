import { type RefusedSyntax, reservedNames } from "./dialect.js";
import { insteadOfSyntax } from "./instead-of-syntax.js";
import { redeclarations } from "./redeclarations.js";
import { hasRefusedFlag, refusedGroup } from "./refused-pattern.js";
import type { RhinoForIn, RhinoTry } from "./rhino-parser.js";
import { namesIn, type ScriptNode, wholeTree } from "./script-tree.js";

/** Syntax that Rhino does not compile, with its offset in the text that was parsed. */
export interface RefusedPlace {
  readonly syntax: RefusedSyntax;
  readonly at: number;
  /** What to write in this very place, where that is known. */
  readonly instead?: string;
}

/** What of a script Rhino 1.7.14 does not compile, in the order of the text. */
export function refusedIn(program: ScriptNode, text: string): readonly RefusedPlace[] {
  const found: RefusedPlace[] = redeclarations(program).map((at) => ({ syntax: "redeclaration", at }));
  const tree = wholeTree(program);
  for (const type of looked) for (const node of tree.ofType(type)) found.push(...refusedAt(node, text));
  // What is said of `async` names `await` as well.
  const isAsync = found.some(({ syntax }) => syntax === "async");
  const told = isAsync ? found.filter(({ syntax }) => syntax !== "await") : found;
  return told.sort((left, right) => left.at - right.at);
}

/** The types of nodes that may be refused. */
const looked = [
  "SpreadElement",
  "RestElement",
  "AssignmentPattern",
  "ClassDeclaration",
  "ClassExpression",
  "AwaitExpression",
  "ChainExpression",
  "LogicalExpression",
  "AssignmentExpression",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "TryStatement",
  "Property",
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "VariableDeclarator",
  "MetaProperty",
  "Super",
  "ImportExpression",
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportDefaultDeclaration",
  "ExportAllDeclaration",
  "Literal",
] as const;

function refusedAt(node: ScriptNode, text: string): readonly RefusedPlace[] {
  const no = (syntax: RefusedSyntax, at = node.start): readonly RefusedPlace[] => [{ syntax, at }];
  const instead = insteadOfSyntax(node, text);
  if (instead !== undefined) return [{ ...instead, at: node.start }];
  switch (node.type) {
    case "SpreadElement":
      return no("spread");
    case "RestElement":
      return no("rest");
    case "AssignmentPattern":
      return no("default-value", node.left.end);
    case "ClassDeclaration":
    case "ClassExpression":
      return no("class");
    case "AwaitExpression":
      return no("await");
    case "ChainExpression":
      return no("optional-chain");
    case "LogicalExpression":
      return node.operator === "??" ? no("nullish", node.left.end) : [];
    case "AssignmentExpression":
      return /^(?:\|\||&&|\?\?)=$/.test(node.operator) ? no("logical-assignment", node.left.end) : [];
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
      if ("await" in node && node.await) return no("await");
      return refusedHead(node as RhinoForIn) ? no("const-in-for") : [];
    case "TryStatement":
      return refusedCatch(node as RhinoTry);
    case "Property":
      if (node.computed) return no("computed-key");
      return node.value.type === "FunctionExpression" && node.method && (node.value.generator || node.value.async)
        ? no("special-method")
        : [];
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return refusedFunction(node, text);
    case "VariableDeclarator":
      return [...namesIn(node.id)].some((name) => reservedNames.includes(name)) ? no("reserved-name") : [];
    case "MetaProperty":
      return no(node.meta.name === "import" ? "module" : "new-target");
    case "Super":
      return no("super");
    case "ImportExpression":
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
      return no("module");
    case "Literal":
      return "regex" in node && node.regex ? refusedPattern(node.regex, node.start) : [];
    default:
      return [];
  }
}

function refusedHead(node: ScriptNode): boolean {
  const head = node.type === "ForStatement" ? node.init : (node as RhinoForIn).left;
  return head?.type === "VariableDeclaration" && head.kind === "const";
}

function refusedCatch({ handlers = [] }: RhinoTry): readonly RefusedPlace[] {
  const all = handlers.findIndex(({ guard }) => guard === undefined);
  return handlers.flatMap((clause, index): readonly RefusedPlace[] => {
    const { param, start: at } = clause;
    if (all !== -1 && index > all) return [{ syntax: "catch-after-all", at }];
    if (param == null) return [{ syntax: "catch-without-name", at }];
    return param.type === "Identifier" ? [] : [{ syntax: "catch-pattern", at }];
  });
}

function refusedFunction(
  node: ScriptNode & { readonly async: boolean; readonly params: readonly ScriptNode[]; readonly body: ScriptNode },
  text: string,
): readonly RefusedPlace[] {
  const found: RefusedPlace[] = node.async ? [{ syntax: "async", at: node.start }] : [];
  const last = node.params.at(-1);
  const after = last && /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*,/.exec(text.slice(last.end, node.body.start));
  if (last && after) found.push({ syntax: "trailing-comma", at: last.end + after[0].length - 1 });
  return found;
}

function refusedPattern(
  { pattern, flags }: { readonly pattern: string; readonly flags: string },
  at: number,
): readonly RefusedPlace[] {
  if (hasRefusedFlag(flags)) return [{ syntax: "pattern-flag", at }];
  const syntax = refusedGroup(pattern);
  if (syntax === undefined && isPattern(pattern)) return [];
  return [{ syntax: syntax ?? "broken-pattern", at }];
}

/** Rhino takes one count after another (`x{2}{3}`), which the standard does not. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern.replace(/(\{\d+(?:,\d*)?\})(?:\{\d+(?:,\d*)?\})+/g, "$1")) !== undefined;
  } catch {
    return false;
  }
}
