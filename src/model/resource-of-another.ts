import type { Place } from "../diagnostics/diagnostic.js";
import { isJsonObject } from "../text/json.js";
import type { ResourceUse } from "./lost-resources.js";
import { heldIdIn, isVariableId, type ResourceFile, resourceIdIn, templatePrefix } from "./resource-content.js";
import type { FileScope } from "./scope.js";

/**
 * Reports files of another resource, or of another kind of resources, when it is known what the journeys of the text name. Where
 * nothing says so for certain, nothing is reported. Answers the places of the ids of those that are.
 */
export function reportOtherResources(scope: FileScope, uses: readonly ResourceUse[]): ReadonlySet<Place> {
  const all = scope.resourceFiles;
  const named = new Map(uses.map((use) => [`${use.kind} ${use.id}`, use.place]));
  const told = new Set<Place>();
  for (const own of all) {
    const before = scope.reporter.found;
    reportOther(own, all, (id) => named.get(`${own.kind} ${id}`), scope);
    if (scope.reporter.found > before) told.add(own.idPlace);
  }
  return told;
}

function reportOther(
  own: ResourceFile,
  all: readonly ResourceFile[],
  placeNaming: (id: string) => Place | undefined,
  { reporter }: FileScope,
): void {
  const { kind, id, file, content, place } = own;
  const held = heldIdIn(content);
  const heldId = resourceIdIn(content);
  if (held === undefined || heldId === undefined) return;
  const isTemplate = held !== heldId;
  const isTemplateKind = kind === "emailTemplate";
  const args = { path: file, held, id };
  if (isTemplate && !isTemplateKind && heldId === id) {
    reporter.report("resource-of-another", own.kindPlace, args, reporter.offer(["emailTemplate"], own.kindPlace));
    return;
  }
  const owner = all.find((other) => other !== own && other.id === heldId);
  const usedAs = placeNaming(heldId);
  const isNamed = placeNaming(id) !== undefined;
  if (!isOtherResource(own, heldId, owner !== undefined || isNamed || usedAs !== undefined)) return;
  const isNear = reporter.nearest(id, [heldId]) !== undefined;
  const isOwnKind = owner === undefined && isTemplate === isTemplateKind;
  const written = JSON.stringify(heldId);
  if (isOwnKind && !isNamed && usedAs !== undefined) {
    const related = [{ place: usedAs, message: `${written} is named here` }];
    const fixes = [{ title: `Write ${written}`, edits: [{ range: own.idPlace.range, text: written }] }];
    const help = `Did you mean \`${written}\`, as in the file?`;
    reporter.report("resource-of-another", own.idPlace, args, { help, related, fixes });
    return;
  }
  if (isOwnKind && !isNamed && isNear) {
    const help = `Did you mean \`${written}\`, as in the file?`;
    reporter.report("resource-of-another", own.idPlace, args, { help });
    return;
  }
  const right = all.find((other) => other.file !== file && resourceIdIn(other.content) === id);
  const idInFile = `\`"_id": ${JSON.stringify((isTemplate ? templatePrefix : "") + id)}\``;
  // The id in a copy of another resource's file is easily forgotten.
  const isCopy = owner !== undefined && owner.kind === kind && owner.file !== file && isTemplate === isTemplateKind;
  const help =
    right !== undefined
      ? `\`${right.file}\` holds \`${id}\`.`
      : !isOwnKind
        ? isCopy
          ? `Write ${idInFile} in \`${file}\`, if it is a copy of \`${owner.file}\`; otherwise name the file that holds \`${id}\`.`
          : `Name the file that holds \`${id}\`.`
        : !isNamed
          ? `Name the file that holds \`${id}\`, or write \`${written}\` for the id.`
          : isNear
            ? `Write ${idInFile} in the file: that is what is used here.`
            : `Name the file that holds \`${id}\`, or write ${idInFile} in this one if it is meant.`;
  const related =
    owner === undefined ? [] : [{ place: owner.place, message: `The file of \`${owner.id}\` is named here` }];
  // Two files that are swapped are one mistake.
  const restsOn = right !== undefined && right === owner && all.indexOf(right) < all.indexOf(own) ? [right.place] : [];
  reporter.report("resource-of-another", place, args, { help, related, restsOn });
}

/** Templates and variables have no other id than that in their file; of other kinds it is certain where something names one of the two. */
function isOtherResource({ kind, id, content }: ResourceFile, heldId: string, isKnown: boolean): boolean {
  if (heldId === id || kind === "nodeType") return heldIdIn(content) !== heldId && kind !== "emailTemplate";
  // Exports keep an entity of SAML 2.0 under its id in base64, which has none of these signs.
  if (isJsonObject(content) && content.entityId === id) return /[:.]/.test(heldId);
  const isTemplate = heldIdIn(content) !== heldId;
  // An id that no variable can have is reported as such.
  if (kind === "variable" && !isTemplate) return isVariableId(id) && (isVariableId(heldId) || isKnown);
  return kind === "emailTemplate" || isTemplate || isKnown;
}
