import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { type Finding, type FoundInNode, nodeRule } from "../rule.js";

/** Reports pages on which two nodes ask for the same name, password or attribute, and collectors that list an attribute twice. */
export const askedTwice = nodeRule("asked-twice", "proves", (node) =>
  node.children.length > 1 ? askedTwiceOn(node) : listedTwiceIn(node),
);

function listedTwiceIn(node: JourneyNode): readonly Finding<"asked-twice">[] {
  const setting = node.typeId === "AttributeCollectorNode" ? node.properties.get("attributesToCollect") : undefined;
  if (setting === undefined || !Array.isArray(setting.value) || setting.value.length < 2) return [];
  const seen = new Set<string>();
  const key = keysOf(node).find((each) => seen.size === seen.add(each).size);
  if (key === undefined) return [];
  const label = nodeLabel(node);
  const at = setting.inner?.get(`/${setting.value.lastIndexOf(key)}`) ?? setting.place;
  return [{ at, args: { page: undefined, nodes: [label, label], key }, help: `Write ${JSON.stringify(key)} once.` }];
}

function askedTwiceOn(page: JourneyNode): readonly FoundInNode<"asked-twice">[] {
  const asked = new Map<string, JourneyNode>();
  return page.children.flatMap((child) => {
    const keys = keysOf(child);
    const first = keys.find((key) => asked.has(key));
    const before = first === undefined ? undefined : asked.get(first);
    for (const key of keys) asked.set(key, child);
    if (first === undefined || before === undefined) return [];
    const args = { page: nodeLabel(page), nodes: [before.name, child.name], key: first } as const;
    return [(facts: JourneyFacts) => (facts.isReached(page) ? { at: child.namePlace, args } : undefined)];
  });
}

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
