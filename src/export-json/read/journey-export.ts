import type { JsonOrigin } from "../../model/origin.js";
import type { JsonObject } from "../../text/json.js";
import type { JsonPlace } from "../../text/json-place.js";
import { sections } from "../sections.js";

/**
 * One journey as an export holds it, whatever layout it was found in: one object with the sections of an export. Readers of folders put this object together from many files.
 */
export interface JourneyExport {
  /** The key under `trees`, or the tree's `_id`, or the file's name. */
  readonly id: string;
  readonly realm: string | undefined;
  readonly layout: JsonOrigin["kind"];
  readonly value: JsonObject;
  readonly places: ExportPlaces;
}

/** Where the parts of a journey export stand: in one file, or each in a file of its own. */
export interface ExportPlaces {
  readonly tree: JsonPlace;
  /** The node's entry in the tree. */
  reference(id: string): JsonPlace;
  /** The entry `id` of a section, by the name that the section has in the export; for a list, `id` is its index. */
  entry(section: string, id: string | number): JsonPlace;
}

/** Places of an export that is one object of one file. */
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
