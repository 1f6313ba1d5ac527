import { getOwn, isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import { readPath, writePath } from "./attribute-path.js";
import type { Random } from "./random.js";
import type { AttributeSchema, ManagedObject } from "./world-options.js";

/** The result of a write; `message` is the platform's error text. */
export type StoreResult =
  | { readonly ok: true; readonly object: ManagedObject }
  | { readonly ok: false; readonly message: string };

/** Facts about a user that are not attributes of the managed object. */
export interface UserMeta {
  loginCount: number | undefined;
  createDate: string | undefined;
  kbaFailures: number;
}

/** Users in memory. A write replaces the whole object, so an object that was read before never changes. */
export class IdentityStore {
  readonly schema: ReadonlyMap<string, AttributeSchema>;
  readonly #objects = new Map<string, ManagedObject>();
  readonly #meta = new Map<string, UserMeta>();
  readonly #random: Random;

  constructor(schema: ReadonlyMap<string, AttributeSchema>, users: readonly ManagedObject[], random: Random) {
    this.schema = schema;
    this.#random = random;
    for (const user of users) this.#insert(user);
  }

  /** All users with all attributes, passwords included: for tests and reports, not for nodes. */
  all(): readonly ManagedObject[] {
    return [...this.#objects.values()];
  }

  /**
   * Finds the first user, in order of creation, whose attribute has this value. As on the platform, texts compare
   * without case.
   */
  find(attribute: string, value: JsonValue): ManagedObject | undefined {
    if (value === null || value === "") return undefined;
    for (const object of this.#objects.values()) {
      const held = readPath(object, attribute);
      if (equalText(held, value) || (Array.isArray(held) && held.some((item) => equalText(item, value)))) return object;
    }
    return undefined;
  }

  get(id: string): ManagedObject | undefined {
    return this.#objects.get(id);
  }

  /** Finds a user by `_id` or user name, as the platform's user store does at sign-on. */
  findUser(name: string): ManagedObject | undefined {
    return this.#objects.get(name) ?? this.find("userName", name);
  }

  metaOf(object: ManagedObject): UserMeta {
    const id = idOf(object);
    const known = this.#meta.get(id);
    if (known) return known;
    const meta: UserMeta = {
      loginCount: numberOf(getOwn(object, "loginCount")),
      createDate: textOf(getOwn(object, "createDate")),
      kbaFailures: 0,
    };
    this.#meta.set(id, meta);
    return meta;
  }

  create(attributes: ManagedObject, now: string): StoreResult {
    const userName = getOwn(attributes, "userName");
    if (typeof userName === "string" && this.find("userName", userName)) {
      return { ok: false, message: "Policy validation failed" };
    }
    const object = this.#insert(attributes);
    this.metaOf(object).createDate ??= now;
    return { ok: true, object };
  }

  /** Replaces attributes of a user; a slash in a name leads into a nested attribute. */
  patch(id: string, attributes: ManagedObject): StoreResult {
    let object = this.#objects.get(id);
    if (!object) return { ok: false, message: `Object ${id} not found` };
    for (const [name, value] of Object.entries(attributes)) object = writePath(object, name, value);
    this.#objects.set(id, object);
    return { ok: true, object };
  }

  remove(id: string): void {
    this.#objects.delete(id);
    this.#meta.delete(id);
  }

  /** Whether this is the user's password. No password is right for a user who has none. */
  hasPassword(object: ManagedObject, password: string): boolean {
    const held = getOwn(object, "password");
    return typeof held === "string" && held !== "" && held === password;
  }

  isActive(object: ManagedObject): boolean {
    const status = getOwn(object, "accountStatus");
    return status === undefined || status === null || String(status).toLowerCase() === "active";
  }

  #insert(attributes: ManagedObject): ManagedObject {
    const given = getOwn(attributes, "_id");
    const id = typeof given === "string" && given !== "" ? given : this.#random.uuid();
    let object: ManagedObject = { _id: id };
    for (const [name, value] of Object.entries(attributes)) {
      if (name !== "_id") object = writePath(object, name, value);
    }
    this.#objects.set(id, object);
    return object;
  }
}

export function idOf(object: ManagedObject): string {
  return textOf(getOwn(object, "_id")) ?? "";
}

/** The object as nodes may read it: without its password. */
export function readable(object: ManagedObject): ManagedObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== "password"));
}

/** Whether a value holds anything; empty texts, lists and maps count as missing. */
export function isPresent(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isJsonObject(value) || Object.keys(value).length > 0;
}

function equalText(held: JsonValue | undefined, value: JsonValue): boolean {
  if (typeof held === "string" && typeof value === "string") return held.toLowerCase() === value.toLowerCase();
  return held !== undefined && held === value;
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}
