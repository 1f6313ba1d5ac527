import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { Setting } from "../../model/model.js";
import { isFromExport } from "../describe-node.js";
import { certainResource, nodeResources } from "../differing-resources.js";
import type { JourneyFacts } from "../journey-facts.js";
import { journeyRule, type Report } from "../rule.js";

const ofUsers: readonly string[] = ["managed/alpha_user", "managed/bravo_user", "managed/user"];

/**
 * Reports identity resources of journeys that are none: all begin with `managed/`, and those near to the users' are meant to
 * be them. Objects of other kinds have names of their own.
 */
export const misspeltIdentityResource = journeyRule("misspelt-identity-resource", "may-overreport", (facts, report) => {
  const { journey } = facts;
  reportNodes(facts, report);
  const setting = journey.settings.get("identityResource");
  const resource = setting?.value;
  // Some tools write the setting that is not there as the text `null`.
  if (setting === undefined || typeof resource !== "string" || resource === "" || resource === "null") return;
  if (isPlaceholder(resource) || ofUsers.includes(resource)) return;
  const marked = realmInOtherMarks.test(resource)
    ? resource.replace(realmInOtherMarks, realm)
    : resourceLabelled(resource);
  if (marked !== undefined) {
    reportMarked(marked, setting, facts, report);
    return;
  }
  const misspelt = misspeltResource(resource);
  if (misspelt === undefined) return;
  const { right } = misspelt;
  const fixes =
    right === undefined || isFromExport(journey) || !setting.explicit
      ? []
      : [{ title: `Write ${right}`, edits: [{ range: setting.place.range, text: JSON.stringify(right) }] }];
  report({ at: setting.place, args: { resource, right }, fixes });
});

/** Whether something is said of the journey's own resource. */
export function isMisspelt(resource: string): boolean {
  return realmInOtherMarks.test(resource) || misspeltResource(resource) !== undefined;
}

/** The resource that the console shows under a name, `Alpha realm - User`; that of the usual realm follows the journey. */
function resourceLabelled(label: string): string | undefined {
  const [, name, object] = /^\s*(\w+) realm\s*[-–—]\s*(\w+)\s*$/i.exec(label) ?? [];
  if (name === undefined || object === undefined) return undefined;
  const own = name.toLowerCase();
  return `managed/${own === "alpha" ? realm : own}_${object.toLowerCase()}`;
}

/** What is meant by a resource that is none; `undefined` for one that is there, or may be. */
export function misspeltResource(resource: string): { readonly right: string | undefined } | undefined {
  if (ofUsers.includes(resource)) return undefined;
  const isManaged = /^managed\/[^/]+$/.test(resource);
  const plain = `managed/${resource.replace(/^\/?managed[/_.]?/, "").replace(/\//g, "_")}`;
  const right = ofUsers.includes(plain) ? plain : nearestName(plain, ofUsers);
  return isManaged && (right === undefined || isOtherObject(resource)) ? undefined : { right };
}

/** Reports those of nodes, where the journey's own says nothing: otherwise the two are compared. */
function reportNodes(facts: JourneyFacts, report: Report<"misspelt-identity-resource">): void {
  if (certainResource(facts) !== undefined) return;
  for (const { setting, resource } of nodeResources(facts)) {
    const misspelt = setting.explicit ? misspeltResource(resource) : undefined;
    if (misspelt !== undefined && !realmInOtherMarks.test(resource))
      report({ at: setting.place, args: { resource, right: misspelt.right } });
  }
}

/** `{realm}`, `$realm`, `%realm%` and the like, which nothing replaces. */
const realmInOtherMarks = /\{\{\s*realm\s*\}\}|[#%@]?\{realm\}|\$\(realm\)|%realm%|<realm>|\$?\[realm\]|\$realm(?=_)/i;
const realm = "${" + "realm}";

function reportMarked(
  right: string,
  { value, place }: Setting,
  { journey }: JourneyFacts,
  report: Report<"misspelt-identity-resource">,
): void {
  const fixes = isFromExport(journey)
    ? []
    : [{ title: `Write ${right}`, edits: [{ range: place.range, text: JSON.stringify(right) }] }];
  report({ at: place, args: { resource: String(value), right }, fixes });
}

/** Whether a resource differs from the users' by more than a slip: another word stands behind the realm. */
function isOtherObject(resource: string): boolean {
  const word = resource.replace(/^managed\/(?:[a-z]+_)?/, "");
  return word !== "user" && nearestName(word, ["user"]) === undefined;
}
