import type { Consequence } from "../difference.js";
import { describeBypassed, describeConsequence, describeNewPath, describeUnreachable } from "./describe-consequence.js";
import type { Described } from "./described.js";

type NewPath = Extract<Consequence, { readonly kind: "new-path" }>;

/** Describes consequences in words: what several nodes have in common, and what one path shows of them, is one line. */
export function describeConsequences(consequences: readonly Consequence[]): readonly Described[] {
  const groups = new Map<string, Consequence[]>();
  for (const [index, consequence] of consequences.entries()) {
    const key = likenessOf(consequence) ?? `${index}`;
    const group = groups.get(key);
    if (group) group.push(consequence);
    else groups.set(key, [consequence]);
  }
  const shown = new Set<string>();
  return [...groups.values()].flatMap((group): readonly Described[] => {
    const [first] = group;
    if (first === undefined) return [];
    const path = "path" in first ? JSON.stringify(first.path) : undefined;
    const isShown = path !== undefined && shown.has(path);
    if (path !== undefined) shown.add(path);
    switch (first.kind) {
      case "unreachable":
        return [describeUnreachable(group.flatMap((each) => (each.kind === first.kind ? [each.node] : [])))];
      case "bypassed":
        return [
          describeBypassed(
            first,
            group.flatMap((each) => (each.kind === first.kind ? [each.node] : [])),
          ),
        ];
      case "new-path": {
        const told = together(group);
        return isShown && told.avoids.length + told.notAgain.length === 0 ? [] : [describeNewPath(told, isShown)];
      }
      default:
        return group.map(describeConsequence);
    }
  });
}

/** What two consequences must have in common to be told together; `undefined` where nothing will do. */
function likenessOf(consequence: Consequence): string | undefined {
  switch (consequence.kind) {
    case "unreachable":
      return consequence.kind;
    case "bypassed": {
      const { kind, outcomes, replacedBy, isRemoved, security, path, before } = consequence;
      return outcomes === undefined && replacedBy === undefined
        ? JSON.stringify([kind, isRemoved, security, path, before])
        : undefined;
    }
    case "new-path":
      return JSON.stringify([consequence.kind, consequence.security, consequence.path]);
    default:
      return undefined;
  }
}

/** One path that several new arrows made, with all the steps that they lead past. */
function together(group: readonly Consequence[]): NewPath {
  const [first, ...others] = group.flatMap((each) => (each.kind === "new-path" ? [each] : []));
  const unique = (nodes: readonly NewPath["avoids"][]) => [
    ...new Map(nodes.flat().map((node) => [JSON.stringify(node), node])).values(),
  ];
  const all = [first as NewPath, ...others];
  return {
    ...(first as NewPath),
    avoids: unique(all.map(({ avoids }) => avoids)),
    notAgain: unique(all.map(({ notAgain }) => notAgain)),
  };
}
