import { modelRule } from "../rule.js";
import {
  aliasesOfAnotherRealm,
  scriptsOfAnotherRealm,
  usersOfAnotherRealm,
  valuesOfAnotherRealm,
} from "../values-of-another-realm.js";

/** Reports values that name another realm than the one that the journeys are for, where somebody has said which that is, or scenarios or the journey's own users show it. */
export const valueOfAnotherRealm = modelRule("value-of-another-realm", "may-overreport", (model, report, facts) => {
  const { targetRealm } = facts;
  if (targetRealm === undefined) {
    for (const found of scriptsOfAnotherRealm(model)) report(found);
    for (const journey of model.journeys)
      for (const found of [...aliasesOfAnotherRealm(journey), ...usersOfAnotherRealm(journey)]) report(found);
    return;
  }
  for (const journey of model.journeys) for (const found of valuesOfAnotherRealm(journey, targetRealm)) report(found);
});
