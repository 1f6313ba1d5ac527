import type { JsonOrigin } from "../../model/origin.js";
import type { JsonObject } from "../../text/json.js";
import type { JsonPlace } from "../../text/json-place.js";
import { sections } from "../sections.js";

/**
 * One journey in the form of an export: one object with its sections, whatever layout it was found in. Readers of
 * folders put this object together from many files.
 */
export interface JourneyExport {
  /** The journey's key under `trees`, or its tree's `_id`, or the name of its file. */
  readonly id: string;
  readonly realm: string | undefined;
  /** Whether the tree was exported by Amster, or is of file-based configuration. */
  readonly isSelfManaged?: boolean;
  readonly layout: JsonOrigin["kind"];
  readonly value: JsonObject;
  readonly places: ExportPlaces;
}

/** The places of a journey's parts, which stand in one file, or each in a file of its own. */
export interface ExportPlaces {
  readonly tree: JsonPlace;
  /** The entry of a node in the tree. */
  reference(id: string): JsonPlace;
  /** An entry of a section, which goes by its name in the export; for a list, `id` is the index. */
  entry(section: string, id: string | number): JsonPlace;
}

/** The places of an export that is one object in one file. */
export function placesInOneFile(whole: JsonPlace): ExportPlaces {
  const tree = whole.child(sections.tree.name);
  const references = tree.child("nodes");
  const sectionPlaces = new Map<string, JsonPlace>();
  return {
    tree,
    reference: (id) => references.child(id),
    entry: (section, id) => {
      let place = sectionPlaces.get(section);
      if (place === undefined) {
        place = whole.child(section);
        sectionPlaces.set(section, place);
      }
      return place.child(id);
    },
  };
}
