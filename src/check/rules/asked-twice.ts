import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports pages on which two nodes ask for the same name, password or attribute, and collectors that list an attribute twice. */
export const askedTwice = journeyRule("asked-twice", "proves", ({ reachedPages, nodes }, report) => {
  for (const node of nodes) {
    const setting = node.typeId === "AttributeCollectorNode" ? node.properties.get("attributesToCollect") : undefined;
    const seen = new Set<string>();
    const key = setting === undefined ? undefined : keysOf(node).find((each) => seen.size === seen.add(each).size);
    if (setting === undefined || key === undefined || !Array.isArray(setting.value)) continue;
    const label = nodeLabel(node);
    const at = setting.inner?.get(`/${setting.value.lastIndexOf(key)}`) ?? setting.place;
    report({ at, args: { page: undefined, nodes: [label, label], key }, help: `Write ${JSON.stringify(key)} once.` });
  }
  for (const page of reachedPages) {
    const asked = new Map<string, JourneyNode>();
    for (const child of page.children) {
      const first = keysOf(child).find((key) => asked.has(key));
      const before = first === undefined ? undefined : asked.get(first);
      for (const key of keysOf(child)) asked.set(key, child);
      if (first === undefined || before === undefined) continue;
      const nodes = [before.name, child.name] as const;
      report({ at: child.namePlace, args: { page: nodeLabel(page), nodes, key: first } });
    }
  }
});

/** What a node asks for; only a single field for each. */
function keysOf({ typeId, properties }: JourneyNode): readonly string[] {
  const text = (name: string, other: string) => {
    const value = properties.get(name)?.value ?? other;
    return typeof value === "string" && !value.includes("&{") ? [value] : [];
  };
  switch (typeId) {
    case "UsernameCollectorNode":
      return ["userName"];
    case "ValidatedUsernameNode":
      return text("usernameAttribute", "userName");
    case "PasswordCollectorNode":
      return ["password"];
    case "ValidatedPasswordNode":
      return text("passwordAttribute", "password");
    case "AttributeCollectorNode": {
      const attributes = properties.get("attributesToCollect")?.value;
      return Array.isArray(attributes) ? attributes.filter((each) => typeof each === "string") : [];
    }
    default:
      return [];
  }
}
