import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { objectMember, textMember } from "../../text/json-members.js";
import { sections } from "../sections.js";

interface Sign {
  readonly found: string;
  readonly help?: string;
  readonly isSeen: (document: JsonObject) => boolean;
}

/** The type of an entity, the form in which Amster and file-based configuration keep one object in a file. */
function entityType(document: JsonObject): string | undefined {
  const isEntity = isJsonObject(getOwn(document, "data"));
  return isEntity ? textMember(objectMember(document, "metadata"), "entityType") : undefined;
}

const has =
  (...keys: readonly string[]) =>
  (document: JsonObject) =>
    keys.every((key) => Object.hasOwn(document, key));

/**
 * Other documents that people give by mistake, recognised by members that only they have. The first that fits is named.
 */
const signs: readonly Sign[] = [
  {
    found: "an export without journeys",
    isSeen: (document) => isJsonObject(getOwn(document, "trees")),
    help: "Its `trees` is empty: choose the journeys to export.",
  },
  {
    found: "a tree of an Amster export, without its nodes",
    isSeen: (document) => entityType(document) === "AuthTree",
    help: "Give the folder that holds `AuthTree`: each type of node has a folder beside it.",
  },
  {
    found: "a tree of AM's file-based configuration, without its nodes",
    isSeen: (document) => entityType(document) === "authenticationTreesService",
    help: "Give the folder of the configuration: the nodes lie in folders of their own.",
  },
  {
    found: "one entity of an Amster export or of AM's file-based configuration",
    isSeen: (document) => entityType(document) !== undefined,
    help: "Give the folder of the realm, with its trees and nodes.",
  },
  { found: "a JSON Schema", isSeen: has("$schema", "properties") },
  {
    found: "a single node's settings",
    isSeen: (document) => has("_id", "_type")(document) && !Object.hasOwn(document, "context"),
    help: "Give the folder that holds the journey's tree file too.",
  },
  {
    found: "an export of scripts alone",
    isSeen: (document) =>
      isJsonObject(getOwn(document, "script")) || isJsonObject(getOwn(document, sections.script.name)),
  },
  {
    found: "a response of the authenticate endpoint",
    isSeen: (document) => has("authId", "callbacks")(document) || has("tokenId")(document),
    help: "Export the journey in the admin UI or with frodo instead.",
  },
  {
    found: "an npm package description",
    isSeen: (document) =>
      has("name", "version")(document) && (has("scripts")(document) || has("dependencies")(document)),
  },
  { found: "a flow of PingOne DaVinci, another product", isSeen: has("graphData") },
  {
    found: "recorded HTTP traffic",
    isSeen: (document) =>
      isJsonObject(getOwn(document, "log")) && Object.hasOwn(getOwn(document, "log") as JsonObject, "entries"),
  },
];

/** Describes a document without journeys, and says what to give instead where that is certain. */
export function describeDocument(document: Json): { readonly found: string; readonly help?: string } {
  if (Array.isArray(document)) return { found: document.length === 0 ? "an empty list" : "a list" };
  if (!isJsonObject(document)) return { found: document === null ? "`null`" : `a ${typeof document}` };
  const keys = Object.keys(document);
  if (keys.length === 0) return { found: "an empty object" };
  const sign = signs.find(({ isSeen }) => isSeen(document));
  if (sign) return sign.help === undefined ? { found: sign.found } : { found: sign.found, help: sign.help };
  const shown = keys.slice(0, 3).map((key) => `\`${key.slice(0, 40)}\``);
  return { found: `an object with ${shown.join(", ")}${keys.length > 3 ? " …" : ""}` };
}
