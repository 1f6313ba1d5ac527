import { namesIn, type ScriptNode } from "../script-tree.js";
import { isConst } from "./name-scopes.js";
import { type Rewriting, type Surrounding, support } from "./rewriting.js";
import { wordBetween } from "./word-between.js";

type Declaration = ScriptNode & { readonly type: "VariableDeclaration" };

/** Makes a `const` a variable of its function. In a loop its first value stays, as in Rhino. */
export function rewriteConst(
  { start, declarations }: Declaration,
  { isInLoop }: Surrounding,
  { text, edits, freshName }: Rewriting,
): void {
  edits.replace(start, start + "const".length, "var  ");
  if (!isInLoop) return;
  for (const { id, init } of declarations) {
    if (!init) continue;
    const [isSet, value] = [freshName(), freshName()];
    const pattern = text.slice(id.start, id.end);
    edits.replace(id.start, wordBetween(text, "=", id.end, init.start), `${isSet},${value}`);
    edits.insert(endOfValue(text, init.end), `,${pattern}=${isSet}?${pattern}:(${isSet}=1,${value})`);
  }
}

/** Behind the brackets that a value stands in. */
function endOfValue(text: string, from: number): number {
  const after = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\)/;
  let end = from;
  for (let found = after.exec(text.slice(end)); found; found = after.exec(text.slice(end))) end += found[0].length;
  return end;
}

/** Lets an assignment to a `const` do nothing but have its value, as Rhino does; in strict mode it throws. Returns what closes the call. */
export function rewriteAssignment(
  node: ScriptNode & { readonly type: "AssignmentExpression" },
  surrounding: Surrounding,
  { text, edits }: Rewriting,
): string {
  const { left, right, operator } = node;
  if (left.type !== "Identifier") {
    rewriteTargets(left, surrounding, edits);
    return "";
  }
  if (!isConst(left.name, surrounding.scope)) return "";
  edits.insert(node.start, opening(surrounding, left.name));
  const at = wordBetween(text, operator, left.end, right.start);
  if (operator === "=") {
    edits.replace(node.start, at + 1, "");
    return ")";
  }
  edits.replace(at, at + operator.length, `${operator.slice(0, -1)}(`);
  return "))";
}

/** `constant++` has the value that it would have, and changes nothing. */
export function rewriteUpdate(
  { start, end, argument, operator, prefix }: ScriptNode & { readonly type: "UpdateExpression" },
  surrounding: Surrounding,
  { edits }: Rewriting,
): void {
  if (argument.type !== "Identifier" || !isConst(argument.name, surrounding.scope)) return;
  const changed = prefix ? `${operator.charAt(0)}1` : "";
  edits.replace(start, end, `${opening(surrounding, argument.name)}+${argument.name}${changed})`);
}

/** A pattern, or the head of a loop, that would assign to a `const` assigns to a name that nobody reads. */
export function rewriteTargets(target: ScriptNode, { scope }: Surrounding, edits: Rewriting["edits"]): void {
  if (target.type === "Identifier") {
    if (isConst(target.name, scope)) edits.replace(target.start, target.end, `${support}.unread`);
  } else if (target.type === "Property") {
    const [name] = target.shorthand ? namesIn(target) : [];
    if (name === undefined) rewriteTargets(target.value, { scope } as Surrounding, edits);
    else if (isConst(name, scope)) edits.insert(target.end, `:${support}.unread`);
  } else if (target.type === "ObjectPattern") {
    for (const part of target.properties) rewriteTargets(part, { scope } as Surrounding, edits);
  } else if (target.type === "ArrayPattern") {
    for (const part of target.elements) if (part) rewriteTargets(part, { scope } as Surrounding, edits);
  }
}

function opening({ isStrict }: Surrounding, name: string): string {
  return isStrict ? `${support}.readonly(${JSON.stringify(name)},` : `${support}.kept(`;
}
