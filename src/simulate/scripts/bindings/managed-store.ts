import { readable } from "../../../runtime/world/identity-store.js";
import type { World } from "../../../runtime/world/world.js";
import { getOwn, type Json, type JsonObject } from "../../../text/json.js";
import { BindingError } from "./host-calls.js";

/** The managed objects of one resource, such as `managed/alpha_user`. */
export interface Collection {
  all(): readonly JsonObject[];
  get(id: string): JsonObject | undefined;
  create(object: JsonObject): JsonObject;
  /** Replaces the object with this id; `undefined` deletes it. */
  replace(id: string, object: JsonObject | undefined): void;
}

/**
 * Managed objects other than users, with the changes that scripts have made. They belong to a world because several
 * runs may use it.
 */
const others = new WeakMap<World, Map<string, Map<string, JsonObject>>>();

/** The collection of a resource such as `managed/alpha_user`. Users come without their password. */
export function collectionOf(world: World, identityResource: string, resource: string): Collection {
  if (!resource.startsWith("managed/")) {
    throw new BindingError(`Resource '${resource}' not found`, 404);
  }
  return isOfUsers(world, identityResource, resource)
    ? usersOf(world)
    : otherObjects(world, resource.slice("managed/".length));
}

/** Whether the world says what objects of a resource there are. */
export function holdsResource(world: World, identityResource: string, resource: string): boolean {
  const { managed } = world.options;
  const name = resource.slice("managed/".length);
  return isOfUsers(world, identityResource, resource) || (managed !== undefined && Object.hasOwn(managed, name));
}

function isOfUsers(world: World, identityResource: string, resource: string): boolean {
  const realmUser = `managed/${world.realm.split("/").pop()}_user`;
  return [identityResource, realmUser, "managed/user"].includes(resource);
}

function usersOf(world: World): Collection {
  const { identities } = world;
  return {
    all: () => identities.all().map(readable),
    get: (id) => {
      const found = identities.get(id);
      return found && readable(found);
    },
    create: (object) => {
      const result = identities.create(object, world.clock.text());
      if (!result.ok) throw new BindingError(result.message, 403);
      return readable(result.object);
    },
    replace: (id, object) => {
      const old = identities.get(id);
      if (object === undefined) return identities.remove(id);
      const removed = Object.keys(old ?? {}).filter((name) => !Object.hasOwn(object, name) && name !== "password");
      const result = identities.patch(id, { ...object, ...Object.fromEntries(removed.map((name) => [name, null])) });
      if (!result.ok) throw new BindingError(result.message, 403);
    },
  };
}

function otherObjects(world: World, resource: string): Collection {
  const objects = objectsOf(world, resource);
  return {
    all: () => [...objects.values()],
    get: (id) => objects.get(id),
    create: (object) => {
      const id = idFrom(getOwn(object, "_id")) ?? world.random.uuid();
      if (objects.has(id)) throw new BindingError(`Object ${id} exists`, 412);
      const created = { ...object, _id: id };
      objects.set(id, created);
      return created;
    },
    replace: (id, object) => {
      if (object === undefined) objects.delete(id);
      else objects.set(id, object);
    },
  };
}

function objectsOf(world: World, resource: string): Map<string, JsonObject> {
  const known = others.get(world) ?? new Map<string, Map<string, JsonObject>>();
  others.set(world, known);
  const objects = known.get(resource);
  if (objects) return objects;
  const { managed } = world.options;
  const given = managed && Object.hasOwn(managed, resource) ? (managed[resource] ?? []) : [];
  const first = new Map(
    given.map((object) => {
      const id = idFrom(getOwn(object, "_id")) ?? world.random.uuid();
      return [id, { ...object, _id: id }];
    }),
  );
  known.set(resource, first);
  return first;
}

function idFrom(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
