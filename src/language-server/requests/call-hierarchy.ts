import * as lsp from "vscode-languageserver";
import {
  findJourney,
  incomingCalls,
  type JourneyCalls,
  type JourneyInFolder,
  outgoingCalls,
} from "../../language/call-hierarchy.js";
import type { ReadProject } from "../../language/language-project.js";
import { occurrenceAt } from "../../language/names/occurrences.js";
import type { Session } from "../session.js";
import { positionsIn } from "../text-positions.js";

/** The journeys that call one, and those that it calls. */
export function answerCallHierarchy(session: Session): void {
  const { connection } = session;
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    session.onText(({ text, positions }, { position }: lsp.CallHierarchyPrepareParams) => {
      const named = occurrenceAt(text, positions.offsetAt(position))?.named;
      const found = named?.kind === "journey" ? findJourney(named.id, [text.project]) : undefined;
      return found === undefined ? null : [itemOf(found, session)];
    }),
  );
  callHierarchy.onIncomingCalls(({ item }, token) =>
    session.fresh(token, async () =>
      (await calls(item, incomingCalls, session)).map((each) => ({
        from: itemOf(each, session),
        fromRanges: rangesOf(each),
      })),
    ),
  );
  callHierarchy.onOutgoingCalls(({ item }, token) =>
    session.fresh(token, async () =>
      (await calls(item, outgoingCalls, session)).map((each) => ({
        to: itemOf(each, session),
        fromRanges: rangesOf(each),
      })),
    ),
  );
}

/** Looks in the project of an item's document: in another one the same id may be another journey. */
async function calls(
  { uri, data }: lsp.CallHierarchyItem,
  find: (id: string, projects: readonly ReadProject[]) => readonly JourneyCalls[],
  { workspace, paths }: Session,
): Promise<readonly JourneyCalls[]> {
  const read = await workspace.readFor(paths.pathOf(uri));
  return "message" in read ? [] : find(String(data), [read]);
}

function rangesOf({ places }: JourneyCalls): lsp.Range[] {
  return places.map(({ source, range }) => positionsIn(source).rangeOf(range));
}

function itemOf({ journey, folder }: JourneyInFolder, session: Session): lsp.CallHierarchyItem {
  const { source, range } = journey.place;
  const place = positionsIn(source).rangeOf(range);
  return {
    name: journey.id,
    kind: lsp.SymbolKind.Module,
    uri: session.uriOf(source, { folder }),
    range: place,
    selectionRange: place,
    data: journey.id,
  };
}
