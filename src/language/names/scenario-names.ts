import { type JourneyDirectory, journeyDirectory } from "../../model/journey-directory.js";
import type { Journey } from "../../model/model.js";
import { nodesOfScenarios } from "../../model/nodes-of-scenarios.js";
import { reachableJourneys } from "../../model/reachable-journeys.js";
import type { FileItem, JourneyDeclaration, Name } from "../../syntax/ast.js";
import type { LanguageText, ReadProject } from "../language-project.js";
import type { Named } from "./named.js";

const directories = new WeakMap<ReadProject, JourneyDirectory>();

/** The journeys that scenarios of a project can name: those from texts before others, as the binder takes them. */
function directoryOf(project: ReadProject): JourneyDirectory {
  let directory = directories.get(project);
  if (directory === undefined) {
    const { journeys } = project.model.model;
    const isFromText = ({ origin }: Journey) => origin.kind === "text";
    directory = journeyDirectory(
      journeys.filter(isFromText),
      journeys.filter((journey) => !isFromText(journey)),
    );
    directories.set(project, directory);
  }
  return directory;
}

export function scenarioJourney(name: Name | undefined, project: ReadProject): Journey | undefined {
  if (name === undefined) return undefined;
  const directory = directoryOf(project);
  return directory.byName(name.text) ?? directory.byId(name.text);
}

/** The journey of a scenario with its inner journeys, the nearest first. */
export function journeysOfScenario(journey: Journey | undefined, project: ReadProject): readonly Journey[] {
  if (journey === undefined) return [];
  return reachableJourneys(journey, (id) => directoryOf(project).byId(id)).journeys;
}

/** The journey that has the node that a step names: the nearest one. */
export function ownerOfNode(name: string | undefined, journeys: readonly Journey[]): Journey | undefined {
  return journeys.find(({ nodes }) => nodes.some((node) => node.name === name)) ?? journeys[0];
}

/** The script that a journey of a text means by a name: its own comes before one of the file. */
export function scriptIn(text: LanguageText, name: string, journey: Journey | undefined): Named | undefined {
  const file = text.path;
  const isIn = (items: readonly { readonly kind: string; readonly name?: Name | undefined }[]) =>
    items.some((item) => item.kind === "script" && item.name?.text === name);
  const { items } = text.parsed.file;
  const isOwner = (item: FileItem): item is JourneyDeclaration =>
    item.kind === "journey" && item.name?.text === journey?.name;
  const declaration = journey && items.find(isOwner);
  if (journey !== undefined && declaration !== undefined && isIn(declaration.members)) {
    return { kind: "script", file, journey: journey.id, name };
  }
  return isIn(items) ? { kind: "script", file, journey: undefined, name } : undefined;
}

/** The script behind `of script`: of the text itself, or of the journey before the dot, or of the only journey that has one. */
export function scenarioScript(name: string, owner: Journey | undefined, text: LanguageText): Named | undefined {
  const own = owner === undefined ? scriptIn(text, name, undefined) : undefined;
  if (own !== undefined) return own;
  const { texts } = text.project;
  const journeys = owner === undefined ? directoryOf(text.project).withScript(name) : [owner];
  const found = [...texts.values()].flatMap((each) =>
    journeys
      .filter((journey) => each.journeys.includes(journey))
      .flatMap((journey) => ({ isOwn: each === text, script: scriptIn(each, name, journey) })),
  );
  return (found.find(({ isOwn, script }) => isOwn && script !== undefined) ?? found.find(({ script }) => script))
    ?.script;
}

/** Another journey with a node of a name, so that a scenario that runs both journeys would mean the wrong node by it. */
export function otherOwnerInScenarios(
  node: { readonly journey: string; readonly name: string },
  newName: string,
  projects: readonly ReadProject[],
): Journey | undefined {
  for (const project of projects) {
    for (const { parsed } of project.texts.values()) {
      for (const item of parsed.file.items) {
        if (item.kind !== "scenario") continue;
        const journeys = journeysOfScenario(scenarioJourney(item.journey, project), project);
        if (!journeys.some(({ id }) => id === node.journey)) continue;
        const named = [...nodesOfScenarios([item]).values()].flat();
        const other = journeys.find(
          ({ id, nodes }) => id !== node.journey && nodes.some(({ name }) => name === newName),
        );
        if (other !== undefined && (named.includes(node.name) || named.includes(newName))) return other;
      }
    }
  }
  return undefined;
}
