import { readPath, writePath } from "../../../runtime/world/attribute-path.js";
import type { World } from "../../../runtime/world/world.js";
import { isJsonObject, type Json, type JsonObject } from "../../../text/json.js";
import { BindingError, type HostCalls, MissingBinding, textArgument } from "./host-calls.js";
import { type Collection, collectionOf } from "./managed-store.js";
import { readQueryFilter } from "./query-filter.js";

/** `openidm` on the world's users and managed objects, with an administrator's rights. */
export function openidmCalls(world: World, identityResource: string): HostCalls {
  const collection = (resource: string) => collectionOf(world, identityResource, resource);
  const locate = (args: readonly Json[]) => {
    const path = textArgument(args, 0);
    const slash = path.lastIndexOf("/");
    return { objects: collection(path.slice(0, slash)), id: path.slice(slash + 1), path };
  };
  return {
    "openidm.create": ([resource, id, content, , fields]) => {
      const given = typeof id === "string" && id !== "" ? { _id: id } : {};
      return pick(collection(String(resource)).create({ ...objectOf(content), ...given }), fields);
    },
    "openidm.read": (args) => {
      const { objects, id } = locate(args);
      const found = objects.get(id);
      return found && pick(found, args[2]);
    },
    "openidm.update": (args) => {
      const { objects, id, path } = locate(args);
      existing(objects, id, path);
      objects.replace(id, { ...objectOf(args[2]), _id: id });
      return pick(existing(objects, id, path), args[4]);
    },
    "openidm.patch": (args) => {
      const { objects, id, path } = locate(args);
      const operations = Array.isArray(args[2]) ? args[2] : [];
      objects.replace(id, operations.reduce(patched, existing(objects, id, path)));
      return pick(existing(objects, id, path), args[4]);
    },
    "openidm.delete": (args) => {
      const { objects, id, path } = locate(args);
      const found = existing(objects, id, path);
      objects.replace(id, undefined);
      return found;
    },
    "openidm.query": ([resource, parameters, fields]) => query(collection(String(resource)), parameters, fields),
    "openidm.action": (args) => action(world, args),
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
  const found = objects.all().filter(readQueryFilter(String(filter)));
  const size = Number(given._pageSize ?? 0);
  const result = (size > 0 ? found.slice(0, size) : found).map((object) => pick(object, fields ?? given._fields));
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
  world.outbox.push({
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
