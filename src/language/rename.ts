import { isName, writtenName } from "../syntax/match-word.js";
import { hasMeaning } from "../syntax/reserved-names.js";
import type { Range } from "../text/range.js";
import type { EditInFile } from "./edit-in-file.js";
import { callersOf } from "./hover.js";
import { innerNameRefusal, keptTitle, typeNameRefusal } from "./kept-meaning.js";
import { isExternal, type LanguageText, type ReadProject } from "./language-project.js";
import { type FoundOccurrence, journeyWithId, occurrencesOf } from "./names/find-named.js";
import { linkedThemeEdits } from "./names/linked-themes.js";
import type { Named } from "./names/named.js";
import { occurrenceAt, textsOf } from "./names/occurrences.js";
import { otherOwnerInScenarios } from "./names/scenario-names.js";

/** Something that can be renamed, or why it cannot. */
export type Renamable =
  | { readonly range: Range; readonly name: string; readonly named: Named }
  | { readonly refusal: string };

const whats = {
  journey: "A journey",
  node: "A node",
  outcome: "An outcome",
  script: "A script",
  param: "A parameter",
  type: "A node type",
} as const;

/** What would be renamed at an offset. */
export function renamableAt(text: LanguageText, offset: number, projects: readonly ReadProject[]): Renamable {
  const occurrence = occurrenceAt(text, offset);
  if (occurrence === undefined) return { refusal: "There is no name here that can be changed" };
  const { named, range } = occurrence;
  const refusal = refusalOf(named, projects);
  return refusal === undefined ? { range, name: text.parsed.source.slice(range), named } : { refusal };
}

function refusalOf(named: Named, projects: readonly ReadProject[]): string | undefined {
  if (named.kind === "outcome")
    return "An outcome belongs to its node's type or settings: it has no name of its own here";
  if (named.kind === "type" && named.file === undefined) return "This node type is the platform's";
  if (!occurrencesOf(named, projects).some(({ isDeclaration }) => isDeclaration)) {
    return named.kind === "journey"
      ? "This journey is not declared in a text of this project"
      : "Nothing declares this name";
  }
  const exported =
    named.kind === "journey" ? callersOf(named.id, projects).find(({ origin }) => origin.kind !== "text") : undefined;
  return exported && `The export of ${exported.id} calls this journey, and exports are not changed`;
}

/** The edits that give something another name wherever it stands, or why that would not be safe. */
export function renameEdits(
  named: Named,
  newName: string,
  projects: readonly ReadProject[],
): readonly EditInFile[] | { readonly refusal: string } {
  const refusal = refusalOf(named, projects) ?? nameRefusal(named, newName, projects);
  if (refusal !== undefined) return { refusal };
  const found = renamed(named, projects);
  const broken = found.find(({ text }) => text.parsed.diagnostics.some(({ severity }) => severity === "error"));
  if (broken !== undefined) {
    return {
      refusal: `${broken.text.parsed.source.path} has syntax errors, so that some of its names may not be found`,
    };
  }
  const edits = found.map(
    ({ text: { path, parsed }, range, form }): EditInFile => ({
      path,
      source: parsed.source,
      range,
      newText: written(newName, form),
    }),
  );
  const hasOtherId = named.kind === "journey" && !found.some(({ form }) => form === "alias");
  const themes = hasOtherId ? linkedThemeEdits(named.id, newName, projects) : [];
  return [...edits, ...keptTitle(named, projects), ...themes];
}

/** A journey with a title has two names: texts say the one that is declared, settings say the title. */
function renamed(named: Named, projects: readonly ReadProject[]): readonly FoundOccurrence[] {
  const all = occurrencesOf(named, projects);
  const hasAlias = named.kind === "journey" && all.some(({ form }) => form === "alias");
  return hasAlias ? all.filter(({ form }) => form === "alias") : all;
}

function written(name: string, form: FoundOccurrence["form"]): string {
  if (form === "name" || form === "alias") return writtenName(name);
  return JSON.stringify(name).slice(1, -1);
}

function nameRefusal(named: Named, newName: string, projects: readonly ReadProject[]): string | undefined {
  const what = whats[named.kind];
  if (newName === "") return `${what} needs a name`;
  if (!isName(newName))
    return `\`${newName}\` cannot be a name: letters, digits, \`_\` and \`-\` can, and a letter comes first`;
  if (named.kind === "node" && hasMeaning(newName)) return `No node can be called ${newName}: the word has a meaning`;
  if (named.kind === "param" && newName === "realm") return "The realm is there already";
  if (isTaken(named, newName, projects)) return `There is ${newName} already`;
  if (named.kind === "type") return typeNameRefusal(textAt(named.file, projects), newName);
  if (named.kind !== "node") return undefined;
  if (named.page !== undefined) return innerNameRefusal(named, newName, projects);
  const other = otherOwnerInScenarios(named, newName, projects);
  return (
    other && `There is ${newName} already in ${other.name}, and a scenario that runs both would mean the wrong one`
  );
}

function isTaken(named: Named, newName: string, projects: readonly ReadProject[]): boolean {
  switch (named.kind) {
    case "journey": {
      const journeys = projects.flatMap(({ model }) => model.model.journeys);
      return (
        journeys.some(({ name, id }) => name === newName || id === newName) ||
        projects.some((project) => isExternal(newName, project))
      );
    }
    case "node": {
      const journey = journeyWithId(named.journey, projects);
      const siblings =
        named.page === undefined ? journey?.nodes : journey?.nodes.find(({ name }) => name === named.page)?.children;
      return siblings?.some(({ name }) => name === newName) === true;
    }
    case "script":
    case "param":
    case "type": {
      const text = textAt(named.file, projects);
      const scope = text?.bound.scope;
      if (named.kind === "param") return scope?.parameters.has(newName) === true;
      if (named.kind === "type") return scope?.externTypes.has(newName) === true;
      const own = text?.bound.journeys.flatMap(({ scripts }) => scripts) ?? [];
      return scope?.scripts.has(newName) === true || own.some(({ name }) => name === newName);
    }
    case "outcome":
      return false;
    default:
      return named satisfies never;
  }
}

function textAt(file: string | undefined, projects: readonly ReadProject[]): LanguageText | undefined {
  return textsOf(projects).find(({ path }) => path === file);
}
