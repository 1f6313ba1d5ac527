import { lookUpType, typeIds } from "../../catalogue/catalogue.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeRule } from "../rule.js";
import { isKnownInPart } from "../state/node-access.js";

/** What they do is what their script, journey or page is for, so that the words of another type may be their right name. */
const speakForOthers: ReadonlySet<string> = new Set([
  "ScriptedDecisionNode",
  "InnerTreeEvaluatorNode",
  "ConfigProviderNode",
]);

let idsByName: ReadonlyMap<string, string> | undefined;

/**
 * Reports labels that are the name of another type, as the platform gives it to a new node. One ordinary word, such as
 * `Message`, is no such label, nor are ordinary words for a script or an inner journey that does the same, nor those that a plug-in is called by. Pages are called by what is on them.
 */
export const otherTypesName = nodeRule("other-types-name", "may-miss", (node) => {
  const { displayName: label, typeId: type, namePlace, typePlace } = node;
  // Where the type is wrong, the label is right.
  return typeCalled(node) === undefined ? [] : [{ at: namePlace, args: { label, type }, restsOn: [typePlace] }];
});

function typeCalled({ displayName, typeId, type }: JourneyNode): string | undefined {
  // A page is called by what is on it, or by what it prepares.
  if (typeId === "PageNode" || displayName === type?.displayName) return undefined;
  const isTechnical = /\bNode$/i.test(displayName);
  if (!isTechnical && !displayName.includes(" ")) return undefined;
  const label = plain(displayName);
  const id = namesOfTypes().get(label);
  if (id === undefined || id === typeId || label === plain(type?.displayName ?? "")) return undefined;
  // An earlier or later release of the same type, or one that is called much alike.
  const [own, named] = [plain(typeId), plain(id)];
  if (own.includes(label) || own.startsWith(named) || named.startsWith(own)) return undefined;
  const isOrdinary = !isTechnical && !speakForOthers.has(id);
  if (isOrdinary && speakForOthers.has(typeId)) return undefined;
  const other = lookUpType(id);
  // Of plug-ins, and of the many words that they are called by, most people have never heard.
  if (other === undefined || (!isTechnical && isKnownInPart(other))) return undefined;
  return plain(other.displayName ?? "") === label ? id : undefined;
}

/** Ids of types by their names, without reading the catalogue: those whose name is their id in words. */
function namesOfTypes(): ReadonlyMap<string, string> {
  idsByName ??= new Map(typeIds().map((id) => [plain(id), id]));
  return idsByName;
}

/** A name without what is written in different ways. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^product-/, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(?<=.)node$/, "");
}
