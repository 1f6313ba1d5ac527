import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { JourneyNode, Resource, ResourceKind } from "../../model/model.js";
import { themeIn } from "../../model/theme-of-stage.js";
import { usedResources, wordForUnused } from "../../model/used-resources.js";
import { textsIn } from "../../text/texts-in.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/**
 * Reports e-mail templates, themes, variables and the like that a journey brings along although nothing in it names them. A
 * script that has the name anywhere in its text may use it. The binder reports those of a whole file that none of its journeys uses.
 */
export const unusedResource = journeyRule("unused-resource", "may-overreport", ({ journey, nodes }, report) => {
  const { resources, scripts, settings, raw } = journey;
  if (resources.length === 0) return;
  const used = new Set(usedResources(resources, journey));
  const isMissed = (kind: ResourceKind) =>
    (kind === "emailTemplate" && lacksTemplate(nodes, resources)) || (kind === "theme" && lacksTheme(nodes, resources));
  const unused = resources.filter((resource) => !used.has(resource) && !isMissed(resource.kind));
  if (unused.length === 0) return;
  const texts = [
    ...scripts.map(({ body }) => body),
    ...[...settings.values()].flatMap(({ value }) => textsIn(value)),
    ...(raw === undefined ? [] : textsIn(raw)),
  ];
  for (const resource of unused) {
    const { id, place } = resource;
    const kind = wordForUnused(resource);
    if (kind === undefined) continue;
    const others = resources.filter((other) => other !== resource).flatMap(({ content }) => textsIn(content));
    if ([...texts, ...others].some((text) => text.includes(id))) continue;
    report({ at: place, args: { kind, id } });
  }
});

/** Whether a node names a template that the journey lacks: one that nothing names may be meant, and is no second finding. */
function lacksTemplate(nodes: readonly JourneyNode[], resources: readonly Resource[]): boolean {
  const brought = new Set(resources.flatMap(({ kind, id }) => (kind === "emailTemplate" ? [id] : [])));
  return nodes.some((node) =>
    markedProperties(node).references.some(({ name, reference }) => {
      const id = reference?.kind === "emailTemplate" ? node.properties.get(name)?.value : undefined;
      return typeof id === "string" && id !== "" && !isPlaceholder(id) && !brought.has(id);
    }),
  );
}

function lacksTheme(nodes: readonly JourneyNode[], resources: readonly Resource[]): boolean {
  const brought = new Set(resources.flatMap(({ kind, id }) => (kind === "theme" ? [id] : [])));
  return nodes.some(({ properties }) => {
    const theme = themeIn(properties.get("stage")?.value ?? null);
    return theme !== undefined && !brought.has(theme);
  });
}
