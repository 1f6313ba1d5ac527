import { lookUpType } from "../catalogue/catalogue.js";
import { quoteText } from "../format/print/quote-text.js";
import { displayNameOf } from "../model/display-name.js";
import { librariesOfScript } from "../rhino/analysis/needs-of-script.js";
import type { EditInFile } from "./edit-in-file.js";
import type { LanguageText, ReadProject } from "./language-project.js";
import { journeyWithId, occurrencesOf } from "./names/find-named.js";
import { isInScenario } from "./names/in-scenario.js";
import { asksForAttribute } from "./names/input-names.js";
import type { Named } from "./names/named.js";
import { textsOf } from "./names/occurrences.js";

type InnerNode = Extract<Named, { readonly kind: "node" }>;

/** Why an inner node cannot have a name: what stands in texts would mean something else then. */
export function innerNameRefusal(
  named: InnerNode,
  newName: string,
  projects: readonly ReadProject[],
): string | undefined {
  const page = journeyWithId(named.journey, projects)?.nodes.find(({ name }) => name === named.page);
  if (page === undefined) return undefined;
  const hasOutcome =
    page.outcomes.some(({ id, outcome }) => [id, outcome].includes(newName)) ||
    page.connections.some(({ outcomeId }) => outcomeId === newName);
  if (hasOutcome) {
    return `${newName} is an outcome of page ${page.name}: \`${page.name}.${newName}\` would mean the inner node instead`;
  }
  const isAnswered = occurrencesOf(named, projects).some(({ text, range }) => isInScenario(text, range));
  return isAnswered && asksForAttribute(newName, page)
    ? `Page ${page.name} asks for ${newName} already: the inputs of scenarios would mean that instead`
    : undefined;
}

/** Why a node type of a text cannot have a name. */
export function typeNameRefusal(text: LanguageText | undefined, newName: string): string | undefined {
  if (lookUpType(newName) !== undefined) return `${newName} is a node type of the platform`;
  return text?.bound.scope.options.externTypes.has(newName) === true
    ? `${newName} is a node type of the configuration`
    : undefined;
}

/** A script that others require by a title made of its name keeps that title, which is written then. */
export function keptTitle(named: Named, projects: readonly ReadProject[]): readonly EditInFile[] {
  if (named.kind !== "script") return [];
  const found = occurrencesOf(named, projects).find(({ isDeclaration }) => isDeclaration);
  if (found === undefined) return [];
  const { text, range } = found;
  const declaration = text.parsed.file.items
    .flatMap((item) => [item, ...(item.kind === "journey" ? item.members : [])])
    .filter((item) => item.kind === "script")
    .find(({ name }) => name !== undefined && name.range.start <= range.start && range.end <= name.range.end);
  if (declaration?.name === undefined || declaration.title !== undefined) return [];
  const title = displayNameOf(named.name);
  if (!isRequired(title, projects)) return [];
  const { end } = declaration.name.range;
  const { path, parsed } = text;
  return [{ path, source: parsed.source, range: { start: end, end }, newText: ` "${quoteText(title)}"` }];
}

function isRequired(title: string, projects: readonly ReadProject[]): boolean {
  const inTexts = textsOf(projects).flatMap(({ bound }) => [...bound.scope.scripts.values()]);
  const inJourneys = projects.flatMap(({ model }) => model.model.journeys.flatMap(({ scripts }) => scripts));
  const bodies = new Set([...inTexts, ...inJourneys].map(({ body }) => body));
  return [...bodies].some((body) => librariesOfScript(body).includes(title));
}
