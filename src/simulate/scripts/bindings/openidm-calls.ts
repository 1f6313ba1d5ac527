import { readPath, writePath } from "../../../runtime/world/attribute-path.js";
import type { World } from "../../../runtime/world/world.js";
import { isJsonObject, type Json, type JsonObject } from "../../../text/json.js";
import { BindingError, type HostCalls, MissingBinding, textArgument } from "./host-calls.js";
import { type Collection, collectionOf, holdsResource } from "./managed-store.js";
import { readQueryFilter } from "./query-filter.js";

/** How a call of `openidm` is known, and what it sends. */
type Described = (args: readonly Json[]) => { readonly targets: readonly string[]; readonly value: Json };

const described: { readonly [operation: string]: Described } = {
  create: (args) => {
    const [resource, id] = [textArgument(args, 0), textArgument(args, 1)];
    return { targets: id === "" ? [resource] : [`${resource}/${id}`, resource], value: args[2] ?? null };
  },
  read: (args) => ({ targets: [textArgument(args, 0)], value: null }),
  update: (args) => ({ targets: [textArgument(args, 0)], value: args[2] ?? null }),
  patch: (args) => ({ targets: [textArgument(args, 0)], value: args[2] ?? null }),
  delete: (args) => ({ targets: [textArgument(args, 0)], value: null }),
  query: (args) => ({ targets: [textArgument(args, 0)], value: args[1] ?? null }),
  action: (args) => {
    const [resource, name] = [textArgument(args, 0), textArgument(args, 1)];
    return { targets: [resource, `${resource}?_action=${name}`], value: args[2] ?? null };
  },
};

/**
 * `openidm`: the world's answers, or else its users and managed objects, with an administrator's rights. `needsAnswers` says that
 * resources which the world does not have are missing an answer.
 */
export function openidmCalls(world: World, identityResource: string, needsAnswers: boolean): HostCalls {
  const store = storeCalls(world, identityResource);
  return Object.fromEntries(
    Object.entries(described).map(([operation, describe]) => [
      `openidm.${operation}`,
      (args: readonly Json[]) => {
        const { targets, value } = describe(args);
        const [target = ""] = targets;
        world.calls.note({ service: "openidm", operation, targets, value });
        const stub = world.calls.openidm(operation, targets);
        if (stub?.error) throw new BindingError(stub.error.message ?? "", stub.error.code);
        if (stub)
          return operation === "query" && Array.isArray(stub.result)
            ? foundObjects(stub.result)
            : (stub.result ?? null);
        const call = { service: "openidm", operation, target } as const;
        if (needsAnswers && !isHeld(world, identityResource, operation, target)) {
          throw new MissingBinding(`Nothing answers openidm.${operation} on ${target}`, call);
        }
        try {
          return store[operation]?.(args);
        } catch (error) {
          throw error instanceof MissingBinding ? new MissingBinding(error.message, call) : error;
        }
      },
    ]),
  );
}

/** Whether the world has what a call is for: users, managed objects that it declares, and the mail server. */
function isHeld(world: World, identityResource: string, operation: string, target: string): boolean {
  if (operation === "action") return target === "external/email";
  const [first, type] = target.split("/");
  return first === "managed" && type !== undefined && holdsResource(world, identityResource, `managed/${type}`);
}

function storeCalls(world: World, identityResource: string): HostCalls {
  const collection = (resource: string) => collectionOf(world, identityResource, resource);
  const locate = (args: readonly Json[]) => {
    const path = textArgument(args, 0);
    const slash = path.lastIndexOf("/");
    return { objects: collection(path.slice(0, slash)), id: path.slice(slash + 1), path };
  };
  return {
    create: ([resource, id, content, , fields]) => {
      const given = typeof id === "string" && id !== "" ? { _id: id } : {};
      return pick(collection(String(resource)).create({ ...objectOf(content), ...given }), fields);
    },
    read: (args) => {
      const { objects, id } = locate(args);
      const found = objects.get(id);
      return found && pick(found, args[2]);
    },
    update: (args) => {
      const { objects, id, path } = locate(args);
      existing(objects, id, path);
      objects.replace(id, { ...objectOf(args[2]), _id: id });
      return pick(existing(objects, id, path), args[4]);
    },
    patch: (args) => {
      const { objects, id, path } = locate(args);
      const operations = Array.isArray(args[2]) ? args[2] : [];
      objects.replace(id, operations.reduce(patched, existing(objects, id, path)));
      return pick(existing(objects, id, path), args[4]);
    },
    delete: (args) => {
      const { objects, id, path } = locate(args);
      const found = existing(objects, id, path);
      objects.replace(id, undefined);
      return found;
    },
    query: ([resource, parameters, fields]) => query(collection(String(resource)), parameters, fields),
    action: (args) => action(world, args),
  };
}

