import { shortTypeName } from "../../catalogue/catalogue.js";
import type { NodeType } from "../../catalogue/node-type.js";
import { cloudSign } from "../cloud-signs.js";
import { journeyRule } from "../rule.js";

/**
 * Reports types that only self-managed deployments have, once each, in a journey that shows that it is for the cloud. Which types the
 * cloud has is known from lists of five tenants.
 */
export const typeNotInCloud = journeyRule("type-not-in-cloud", "may-miss", ({ journey, nodes }, report) => {
  // Where the users are those of a self-managed deployment, that is told.
  if (journey.settings.get("identityResource")?.value === "managed/user") return;
  const foreign = new Map<string, { type: NodeType; at: (typeof nodes)[number]["typePlace"] }>();
  for (const { typeId, type, typePlace } of nodes) {
    if (type !== undefined && isOfSelfManagedAlone(type.where) && !foreign.has(typeId)) {
      foreign.set(typeId, { type, at: typePlace });
    }
  }
  const sign = foreign.size === 0 ? undefined : cloudSign(journey);
  if (sign === undefined) return;
  const message = sign.isDefault
    ? 'Its users are those of the cloud, as nothing else is written; otherwise write `identityResource: "managed/user"`'
    : "It is for the cloud, as this shows";
  const related = sign.at === undefined ? [] : [{ place: sign.at, message }];
  for (const [id, { type, at }] of foreign) {
    const instead = type.supersededBy && shortTypeName(type.supersededBy);
    report({ at, args: { journey: journey.id, type: shortTypeName(id), instead }, related });
  }
});

/** Types that tenants install or make themselves may exist anywhere. */
function isOfSelfManagedAlone({ cloud, onPrem, marketplace, custom }: NodeType["where"]): boolean {
  return !cloud && onPrem && !marketplace && custom === undefined;
}
