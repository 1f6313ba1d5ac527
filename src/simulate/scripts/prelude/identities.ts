import { host } from "./border.js";
import { javaList } from "./java-collections.js";
import { asList } from "./legacy-identities.js";

/** `idRepository` of the next-generation engine. Changes take effect at `store()`. */
export const idRepository = {
  getIdentity(id: unknown): object | null {
    return host("identity.exists", String(id)) === true ? new Identity(String(id)) : null;
  },
};

class Identity {
  readonly #id: string;
  readonly #changes = new Map<string, string[]>();

  constructor(id: string) {
    this.#id = id;
  }

  getName(): unknown {
    return host("identity.name", this.#id);
  }

  getUniversalId(): unknown {
    return host("identity.universalId", this.#id);
  }

  getAttributeValues(name: unknown): unknown[] {
    return javaList(this.#values(String(name)));
  }

  setAttribute(name: unknown, values: unknown): void {
    this.#changes.set(String(name), asList(values));
  }

  addAttribute(name: unknown, value: unknown): void {
    this.#changes.set(String(name), [...this.#values(String(name)), ...asList(value)]);
  }

  store(): void {
    host("identity.set", this.#id, Object.fromEntries(this.#changes));
    this.#changes.clear();
  }

  #values(name: string): readonly string[] {
    return this.#changes.get(name) ?? (host("identity.values", this.#id, name) as string[]);
  }
}
