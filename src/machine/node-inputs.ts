import { judgeCondition } from "../catalogue/condition.js";
import type { CallbackUse } from "../catalogue/node-type.js";
import { isPlaceholder } from "../catalogue/placeholder.js";
import type { JourneyNode } from "../model/model.js";
import type { InputKind } from "../runtime/machine.js";
import type { Json } from "../text/json.js";

/** The inputs that a node may ask for, by name; `any` where they depend on a script or an unknown node. */
export type NodeInputs = ReadonlyMap<string, InputKind> | "any";

/**
 * The inputs that a node asks the user for, according to the callbacks that the catalogue lists for its type. An input
 * has the name of its attribute if the node collects attributes, of its callback's id if that is fixed, otherwise of the
 * node. A page asks for all inputs of its inner nodes.
 */
export function nodeInputs(node: JourneyNode): NodeInputs {
  if (node.children.length > 0) return join(node.children.map(nodeInputsOfSingle));
  return nodeInputsOfSingle(node);
}

function nodeInputsOfSingle(node: JourneyNode): NodeInputs {
  const { type } = node;
  const version = type && Object.hasOwn(type.versions, node.version) ? type.versions[node.version] : undefined;
  if (!version?.callbacks) return "any";
  const properties = new Map([...node.properties].map(([key, setting]) => [key, setting.value]));
  const used = version.callbacks.filter((use) => !use.when || judgeCondition(use.when, properties) !== "no");
  return join(used.map((use) => inputsOf(use, node.name, properties)));
}

function inputsOf(use: CallbackUse, nodeName: string, properties: ReadonlyMap<string, Json>): NodeInputs {
  const kind = kindOf(use.type, properties);
  if (kind === "open") return "any";
  if (kind === "none") return new Map();
  if (use.perItemOf === undefined) return new Map([[use.id ?? nodeName, kind]]);
  const items = properties.get(use.perItemOf) ?? [];
  if (!Array.isArray(items) || isPlaceholder(items)) return "any";
  const named = items.map((item) => (typeof item === "string" && !isPlaceholder(item) ? item : undefined));
  if (named.includes(undefined)) return "any";
  return new Map(named.flatMap((name) => (name === undefined ? [] : [[name, kind]])));
}

/** `none` for a callback that only shows something; `open` where a script decides what is asked. */
function kindOf(callbackType: string, properties: ReadonlyMap<string, Json>): InputKind | "none" | "open" {
  if (callbackType === "*") return "open";
  if (callbackType.includes("|")) return "attribute";
  if (readOnly.has(callbackType)) return "none";
  if (texts.has(callbackType)) return "text";
  if (flags.has(callbackType)) return "flag";
  return callbackType === "ChoiceCallback" ? choicesOf(properties.get("choices")) : "any";
}

function choicesOf(choices: Json | undefined): InputKind {
  if (!Array.isArray(choices) || choices.length === 0) return "text";
  const texts = choices.filter((choice): choice is string => typeof choice === "string" && !isPlaceholder(choice));
  return texts.length === choices.length ? texts : "text";
}

const texts: ReadonlySet<string> = new Set([
  "HiddenValueCallback",
  "NameCallback",
  "PasswordCallback",
  "SelectIdPCallback",
  "StringAttributeInputCallback",
  "TextInputCallback",
  "ValidatedCreatePasswordCallback",
  "ValidatedCreateUsernameCallback",
]);

const flags: ReadonlySet<string> = new Set(["BooleanAttributeInputCallback", "TermsAndConditionsCallback"]);

/** Callbacks that a user does not answer: those that show or redirect, and those that the client answers itself. */
const readOnly: ReadonlySet<string> = new Set([
  "HttpCallback",
  "MetadataCallback",
  "PollingWaitCallback",
  "RedirectCallback",
  "ScriptTextOutputCallback",
  "SuspendedTextOutputCallback",
  "TextOutputCallback",
  "X509CertificateCallback",
]);

/** Joins inputs. Those with one name become one; where their kinds differ, its kind is `any`. */
function join(all: readonly NodeInputs[]): NodeInputs {
  const joined = new Map<string, InputKind>();
  for (const inputs of all) {
    if (inputs === "any") return "any";
    for (const [name, kind] of inputs) {
      const known = joined.get(name);
      joined.set(name, known === undefined || known === kind ? kind : "any");
    }
  }
  return joined;
}
