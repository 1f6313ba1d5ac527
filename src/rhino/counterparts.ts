import { bindingsOfOne, type ScriptGeneration } from "./bindings.js";

/**
 * What a script of an engine writes instead of what only the other one has, by its binding and method, or else by its binding: code, or
 * what is to be done.
 */
type Counterparts = { readonly [used: string]: { readonly write: string } | { readonly instead: string } };

const plainValue = { instead: "`nodeState.get` gives the plain value here: leave the call away." };
const classesOfJava = {
  instead: "The objects `action` and `callbacksBuilder` stand for the platform's classes here.",
};
const noList = { instead: "Ask `callbacks.isEmpty()` instead, which is true where there are none." };
const plainValues =
  "asBoolean asCollection asDouble asInteger asList asLong asMap asNumber asSet asString isNotNull isNull".split(" ");

const byGeneration: { readonly [generation in ScriptGeneration]: Counterparts } = {
  "next-generation": {
    ...Object.fromEntries(plainValues.map((method) => [`nodeState.get().${method}`, plainValue])),
    sharedState: { write: "nodeState" },
    "sharedState.get": { write: "nodeState.get" },
    "sharedState.put": { write: "nodeState.putShared" },
    "sharedState.remove": { write: "nodeState.remove" },
    "sharedState.containsKey": { write: "nodeState.isDefined" },
    transientState: { write: "nodeState" },
    "transientState.get": { write: "nodeState.get" },
    "transientState.put": { write: "nodeState.putTransient" },
    "transientState.remove": { write: "nodeState.remove" },
    "transientState.containsKey": { write: "nodeState.isDefined" },
    "logger.message": { write: "logger.info" },
    "logger.warning": { write: "logger.warn" },
    "logger.messageEnabled": { write: "logger.isInfoEnabled" },
    "logger.warningEnabled": { write: "logger.isWarnEnabled" },
    "logger.errorEnabled": { write: "logger.isErrorEnabled" },
    "callbacks.length": noList,
    "callbacks.size": noList,
    "callbacks.get": { instead: "Answers are taken by their kind: `callbacks.getNameCallbacks().get(0)`." },
    "callbacks[…]": { instead: "Answers are taken by their kind: `callbacks.getNameCallbacks().get(0)`." },
    "idRepository.getAttribute": { write: "idRepository.getIdentity(…).getAttributeValues(…)" },
    "idRepository.setAttribute": {
      instead: "Write `idRepository.getIdentity(…)`, and `setAttribute` and `store()` on what it gives.",
    },
    "idRepository.updateIdentity": {
      instead: "Write `idRepository.getIdentity(…)`, and `setAttribute` and `store()` on what it gives.",
    },
    "idRepository.addAttribute": {
      instead: "Write `idRepository.getIdentity(…)`, and `addAttribute` and `store()` on what it gives.",
    },
    "httpClient.send().get().getEntity": {
      instead: "Write `json()` or `text()` of the response instead: `response.json()`.",
    },
    "httpClient.send().get().getStatus": { instead: "Write `status` of the response instead: `response.status`." },
    "httpClient.send().get().getHeaders": { instead: "Write `headers` of the response instead: `response.headers`." },
    JavaImporter: classesOfJava,
    java: { instead: "No class of Java may be used here." },
    javax: { instead: "No class of Java may be used here." },
    org: classesOfJava,
    Packages: classesOfJava,
  },
  legacy: {
    "logger.info": { write: "logger.message" },
    "logger.debug": { write: "logger.message" },
    "logger.trace": { write: "logger.message" },
    "logger.warn": { write: "logger.warning" },
    "logger.isInfoEnabled": { write: "logger.messageEnabled" },
    "logger.isDebugEnabled": { write: "logger.messageEnabled" },
    "logger.isWarnEnabled": { write: "logger.warningEnabled" },
    "logger.isErrorEnabled": { write: "logger.errorEnabled" },
    "action.goTo": { instead: "Write `outcome = …`, or `action = Action.goTo(…).build()` with the class from Java." },
    callbacksBuilder: { instead: "Callbacks are made of their Java classes here, and sent with `Action.send(…)`." },
    "idRepository.getIdentity": { write: "idRepository.getAttribute(…)" },
    "httpClient.send().get().json": {
      instead: "Write `JSON.parse(response.getEntity().getString())` instead.",
    },
    "httpClient.send().get().text": { instead: "Write `response.getEntity().getString()` instead." },
    "nodeState.mergeShared": { write: "nodeState.putShared" },
    "nodeState.mergeTransient": { write: "nodeState.putTransient" },
  },
};

/** What a script of an engine writes, in a sentence, instead of what only the other engine has; `undefined` where nothing is like it. */
export function counterpartOf(binding: string, method: string | undefined, generation: ScriptGeneration) {
  const table = byGeneration[generation];
  const whole = method === undefined ? binding : `${binding}.${method}`;
  const name = [whole, binding].find((each) => Object.hasOwn(table, each));
  const found = name === undefined ? undefined : table[name];
  if (found === undefined) return undefined;
  if (!("write" in found)) return found.instead;
  // The finding stands at the binding, of which the method is not a part.
  const isBesides = name === whole && method !== undefined && bindingsOfOne[otherThan(generation)].includes(binding);
  return isBesides ? `Write \`${found.write}\` instead of \`${whole}\`.` : `Write \`${found.write}\` instead.`;
}

function otherThan(generation: ScriptGeneration): ScriptGeneration {
  return generation === "legacy" ? "next-generation" : "legacy";
}
