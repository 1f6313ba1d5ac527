/** Collects the effects of an action beside its decision, in the form that the host reads; both engines use it. */
export class EffectsBuilder {
  readonly effects: { [effect: string]: unknown } = {};
  readonly look: { header?: string; description?: string; stage?: string } = {};

  putSessionProperty(key: unknown, value: unknown): this {
    const properties = this.#held<object>("sessionProperties", {});
    Object.defineProperty(properties, String(key), {
      value: String(value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return this;
  }

  removeSessionProperty(key: unknown): this {
    this.#held<string[]>("removedSessionProperties", []).push(String(key));
    return this;
  }

  withMaxSessionTime(minutes: unknown): this {
    return this.#minutes("maxSessionTime", "maximumSessionTime", minutes);
  }

  withMaxIdleTime(minutes: unknown): this {
    return this.#minutes("maxIdleTime", "maximumIdleTime", minutes);
  }

  withErrorMessage(message: unknown): this {
    return this.#set("errorMessage", String(message));
  }

  withLockoutMessage(message: unknown): this {
    return this.#set("lockoutMessage", String(message));
  }

  withIdentifiedUser(name: unknown): this {
    return this.#identify(name, "user");
  }

  withIdentifiedAgent(name: unknown): this {
    return this.#identify(name, "agent");
  }

  withStage(stage: unknown): this {
    this.look.stage = String(stage);
    return this;
  }

  withHeader(header: unknown): this {
    this.look.header = String(header);
    return this;
  }

  withDescription(description: unknown): this {
    this.look.description = String(description);
    return this;
  }

  #identify(name: unknown, type: string): this {
    const blank = name === null || name === undefined || String(name).trim() === "";
    return blank ? this : this.#set("identity", { name: String(name), type });
  }

  #held<Value>(effect: string, first: Value): Value {
    if (this.effects[effect] === undefined) this.effects[effect] = first;
    return this.effects[effect] as Value;
  }

  #minutes(effect: string, name: string, minutes: unknown): this {
    if (!(Number(minutes) >= 1)) throw new RangeError(`${name} must be greater than 0`);
    return this.#set(effect, Number(minutes));
  }

  #set(effect: string, value: unknown): this {
    this.effects[effect] = value;
    return this;
  }
}