function existing(objects: Collection, id: string, path: string): JsonObject {
  const found = objects.get(id);
  if (!found) throw new BindingError(`Object ${path} not found`, 404);
  return found;
}

function query(objects: Collection, parameters: Json | undefined, fields: Json | undefined): Json {
  const given = objectOf(parameters);
  const filter = given._queryFilter;
  if (filter === undefined)
    throw new MissingBinding("openidm.query without a _queryFilter is not available in the simulation");
  const hits = objects.all().filter(readQueryFilter(String(filter)));
  const size = Number(given._pageSize ?? 0);
  return foundObjects((size > 0 ? hits.slice(0, size) : hits).map((object) => pick(object, fields ?? given._fields)));
}

/** The answer of a query. */
function foundObjects(result: readonly Json[]): Json {
  return {
    result,
    resultCount: result.length,
    pagedResultsCookie: null,
    totalPagedResultsPolicy: "NONE",
    totalPagedResults: -1,
    remainingPagedResults: -1,
  };
}

/** Runs an action. Mail goes to the outbox; no other endpoint is simulated. */
function action(world: World, args: readonly Json[]): Json {
  const [resource, name, content] = [textArgument(args, 0), textArgument(args, 1), objectOf(args[2])];
  if (resource !== "external/email")
    throw new MissingBinding(`openidm.action on ${resource} is not available in the simulation`);
  const text = (member: string) => (typeof content[member] === "string" ? String(content[member]) : undefined);
  const template = name === "sendTemplate" ? (text("templateName") ?? text("template")) : undefined;
  const subject = text("subject");
  const body = text("body") ?? text("_body");
  world.send({
    kind: "email",
    to: text("to") ?? text("_to") ?? "",
    ...(template !== undefined && { template }),
    ...(subject !== undefined && { subject }),
    ...(body !== undefined && { text: body }),
    ...(isJsonObject(content.object) && { object: content.object as JsonObject }),
    at: world.clock.now,
  });
  return { status: "OK" };
}

/** Applies one patch operation. `add` appends to a list, and `/-` at the end of a field says that it is one. */
function patched(object: JsonObject, operation: Json): JsonObject {
  const { operation: kind, field, value = null } = objectOf(operation);
  const path = String(field ?? "").replace(/^\//, "");
  const name = path.replace(/\/-$/, "");
  const held = readPath(object, name);
  switch (kind) {
    case "replace":
      return writePath(object, name, value);
    case "add": {
      const list = Array.isArray(held) || path !== name;
      return writePath(object, name, list ? [...(Array.isArray(held) ? held : []), ...[value].flat()] : value);
    }
    case "remove":
      return writePath(object, name, without(held, value));
    case "increment":
      return writePath(object, name, (typeof held === "number" ? held : 0) + Number(value));
    default:
      throw new BindingError(`Unsupported patch operation ${String(kind)}`, 400);
  }
}

/** The list without the value; `null` for anything that is not a list. */
function without(held: Json | undefined, value: Json): Json {
  if (!Array.isArray(held) || value === null) return null;
  const removed = JSON.stringify(value);
  return held.filter((item: Json) => JSON.stringify(item) !== removed);
}

/** The object with the named fields and `_id` only. */
function pick(object: JsonObject, fields: Json | undefined): JsonObject {
  const names = Array.isArray(fields) ? fields : typeof fields === "string" ? fields.split(",") : ["*"];
  const wanted = new Set(names.map((name: Json) => String(name).trim().replace(/^\//, "")));
  if (wanted.size === 0 || wanted.has("*")) return object;
  return Object.fromEntries(Object.entries(object).filter(([name]) => name === "_id" || wanted.has(name)));
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
