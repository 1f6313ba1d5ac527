import type * as lsp from "vscode-languageserver";
import type { ReadProject } from "../../language/language-project.js";
import { stateName } from "../../machine/state-names.js";
import type { PathStep } from "../../runtime/run.js";
import type { PathPlace } from "../journey-requests.js";
import type { Session } from "../session.js";
import { positionsIn } from "../text-positions.js";

/** The nodes of a path, with their places in texts and exports. */
export function pathPlaces(path: readonly PathStep[], read: ReadProject, session: Session): readonly PathPlace[] {
  const places = new Map<string, lsp.Location>();
  for (const journey of read.model.model.journeys) {
    for (const { name, namePlace } of journey.nodes) {
      const range = positionsIn(namePlace.source).rangeOf(namePlace.range);
      places.set(keyOf(journey.id, stateName(name)), { uri: session.uriOf(namePlace.source, read), range });
    }
  }
  return path.map(({ journey, node, outcome, stub }) => {
    const location = places.get(keyOf(journey, node));
    return {
      journey,
      node,
      ...(outcome === undefined ? {} : { outcome }),
      ...(stub ? { stub } : {}),
      ...(location && { location }),
    };
  });
}

function keyOf(journey: string, node: string): string {
  return JSON.stringify([journey, node]);
}
