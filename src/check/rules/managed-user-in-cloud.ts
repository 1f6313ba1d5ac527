import { cloudSign } from "../cloud-signs.js";
import { journeyRule } from "../rule.js";

/**
 * Reports journeys for the cloud whose identities are `managed/user`, which exists only in self-managed deployments. That it is for
 * the cloud shows in the journey itself.
 */
export const managedUserInCloud = journeyRule("managed-user-in-cloud", "may-miss", (facts, report) => {
  const { journey } = facts;
  const setting = journey.settings.get("identityResource");
  if (setting?.value !== "managed/user") return;
  const sign = cloudSign(journey);
  if (sign === undefined) return;
  const related = sign.at === undefined ? [] : [{ place: sign.at, message: "It is for the cloud, as this shows" }];
  report({ at: setting.place, args: { journey: journey.id, realm: sign.realm ?? "alpha" }, related });
});
