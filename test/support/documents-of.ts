import type { ReadModel } from "../../src/export-json/read/read-result.js";
import type { JsonObject } from "../../src/text/json.js";

/** The JSON of each journey that was read, in the shape of an export. */
export function documentsOf(model: ReadModel): readonly JsonObject[] {
  return model.journeys.map(({ origin }) => origin.document.json);
}
