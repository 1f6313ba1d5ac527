import { versionOf } from "../../catalogue/catalogue.js";
import type { SettingTest } from "../../catalogue/node-type.js";
import { isLike } from "../../catalogue/setting-test.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { placeOfSetting } from "../differing-nodes.js";
import { journeyRule } from "../rule.js";

/** Reports nodes with settings of which the catalogue says that the node is of no use with them. */
export const uselessSettings = journeyRule("useless-settings", "may-miss", ({ document, nodes }, report) => {
  for (const node of nodes) {
    const known = (node.type && versionOf(node.type, node.version)?.useless) ?? [];
    const found = known.find(({ when }) => hasAll(node, when));
    if (found === undefined || !document.hasBody(node.id)) continue;
    const names = Object.keys(found.when);
    const set = names.filter((name) => node.properties.get(name)?.explicit === true);
    const at = placeOfSetting(node, set.at(-1) ?? names.at(-1) ?? "");
    const others = set.slice(0, -1).map((name) => placeOfSetting(node, name));
    report({
      at,
      args: { node: nodeLabel(node), settings: names.map((name) => settingText(node, name)), effect: found.effect },
      help: found.help,
      related: others.map((place) => ({ place, message: "Together with this" })),
      // A value that is missing, of the wrong kind, or refused by the platform, is told as such.
      restsOn: [at, node.namePlace],
    });
  }
});

function hasAll({ properties }: JourneyNode, when: Readonly<Record<string, SettingTest>>): boolean {
  return Object.entries(when).every(([name, test]) => isLike(properties.get(name)?.value, test));
}

/** A setting as a text has it; a name alone where there is no value. */
function settingText({ properties }: JourneyNode, name: string): string {
  const value = properties.get(name)?.value;
  return value === undefined || value === null ? `no \`${name}\`` : `\`${name}: ${JSON.stringify(value)}\``;
}
