import { needs } from "../agreeing-settings.js";
import { nodeLabel } from "../describe-node.js";
import { findDifferences, groundsOfSetting, nodesOf, placeOfSetting, textOfSetting } from "../differing-nodes.js";
import { findOtherRecoveryCodes } from "../recovery-codes.js";
import { findRefusedNames } from "../refused-names.js";
import { journeyRule } from "../rule.js";

/** Reports nodes of one journey whose settings do not fit one another, so that they never work together. */
export const differingSettings = journeyRule("differing-settings", "may-overreport", (facts, report) => {
  const { nodes } = facts;
  for (const each of findDifferences("differing-settings", nodes)) {
    const { agreement, maker, user, odd, at, help, related, mayBeMeant, restsOn } = each;
    const [node, other] = odd === "maker" ? [maker, user] : [user, maker];
    const { usersProperty = agreement.property } = agreement;
    const property = odd === "maker" ? agreement.property : usersProperty;
    const [value = "", there] = [textOfSetting(node, agreement), `has ${textOfSetting(other, agreement)}`];
    const args = { node: nodeLabel(node), property, value, other: nodeLabel(other), there };
    const meant = { help: agreement.effect, severity: "info" } as const;
    report({ at, args, related, restsOn, ...(mayBeMeant ? meant : { help }) });
  }
  for (const { users, when, ofAll, makers, property, value, effect } of needs) {
    const needing = nodesOf(users, when, nodes);
    const [user] = needing;
    if (ofAll === true && needing.length < nodesOf(users, undefined, nodes).length) continue;
    const all = nodesOf(makers, undefined, nodes);
    const [maker] = all;
    if (user === undefined || maker === undefined) continue;
    if (all.some(({ properties }) => properties.get(property)?.value !== !value)) continue;
    const texts = { value: String(!value), other: nodeLabel(user), there: `needs ${value}` };
    const related = [{ place: user.namePlace, message: `${nodeLabel(user)} needs it` }];
    const help = `Write \`${property}: ${value}\`. ${effect}`;
    report({
      at: placeOfSetting(maker, property),
      args: { node: nodeLabel(maker), property, ...texts },
      help,
      related,
      restsOn: groundsOfSetting(maker, property),
    });
  }
  for (const { asker, check } of findRefusedNames(facts)) {
    const property = "validateInput";
    const [node, other] = [nodeLabel(asker), nodeLabel(check)];
    report({
      at: placeOfSetting(asker, property),
      args: { node, property, value: "true", other, there: "checks the password of a name that exists" },
      help: "Write `validateInput: false`: with `true`, only names that no account has are taken.",
      related: [{ place: check.namePlace, message: `${other} checks the password` }],
    });
  }
  for (const { node, value, device, kind } of findOtherRecoveryCodes(facts)) {
    const property = "recoveryCodeType";
    const args = {
      node: nodeLabel(node),
      property,
      value: JSON.stringify(value),
      other: nodeLabel(device),
      there: `has codes of "${kind}"`,
    };
    const help = `Write \`${property}: "${kind}"\`. Codes of another kind of device are not taken.`;
    const related = [{ place: device.namePlace, message: `${nodeLabel(device)} has these codes` }];
    const at = placeOfSetting(node, property);
    report({ at, args, help, related, restsOn: groundsOfSetting(node, property) });
  }
});
