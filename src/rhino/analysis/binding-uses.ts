import { answerMembers, bindingMethods, bindingsOfOne } from "../bindings.js";
import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";

/** The use of a binding of the platform. */
export interface BindingUse {
  /** Its name; `nodeState.get()` for what that gives. */
  readonly binding: string;
  /** The method that is called, or the member of a list that is read; `undefined` where the binding is used otherwise. */
  readonly method: string | undefined;
  /** Whether the member is read as the value of a key, and not called: `nodeState.username`. */
  readonly isRead?: true;
  /** Whether it is assigned as such: `nodeState.username = name`. */
  readonly isSet?: true;
  /** Offset of the method's name, or of the binding's, in the text that was parsed. */
  readonly at: number;
}

const ofOne: ReadonlySet<string> = new Set(Object.values(bindingsOfOne).flat());
const known: ReadonlySet<string> = new Set([
  ...Object.values(bindingMethods).flatMap((methods) => Object.keys(methods)),
  ...ofOne,
]);

const ofAnswer: ReadonlySet<string> = new Set(Object.values(answerMembers).flat());

/** The uses of bindings that no variable of the script hides. What the script asks for before (`typeof name`, `object.method`) is left out. */
export function bindingUses(index: ScriptIndex): readonly BindingUse[] {
  const { asked, mentioned } = askedFor(index);
  const uses: BindingUse[] = [];
  for (const node of index.names) {
    const { name } = node;
    if (!known.has(name) || asked.has(name) || !index.isBinding(node, name) || isAssigned(node, index)) continue;
    const read = keyReadOf(node, index);
    if (read !== undefined) uses.push({ binding: name, ...read });
    const call = calledOn(node, index) ?? readOfList(node, index);
    // Of a binding that only one engine has, the method is not what is wrong.
    if (call !== undefined && ofOne.has(name)) uses.push({ binding: name, method: call.method, at: node.start });
    else if (call === undefined) uses.push({ binding: name, method: undefined, at: node.start });
    else if (call.method === "length" || !mentioned.has(call.method)) uses.push({ binding: name, ...call });
  }
  for (const { callee } of index.calls) {
    if (callee.type !== "MemberExpression") continue;
    const method = memberName(callee);
    const at = callee.property.start;
    // `fr.Action.goTo`, with the class from a `JavaImporter`.
    if (callee.object.type === "MemberExpression" && memberName(callee.object) === "Action") {
      uses.push({ binding: "Action", method, at });
    }
    if (method === undefined || mentioned.has(method)) continue;
    const binding = givenBy(index.literals.onlyValueOf(callee.object) ?? callee.object, index);
    if (binding !== undefined) uses.push({ binding, method, at });
  }
  uses.push(...usesOfPromises(index), ...readsOfAnswers(index), ...parsedAnswers(index), ...readsOfQueries(index));
  return uses.sort((left, right) => left.at - right.at);
}

function calledOn(node: ScriptNode, index: ScriptIndex): { readonly method: string; readonly at: number } | undefined {
  const member = index.parentOf(node);
  if (member?.type !== "MemberExpression" || member.object !== node) return undefined;
  const around = index.parentOf(member);
  const method = memberName(member);
  if (method === undefined || around?.type !== "CallExpression" || around.callee !== member) return undefined;
  return { method, at: member.property.start };
}

/** `nodeState.username` and `systemEnv["esv.name"]`: values are got by calls. What the script puts there itself it may read. */
function keyReadOf(
  node: ScriptNode & { readonly type: "Identifier" },
  index: ScriptIndex,
): (Pick<BindingUse, "at" | "isRead" | "isSet"> & { readonly method: string }) | undefined {
  if (node.name !== "nodeState" && node.name !== "systemEnv") return undefined;
  const member = index.parentOf(node);
  if (member?.type !== "MemberExpression" || member.object !== node) return undefined;
  const method = memberName(member);
  const around = index.parentOf(member);
  const isCalled = around?.type === "CallExpression" && around.callee === member;
  const isTested = around?.type === "UnaryExpression" || around?.type === "IfStatement";
  const isSet = around?.type === "AssignmentExpression" && around.left === member;
  if (method === undefined || isCalled || isTested) return undefined;
  const { start: at } = member.property;
  if (!isSet) return { method, isRead: true, at };
  return node.name === "nodeState" && around.operator === "=" ? { method, isSet: true, at } : undefined;
}

/** `callbacks.length` and `callbacks[0]`, which only a list has. */
function readOfList(
  node: ScriptNode,
  index: ScriptIndex,
): { readonly method: string; readonly at: number } | undefined {
  const member = index.parentOf(node);
  if (member?.type !== "MemberExpression" || member.object !== node || !index.isBinding(node, "callbacks"))
    return undefined;
  const { property, computed } = member;
  if (!computed && memberName(member) === "length") return { method: "length", at: property.start };
  const isNumber = property.type === "Literal" && typeof property.value === "number";
  return computed && isNumber ? { method: "[…]", at: node.start } : undefined;
}

/** The call of a binding whose result a value is, as it is spoken of: `nodeState.get()`. */
function givenBy(node: ScriptNode, index: ScriptIndex): string | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const method = memberName(node.callee);
  const on = index.literals.onlyValueOf(node.callee.object) ?? node.callee.object;
  if (method === "get" && index.isBinding(on, "nodeState")) return "nodeState.get()";
  if (method === "getIdentity" && index.isBinding(on, "idRepository")) return "idRepository.getIdentity()";
  if (method === "get" && node.arguments.length === 0 && isSent(on, index)) return "httpClient.send().get()";
  return chainOfAction(node, index);
}

