import { define, host, javaError } from "./border.js";
import { EffectsBuilder } from "./effects.js";
import { joined } from "./joined.js";
import { plainValue, toPlain } from "./plain.js";

/** The decision of an `Action`, in the form that the host reads. */
type Decision = { readonly kind: string; readonly [member: string]: unknown };

/** A built `org.forgerock.openam.auth.node.api.Action`. */
export class BuiltAction {
  readonly #decision: Decision;
  readonly #effects: object;

  constructor(decision: Decision, effects: object) {
    this.#decision = decision;
    this.#effects = effects;
  }

  [plainValue](): unknown {
    return { action: this.#decision, effects: this.#effects };
  }
}

class ActionBuilder extends EffectsBuilder {
  readonly #decision: Decision;

  constructor(decision: Decision) {
    super();
    this.#decision = decision;
    for (const name of ["effects", "look"]) Object.defineProperty(this, name, { enumerable: false });
  }

  withIdentifiedIdentity(name: unknown, type: unknown): this {
    return String(type).toLowerCase() === "agent" ? this.withIdentifiedAgent(name) : this.withIdentifiedUser(name);
  }

  withUniversalId(): this {
    return this;
  }

  replaceSharedState(state: unknown): this {
    host("state.replaceShared", toPlain(state));
    return this;
  }

  replaceTransientState(state: unknown): this {
    host("state.replaceTransient", toPlain(state));
    return this;
  }

  build(): BuiltAction {
    const look = this.#decision.kind === "callbacks" ? this.look : {};
    return new BuiltAction({ ...this.#decision, ...look }, this.effects);
  }
}

/** The class as scripts use it: `Action.goTo("true").build()`. */
export const LegacyAction = function Action() {
  throw new TypeError("Action has no public constructor");
};

define(LegacyAction, "goTo", (outcome: unknown) => {
  if (outcome === null || outcome === undefined) throw javaError("Object cannot be null");
  return new ActionBuilder({ kind: "outcome", outcome: String(outcome) });
});

define(LegacyAction, "send", (...parts: readonly unknown[]) => {
  const callbacks = joined(parts);
  if (callbacks.length === 0) throw javaError("No callbacks to send");
  return new ActionBuilder({ kind: "callbacks", callbacks: callbacks.map(toPlain) });
});

define(LegacyAction, "suspend", (handler: unknown, duration?: unknown) => {
  const uri = host("resumeUri");
  const shown =
    typeof handler === "function" ? handler(uri) : (handler as { handle(uri: unknown): unknown }).handle(uri);
  const { values } = toPlain(shown) as { values: { message?: unknown } };
  const minutes = duration === undefined || duration === null ? {} : { minutes: Number(duration) };
  return new ActionBuilder({ kind: "suspend", message: String(values.message ?? ""), ...minutes });
});
