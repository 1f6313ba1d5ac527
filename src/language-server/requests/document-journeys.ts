import type * as lsp from "vscode-languageserver";
import { type DocumentJourneys, documentJourneyAt } from "../../language/document-journey-at.js";
import type { Journey } from "../../model/model.js";
import { absolutePath } from "../../project/shown-path.js";
import type { Session } from "../session.js";
import { positionsIn } from "../text-positions.js";

/** The journeys of a text or an export; `undefined` where it has none. */
export async function documentJourneys(session: Session, uri: string): Promise<DocumentJourneys | undefined> {
  const path = session.paths.pathOf(uri);
  const read = await session.workspace.readFor(path);
  if ("message" in read) return undefined;
  const own = (journey: Journey) => absolutePath(journey.place.source.path, read.folder) === path;
  const [first, ...others] = read.model.model.journeys.filter(own);
  return first && { read, journeys: [first, ...others] };
}

/** The journey around a position, the first one without. */
export function journeyAtPosition(found: DocumentJourneys, position: lsp.Position | undefined): Journey {
  const { source } = found.journeys[0].place;
  return documentJourneyAt(found, position && positionsIn(source).offsetAt(position));
}
