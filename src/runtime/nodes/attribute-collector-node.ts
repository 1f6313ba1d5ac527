import { type Action, fail, onward } from "../action.js";
import { booleanAttributeInputCallback } from "../callbacks/boolean-attribute-input-callback.js";
import { type Callback, flagOf, inputOf, outputOf } from "../callbacks/callback.js";
import { numberAttributeInputCallback } from "../callbacks/number-attribute-input-callback.js";
import { stringAttributeInputCallback } from "../callbacks/string-attribute-input-callback.js";
import { attributeOf, attributesOf, putAttribute, readIdentity } from "../identity/attributes.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isPresent } from "../world/identity-store.js";
import { describePolicies, failedPolicies, failedPolicyText } from "../world/policies.js";
import { titleOf } from "../world/schema.js";
import type { AttributeSchema, ManagedObject } from "../world/world-options.js";

/** Asks for attributes of the managed object, one callback for each. */
export const attributeCollectorNode: NodeBehaviour = {
  type: "AttributeCollectorNode",
  runs: "fully",
  inputs: (properties) => properties.texts("attributesToCollect"),
  process,
};

function process(context: NodeContext): Action {
  const { properties, callbacks, state, world } = context;
  const names = properties.texts("attributesToCollect");
  const validates = properties.flag("validateInputs", false);
  for (const name of names) {
    const problem = problemOf(world.identities.schema.get(name), validates);
    if (problem) return fail(problem);
  }
  // The platform matches answers by the attribute names that it sent itself, so a client cannot add attributes.
  const answered = new Map(callbacks.map((callback) => [String(outputOf(callback, "name")), callback]));
  if (callbacks.length === 0) return ask(context, names, answered, new Map());
  const required = properties.flag("required", false);
  const missing = names.some(
    (name) => required && !isNullable(context, name) && !isPresent(answerOf(answered.get(name))),
  );
  if (missing) return ask(context, names, answered, new Map());
  if (validates) {
    const failed = validate(context, names, answered);
    const onlyChecking = callbacks.some((callback) => flagOf(callback, "validateOnly"));
    if (onlyChecking || [...failed.values()].some((texts) => texts.length > 0))
      return ask(context, names, answered, failed);
  }
  for (const name of names) putAttribute(state, name, answerOf(answered.get(name)) ?? null);
  return onward;
}

function problemOf(schema: AttributeSchema | undefined, validates: boolean): string | undefined {
  const collectible = schema && ["string", "number", "boolean"].includes(schema.type ?? "string");
  const allowed = collectible && schema.viewable !== false && !(validates && schema.userEditable === false);
  return allowed ? undefined : "Configuration contains an invalid attribute";
}

function validate(
  { state, world }: NodeContext,
  names: readonly string[],
  answered: ReadonlyMap<string, Callback>,
): ReadonlyMap<string, readonly string[]> {
  const id = state.get("_id");
  const values = names.map((name) => [name, answerOf(answered.get(name)) ?? null] as const);
  const object = { ...attributesOf(state), ...Object.fromEntries(values) };
  return new Map(
    values.map(([name, value]) => {
      const failed = failedPolicies(world, name, value, object, typeof id === "string" ? id : undefined);
      return [name, failed.map(failedPolicyText)];
    }),
  );
}

function ask(
  context: NodeContext,
  names: readonly string[],
  answered: ReadonlyMap<string, Callback>,
  failed: ReadonlyMap<string, readonly string[]>,
): Action {
  const { properties, world, state } = context;
  const stored = storedObject(context);
  const callbacks = names.map((name) => {
    const schema = world.identities.schema.get(name);
    const shown = answerOf(answered.get(name)) ?? attributeOf(state, name) ?? (stored && readPath(stored, name));
    return callbackType(schema)({
      name,
      prompt: titleOf(name, schema),
      required: properties.flag("required", false) && !isNullable(context, name),
      policies: properties.flag("validateInputs", false) ? describePolicies(world, name) : {},
      failedPolicies: failed.get(name) ?? [],
      value: shown,
    });
  });
  return { kind: "callbacks", callbacks };
}

/**
 * Reads the stored user only by the attribute itself: unlike other nodes, this one does not fall back to `username`.
 */
function storedObject(context: NodeContext): ManagedObject | undefined {
  const attribute = context.properties.text("identityAttribute", "userName");
  return isPresent(readPath(attributesOf(context.state), attribute)) ? readIdentity(context, attribute) : undefined;
}

function callbackType(schema: AttributeSchema | undefined) {
  if (schema?.type === "number") return numberAttributeInputCallback;
  return schema?.type === "boolean" ? booleanAttributeInputCallback : stringAttributeInputCallback;
}

function isNullable({ world }: NodeContext, name: string): boolean {
  return world.identities.schema.get(name)?.nullable === true;
}

function answerOf(callback: Callback | undefined): JsonValue | undefined {
  return callback && inputOf(callback);
}