/** What a script reads of an answer that it has not waited for. */
function usesOfPromises(index: ScriptIndex): readonly BindingUse[] {
  return index.ofType("MemberExpression").flatMap((member) => {
    const method = memberName(member);
    if (method === undefined || !ofAnswer.has(method)) return [];
    const on = index.literals.onlyValueOf(member.object) ?? member.object;
    return isSent(on, index) ? [{ binding: "httpClient.send()", method, at: member.property.start }] : [];
  });
}

/** The binding under which members are found that a script reads of an answer, and does not call. */
export const readOfAnswer = "httpClient.send().get() read";

/** What is said of an answer that stands where a text does: `JSON.parse(answer)`. */
export const parsedAnswer = "JSON.parse()";

/** What a script reads of an answer without calling it: `response.statusCode`, and `response.json` for what that gives. */
function readsOfAnswers(index: ScriptIndex): readonly BindingUse[] {
  return index.ofType("MemberExpression").flatMap((member) => {
    const method = memberName(member);
    const around = index.parentOf(member);
    if (method === undefined || (around?.type === "CallExpression" && around.callee === member)) return [];
    const isTested = /^(?:Unary|Logical|Conditional)Expression$|^IfStatement$/.test(around?.type ?? "");
    if (isTested || (around?.type === "AssignmentExpression" && around.left === member)) return [];
    const answer = givenBy(index.literals.onlyValueOf(member.object) ?? member.object, index);
    return answer === "httpClient.send().get()"
      ? [{ binding: readOfAnswer, method, isRead: true as const, at: member.property.start }]
      : [];
  });
}

/** The binding under which members are found that only a list has, of an answer that holds one. */
export const listOfQuery = "openidm.query() read";

const ofLists = /^(?:length|forEach|map|filter|find|some|every|reduce|push|slice|join|size|isEmpty|get)$/;

/** `answer.length` and `answer[0]` of a query, whose list is `answer.result`. */
function readsOfQueries(index: ScriptIndex): readonly BindingUse[] {
  return index.ofType("MemberExpression").flatMap((member) => {
    const { property, computed } = member;
    const isNumber = computed && property.type === "Literal" && typeof property.value === "number";
    const name = isNumber ? "[…]" : memberName(member);
    if (name === undefined || !(isNumber || ofLists.test(name))) return [];
    const on = index.literals.onlyValueOf(member.object) ?? member.object;
    const isQuery =
      on.type === "CallExpression" &&
      memberName(on.callee) === "query" &&
      on.callee.type === "MemberExpression" &&
      index.isBinding(on.callee.object, "openidm");
    return isQuery ? [{ binding: listOfQuery, method: name, at: property.start }] : [];
  });
}

/** `JSON.parse(answer)`, though an answer is no text. */
function parsedAnswers(index: ScriptIndex): readonly BindingUse[] {
  return index.calls.flatMap(({ callee, arguments: [argument] }) => {
    const isParse = memberName(callee) === "parse" && callee.type === "MemberExpression";
    if (!isParse || argument === undefined || !index.isBinding(callee.object, "JSON")) return [];
    const answer = givenBy(index.literals.onlyValueOf(argument) ?? argument, index);
    return answer === "httpClient.send().get()"
      ? [{ binding: readOfAnswer, method: parsedAnswer, at: argument.start }]
      : [];
  });
}

function isSent(node: ScriptNode, index: ScriptIndex): boolean {
  if (node.type !== "CallExpression" || memberName(node.callee) !== "send") return false;
  return node.callee.type === "MemberExpression" && index.isBinding(node.callee.object, "httpClient");
}

/** `action.goTo("next").withStage("a")`: each call gives the action again, and of the class the builder, until it is built. */
function chainOfAction(node: ScriptNode, index: ScriptIndex): string | undefined {
  let at = node;
  let first: string | undefined;
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") {
    first = memberName(at.callee);
    if (first === undefined || !/^(?:goTo|send|suspend|put|remove|with)/.test(first)) return undefined;
    at = at.callee.object;
  }
  if (index.isBinding(at, "action")) return "action";
  const isClass = index.isBinding(at, "Action") || memberName(at) === "Action";
  return isClass && /^(?:goTo|send|suspend)$/.test(first ?? "") ? "Action.goTo()" : undefined;
}

function isAssigned(node: ScriptNode, index: ScriptIndex): boolean {
  const around = index.parentOf(node);
  return around?.type === "AssignmentExpression" && around.left === node;
}

function askedFor(index: ScriptIndex): {
  readonly asked: ReadonlySet<string>;
  readonly mentioned: ReadonlySet<string>;
} {
  const asked = new Set<string>();
  const mentioned = new Set<string>();
  for (const { operator, argument } of index.ofType("UnaryExpression")) {
    if (operator === "typeof" && argument.type === "Identifier") asked.add(argument.name);
  }
  for (const node of index.ofType("MemberExpression")) {
    const around = index.parentOf(node);
    const name = memberName(node);
    if (name !== undefined && !(around?.type === "CallExpression" && around.callee === node)) mentioned.add(name);
  }
  // A script may also make a variable of this name itself, which it has no need to declare.
  for (const { left } of index.ofType("AssignmentExpression")) if (left.type === "Identifier") asked.add(left.name);
  asked.delete("action");
  return { asked, mentioned };
}
