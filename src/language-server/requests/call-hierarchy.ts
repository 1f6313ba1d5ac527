import * as lsp from "vscode-languageserver";
import { findJourney, incomingCalls, type JourneyInFolder, outgoingCalls } from "../../language/call-hierarchy.js";
import { occurrenceAt } from "../../language/names/occurrences.js";
import type { Session } from "../session.js";
import { positionsIn } from "../text-positions.js";

/** The journeys that call one, and those that it calls. */
export function answerCallHierarchy(session: Session): void {
  const { connection, workspace } = session;
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    session.onText(async ({ text, positions }, { position }: lsp.CallHierarchyPrepareParams) => {
      const named = occurrenceAt(text, positions.offsetAt(position))?.named;
      const found = named?.kind === "journey" ? findJourney(named.id, await workspace.projects()) : undefined;
      return found === undefined ? null : [itemOf(found, session)];
    }),
  );
  callHierarchy.onIncomingCalls(({ item }, token) =>
    session.fresh(token, async () =>
      incomingCalls(String(item.data), await workspace.projects()).map((calls) => ({
        from: itemOf(calls, session),
        fromRanges: calls.places.map(({ source, range }) => positionsIn(source).rangeOf(range)),
      })),
    ),
  );
  callHierarchy.onOutgoingCalls(({ item }, token) =>
    session.fresh(token, async () =>
      outgoingCalls(String(item.data), await workspace.projects()).map((calls) => ({
        to: itemOf(calls, session),
        fromRanges: calls.places.map(({ source, range }) => positionsIn(source).rangeOf(range)),
      })),
    ),
  );
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
