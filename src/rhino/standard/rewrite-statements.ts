import type { RhinoCatch, RhinoForIn, RhinoTry } from "../rhino-parser.js";
import { allNodesOf, isFunction, namesIn, type ScriptNode } from "../script-tree.js";
import { isLet } from "./name-scopes.js";
import { type Rewriting, type Surrounding, support } from "./rewriting.js";
import { wordBetween } from "./word-between.js";

type ForLoop = ScriptNode & { readonly type: "ForStatement" | "ForInStatement" | "ForOfStatement" };

/** `for each (x in object)` visits the object's values. */
export function rewriteForEach(node: RhinoForIn, { text, edits }: Rewriting): string {
  const { start, left, right } = node;
  const each = wordBetween(text, "each", start + "for".length, left.start);
  edits.replace(each, each + "each".length, "");
  const word = wordBetween(text, "in", left.end, right.start);
  edits.replace(word, word + "in".length, `of ${support}.values(`);
  return ")";
}

/**
 * Rhino has one variable for all passes of `for (let …)`: functions that a pass makes see the last value. Returns what closes the
 * block around the loop.
 */
export function rewriteLetInHead(node: ForLoop, { labelled }: Surrounding, { edits }: Rewriting): string {
  const head = node.type === "ForStatement" ? node.init : node.left;
  if (head?.type !== "VariableDeclaration" || head.kind !== "let") return "";
  const names = head.declarations.flatMap(({ id }) => [...namesIn(id)]);
  if (!isSeenByFunction(node, new Set(names))) return "";
  edits.insert((labelled ?? node).start, `{let ${names.join()};`);
  edits.replace(head.start, head.start + "let".length, "   ");
  return "}";
}

/** `{ let a; { var a = 1; } }`: to Rhino the inner one is the same variable, so that an assignment is left of it. */
export function rewriteVar(
  { start, declarations }: ScriptNode & { readonly type: "VariableDeclaration" },
  { scope }: Surrounding,
  { edits }: Rewriting,
): void {
  const isSame = declarations.every(({ id }) => id.type === "Identifier" && isLet(id.name, scope));
  if (isSame) edits.replace(start, start + "var".length, "   ");
}

/** `catch (e) { let e }`: the block inside has a name of its own. Returns what closes it. */
export function rewriteCatch({ param, body }: RhinoCatch, { edits }: Rewriting): string {
  const names = new Set(namesIn(param ?? null));
  const isTaken = body.body.some(
    (statement) =>
      statement.type === "VariableDeclaration" &&
      statement.kind === "let" &&
      statement.declarations.some(({ id }) => [...namesIn(id)].some((name) => names.has(name))),
  );
  if (!isTaken) return "";
  edits.insert(body.start, "{");
  return "}";
}

/** Of several `catch` clauses the first runs whose condition holds. */
export function rewriteCatches({ handlers = [] }: RhinoTry, { edits, freshName }: Rewriting): void {
  if (handlers.every(({ guard }) => guard === undefined)) return;
  const error = freshName();
  for (const [index, { start, param, guard, body }] of handlers.entries()) {
    const [name] = namesIn(param ?? null);
    const opening = `${index === 0 ? `catch(${error})` : "else"}{let ${name}=${error};`;
    if (!guard) {
      edits.replace(start, body.start, opening);
      continue;
    }
    edits.replace(start, guard.start, `${opening}if(`);
    edits.replace(guard.end, body.start, ")");
  }
  const last = handlers.at(-1);
  const rest = last?.guard ? `else throw ${error};` : "";
  edits.insert(last?.end ?? 0, rest + "}".repeat(handlers.length));
}

/** `function (x) x * 2`: the body is an expression. Returns what closes the body. */
export function rewriteExpressionBody(node: ScriptNode, { text, edits }: Rewriting): string {
  const { params, body, id } = node as unknown as {
    readonly params: readonly ScriptNode[];
    readonly body: ScriptNode;
    readonly id?: ScriptNode;
  };
  if (body.type === "BlockStatement" || node.type === "ArrowFunctionExpression") return "";
  const from = params.at(-1)?.end ?? id?.end ?? node.start;
  edits.insert(wordBetween(text, ")", from, body.start) + 1, "{return(");
  return ")}";
}

/** Rhino does not know `\u{…}`: it drops the backslash. */
export function rewriteEscapes({ start, end }: ScriptNode, { text, edits }: Rewriting): void {
  if (!text.startsWith("'", start) && !text.startsWith('"', start) && text.charAt(start - 1) !== "`") return;
  const written = text.slice(start, end);
  for (const { index, 0: all } of written.matchAll(/\\(?:u\{|[\s\S])/g)) {
    if (all === "\\u{") edits.replace(start + index, start + index + 1, "");
  }
}

/** What `eval` runs is read like a script. */
export function rewriteEval(
  { callee, arguments: given }: ScriptNode & { readonly type: "CallExpression" },
  { edits }: Rewriting,
): string {
  const [code] = given;
  if (callee.type !== "Identifier" || callee.name !== "eval" || !code || given.length > 1) return "";
  edits.insert(code.start, `${support}.code(`);
  return ")";
}

function isSeenByFunction(loop: ScriptNode, names: ReadonlySet<string>): boolean {
  for (const part of allNodesOf(loop)) {
    if (!isFunction(part)) continue;
    for (const inner of allNodesOf(part)) if (inner.type === "Identifier" && names.has(inner.name)) return true;
  }
  return false;
}
