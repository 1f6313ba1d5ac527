import type { ScriptNode } from "../script-tree.js";
import { memberName, type ScriptIndex } from "./script-index.js";
import type { OutcomesWithValues } from "./script-outcomes.js";
import type { SentCallbacks } from "./sent-callbacks.js";

/** What a script certainly does not decide, though it should. Offsets are those of the text that was parsed. */
export interface Undecided {
  /** The variables that the script sets, where none of them is an outcome or an action, on any way; `undefined` where there may be one. */
  readonly setInstead: readonly { readonly name: string; readonly at: number }[] | undefined;
  /** Places where `outcome` gets a value that certainly is no text. */
  readonly noTexts: readonly number[];
  /** Places where `action` gets a text, or what `Action.goTo(…)` gives, without `build()`. */
  readonly unbuilt: readonly number[];
  /** The place of a question that is asked whatever the answer: the script never looks at one, and leaves its node on no way. */
  readonly askedAgain: number | undefined;
}

/** Finds out whether a script certainly leaves its node undecided; what it computes, or does out of sight, is not looked at. */
export function undecidedScript(
  index: ScriptIndex,
  { chosen, hasHidden, alwaysSends }: OutcomesWithValues,
  callbacks: SentCallbacks,
): Undecided {
  const noTexts = chosen
    .filter(({ assigned }) => assigned !== undefined && isNoText(assigned, index, 0))
    .map(({ at }) => at);
  const unbuilt = unbuiltActions(index);
  const isUndecided = chosen.length === 0 && !hasHidden && !decidesOtherwise(index);
  const isKept = !hasHidden && callbacks.sends && (alwaysSends || isUndecided);
  return {
    setInstead: isUndecided && !callbacks.sends ? setVariables(index) : undefined,
    noTexts,
    unbuilt,
    askedAgain: isKept ? unreadQuestion(index, callbacks) : undefined,
  };
}

const question =
  /^(?:Name|Password|TextInput|Choice|Confirmation|(?:String|Number|Boolean)AttributeInput|Validated\w+|TermsAndConditions|KbaCreate|SelectIdP)Callback$/;

/** The first question of a script that never mentions the answers. A screen that only shows something may be meant as the end. */
function unreadQuestion(index: ScriptIndex, { made }: SentCallbacks): number | undefined {
  if (index.names.some(({ name }) => name === "callbacks")) return undefined;
  return made.find(({ type }) => question.test(type))?.at;
}

const comparisons = /^(?:[!=]==?|[<>]=?|in|instanceof|[-*/%&|^]|<<|>>>?)$/;

function isNoText(node: ScriptNode, index: ScriptIndex, depth: number): boolean {
  const isNone = (part: ScriptNode) => isNoText(part, index, depth + 1);
  if (depth > 10) return false;
  switch (node.type) {
    case "Literal":
      return typeof node.value === "boolean" || typeof node.value === "number";
    case "UnaryExpression":
      return /^[-!+~]$/.test(node.operator) || node.operator === "delete";
    case "UpdateExpression":
    case "ArrayExpression":
    case "ObjectExpression":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return true;
    case "BinaryExpression":
      return comparisons.test(node.operator);
    case "ConditionalExpression":
      return isNone(node.consequent) && isNone(node.alternate);
    case "LogicalExpression":
      return isNone(node.left) && isNone(node.right);
    case "Identifier": {
      const value = index.literals.onlyValueOf(node);
      return value !== undefined && isNone(value);
    }
    default:
      return false;
  }
}

/** The builders, and texts, that a script sets as its action. Where it reads the action again, it may build it later. */
function unbuiltActions(index: ScriptIndex): readonly number[] {
  const set = index
    .ofType("AssignmentExpression")
    .filter(({ left }) => left.type === "Identifier" && left.name === "action");
  if (set.length === 0) return [];
  const isRead = index.names.some((node) => {
    const around = index.parentOf(node);
    return node.name === "action" && !(around?.type === "AssignmentExpression" && around.left === node);
  });
  if (isRead) return [];
  return set.flatMap(({ operator, right, start }) =>
    operator === "=" && (isBuilder(right) || isText(right)) ? [start] : [],
  );
}

function isText(node: ScriptNode): boolean {
  return (node.type === "Literal" && typeof node.value === "string") || node.type === "TemplateLiteral";
}

/** `Action.goTo("next").withStage("a")`, without `build()` at any place. */
function isBuilder(node: ScriptNode): boolean {
  let at = node;
  let first: string | undefined;
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") {
    first = memberName(at.callee);
    if (first === undefined || !/^(?:goTo|send|suspend|(?:put|remove|with)[A-Z]\w*)$/.test(first)) return false;
    at = at.callee.object;
  }
  const isClass = at.type === "Identifier" ? at.name === "Action" : memberName(at) === "Action";
  return isClass && /^(?:goTo|send|suspend)$/.test(first ?? "");
}

/** Whether a script may decide by something that is none of the known ways, or ends in an error on purpose. */
function decidesOtherwise(index: ScriptIndex): boolean {
  if (index.literals.isMade("outcome") || index.literals.isMade("action")) return true;
  return index.nodes.some((node) => {
    if (node.type === "ThrowStatement") return true;
    if (node.type === "MemberExpression") return node.computed && node.object.type === "ThisExpression";
    if (node.type !== "Identifier") return false;
    if (node.name === "globalThis") return true;
    // `action.goto("next")` decides nothing either, but has a finding of its own.
    return node.name === "action" && !/^(?:put|remove|with)[A-Z]/.test(memberName(index.parentOf(node) ?? node) ?? "");
  });
}

function setVariables(index: ScriptIndex): readonly { readonly name: string; readonly at: number }[] {
  return index.nodes.flatMap((node) => {
    const target =
      node.type === "AssignmentExpression" ? node.left : node.type === "VariableDeclarator" ? node.id : undefined;
    return target?.type === "Identifier" ? [{ name: target.name, at: target.start }] : [];
  });
}
