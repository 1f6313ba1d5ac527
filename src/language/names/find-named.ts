import type { Place } from "../../diagnostics/diagnostic.js";
import type { Journey, JourneyNode, Script } from "../../model/model.js";
import type { LanguageText, ReadProject } from "../language-project.js";
import { keyOfNamed, type Named, type Occurrence } from "./named.js";
import { occurrencesIn, textsOf } from "./occurrences.js";

/** An occurrence with its text. */
export interface FoundOccurrence extends Occurrence {
  readonly text: LanguageText;
}

/** All occurrences of something in the texts of projects. */
export function occurrencesOf(named: Named, projects: readonly ReadProject[]): readonly FoundOccurrence[] {
  const key = keyOfNamed(named);
  return textsOf(projects).flatMap((text) =>
    occurrencesIn(text)
      .filter((each) => keyOfNamed(each.named) === key)
      .map((each) => ({ ...each, text })),
  );
}

/** Where something is declared: in texts, or, for a journey, in an export. */
export function declarationsOf(
  named: Named,
  projects: readonly ReadProject[],
): readonly (FoundOccurrence | (Place & { readonly folder: string }))[] {
  const declared = occurrencesOf(named, projects).filter(({ isDeclaration }) => isDeclaration);
  if (declared.length > 0 || named.kind !== "journey") return declared;
  return projects.flatMap(({ folder, model }) =>
    model.model.journeys
      .filter(({ id }) => id === named.id)
      .map(({ place: { source, range } }) => ({ source, range, folder })),
  );
}

export function journeyWithId(id: string, projects: readonly ReadProject[]): Journey | undefined {
  for (const { model } of projects) {
    const journey = model.model.journeys.find((each) => each.id === id);
    if (journey !== undefined) return journey;
  }
  return undefined;
}

/** The node that a name stands for. */
export function namedNode(
  named: Extract<Named, { readonly kind: "node" }>,
  projects: readonly ReadProject[],
): JourneyNode | undefined {
  const journey = journeyWithId(named.journey, projects);
  if (named.page === undefined) return journey?.nodes.find(({ name }) => name === named.name);
  return journey?.nodes.find(({ name }) => name === named.page)?.children.find(({ name }) => name === named.name);
}

/** The script that a name stands for, where some journey uses it. */
export function namedScript(
  named: Extract<Named, { readonly kind: "script" }>,
  projects: readonly ReadProject[],
): Script | undefined {
  const text = textsOf(projects).find(({ path }) => path === named.file);
  const journeys = (text?.bound.journeys ?? []).filter(({ id }) => named.journey === undefined || id === named.journey);
  return journeys.flatMap(({ scripts }) => scripts).find(({ name }) => name === named.name);
}
