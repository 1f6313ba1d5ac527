import type { Place } from "../diagnostics/diagnostic.js";
import { isJsonObject, type Json } from "../text/json.js";
import type { Resource } from "./model.js";

/** A declaration whose file is read; its place is that of the path. */
export type ResourceFile = Omit<Resource, "file"> & {
  readonly file: string;
  readonly idPlace: Place;
  readonly kindPlace: Place;
};

/** IDM puts this before the name of an e-mail template to make its id. */
export const templatePrefix = "emailTemplate/";

/** The id as it stands in the content of a resource. */
export function heldIdIn(content: Json): string | undefined {
  return isJsonObject(content) && typeof content._id === "string" && content._id !== "" ? content._id : undefined;
}

/** The id in the content of a resource, without its kind. */
export function resourceIdIn(content: Json): string | undefined {
  const held = heldIdIn(content);
  return held?.startsWith(templatePrefix) === true ? held.slice(templatePrefix.length) : held;
}

/** The id by which nodes name an entity of SAML 2.0; exports keep it under another one. */
export function entityIdIn(content: Json): string | undefined {
  const id = isJsonObject(content) ? content.entityId : undefined;
  return typeof id === "string" && id !== "" ? id : undefined;
}

/** The name in the content of a resource, such as a theme has one beside its id. */
export function resourceNameIn(content: Json): Json | undefined {
  return isJsonObject(content) ? content.name : undefined;
}

export function isVariableId(id: string): boolean {
  return /^esv-[a-z\d_-]+$/.test(id);
}
