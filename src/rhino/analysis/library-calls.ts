import { memberName, type ScriptIndex } from "./script-index.js";

/** A function of a library that a script calls: `require("Title").name(…)`, perhaps through a variable. */
export interface LibraryCall {
  readonly title: string;
  readonly name: string;
  /** How the script writes it. */
  readonly written: string;
  /** Offset of the name in the text that was parsed. */
  readonly at: number;
}

/** The functions that a script calls on what `require` gives; those that it asks for before (`typeof`, `if`) are left out. */
export function libraryCalls(index: ScriptIndex): readonly LibraryCall[] {
  const calls = index.calls.flatMap(({ callee }): readonly LibraryCall[] => {
    if (callee.type !== "MemberExpression") return [];
    const name = memberName(callee);
    const made = index.literals.onlyValueOf(callee.object) ?? callee.object;
    if (name === undefined || made.type !== "CallExpression" || !index.isBinding(made.callee, "require")) return [];
    const title = index.textOf(made.arguments[0]);
    const object = callee.object.type === "Identifier" ? callee.object.name : `require(${JSON.stringify(title)})`;
    return title === undefined ? [] : [{ title, name, written: `${object}.${name}`, at: callee.property.start }];
  });
  if (calls.length === 0) return calls;
  // Who looks at a function without calling it, or puts one there, knows more of it than its library says.
  const mentioned = new Set<string>();
  for (const member of index.ofType("MemberExpression")) {
    const around = index.parentOf(member);
    const name = memberName(member);
    if (name !== undefined && !(around?.type === "CallExpression" && around.callee === member)) mentioned.add(name);
  }
  return calls.filter(({ name }) => !mentioned.has(name));
}
