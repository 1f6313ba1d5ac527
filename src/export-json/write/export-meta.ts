import { innerJourneyIds } from "../../model/inner-journeys.js";
import type { Journey } from "../../model/model.js";
import type { JsonObject } from "../../text/json.js";

/** Data for the header of an export. None of it depends on the machine. */
export interface ExportMeta {
  /** The version of journeyc. */
  readonly toolVersion: string;
  /** Seconds since 1970, as in `SOURCE_DATE_EPOCH`; without it the header has no date. */
  readonly sourceDate?: number;
}

/**
 * Makes the header that the platform's admin UI writes: it lists the journeys that were chosen, and those included
 * because others run them.
 */
export function metaOf(journeys: readonly Journey[], { toolVersion, sourceDate }: ExportMeta): JsonObject {
  const inner = new Set(journeys.flatMap((journey) => [...innerJourneyIds(journey)]));
  const ids = journeys.map((journey) => journey.id).sort();
  // Where journeys run each other in a circle, none is the outermost, so all count as chosen.
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
