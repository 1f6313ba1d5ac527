import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { extentOf } from "../../language/document-journey-at.js";
import { drawJourney } from "../../language/drawn-journey.js";
import { type JourneyPicture, journeyRequests, type PictureFinding, type PictureParams } from "../journey-requests.js";
import type { Session } from "../session.js";
import { positionsIn } from "../text-positions.js";
import { documentJourneys, journeyAtPosition } from "./document-journeys.js";

/** The journey at a place as a picture, with what is found in it. */
export function answerPictures(session: Session): void {
  session.connection.onRequest(
    journeyRequests.picture,
    (params: PictureParams, token): Promise<JourneyPicture | null> => {
      return session.fresh(token, async () => {
        const { uri } = params.textDocument;
        const found = await documentJourneys(session, uri);
        if (found === undefined) return null;
        const journey = journeyAtPosition(found, params.position);
        const { diagnostics } = (await session.workspace.findings()).get(session.paths.pathOf(uri)) ?? {
          diagnostics: [],
        };
        const { start, end } = extentOf(journey, found);
        const own = diagnostics.filter(({ place }) => start <= place.range.start && place.range.start <= end);
        const marks = new Map(Object.entries(params.marks?.[journey.id] ?? {}));
        const drawn = drawJourney(journey, own, { marks });
        return {
          journey: journey.id,
          svg: drawn.svg,
          nodes: drawn.nodes.map(({ index, node, findings }) => ({
            index,
            name: node.name,
            range: positionsIn(node.place.source).rangeOf(node.place.range),
            findings: findings.map(pictureFinding),
          })),
          findings: drawn.findings.map(pictureFinding),
        };
      });
    },
  );
}

function pictureFinding({ severity, message, help, place }: Diagnostic): PictureFinding {
  return {
    severity,
    message: help === undefined ? message : `${message}\n${help}`,
    range: positionsIn(place.source).rangeOf(place.range),
  };
}
