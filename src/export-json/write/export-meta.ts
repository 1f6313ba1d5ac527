import { innerJourneyIds } from "../../model/inner-journeys.js";
import type { Journey } from "../../model/model.js";
import type { JsonObject } from "../../text/json.js";

/** What the header of an export says of its making. Nothing of it is taken from the machine. */
export interface ExportMeta {
  /** Version of the program that writes. */
  readonly toolVersion: string;
  /** Seconds since 1970, as in `SOURCE_DATE_EPOCH`; without it the header has no date. */
  readonly sourceDate?: number;
}

/** The header in the form of the platform's admin UI: the journeys that were chosen, and those that came along as inner ones. */
export function metaOf(journeys: readonly Journey[], { toolVersion, sourceDate }: ExportMeta): JsonObject {
  const inner = new Set(journeys.flatMap((journey) => [...innerJourneyIds(journey)]));
  const ids = journeys.map((journey) => journey.id).sort();
  // In a circle of inner journeys none is the outermost: then all were chosen.
  const chosen = ids.some((id) => !inner.has(id)) ? ids.filter((id) => !inner.has(id)) : ids;
  return {
    ...(sourceDate === undefined ? {} : { exportDate: new Date(sourceDate * 1000).toISOString() }),
    exportTool: "journeyc",
    exportToolVersion: toolVersion,
    exportedBy: "",
    innerTreesIncluded: ids.filter((id) => !chosen.includes(id)),
    origin: "",
    treesSelectedForExport: chosen,
  };
}
