import type { JourneyExport } from "../../export-json/read/journey-export.js";
import { sectionOf, sections } from "../../export-json/sections.js";
import { isJsonObject } from "../../text/json.js";
import { objectMember, textMember } from "../../text/json-members.js";
import type { JsonPlace } from "../../text/json-place.js";

/** A part of the folder whose file shows how another one of its kind is to be called and written. */
export interface Sample {
  readonly place: JsonPlace;
  readonly id: string;
  readonly typeId: string;
}

/** The settings of nodes in a folder that keeps each part by itself: models for new ones. */
export class BodySamples {
  readonly #journeys: readonly JourneyExport[];
  readonly #ofJourney = new Map<JourneyExport, FirstSamples>();
  #ofAll: FirstSamples | undefined;

  constructor(journeys: readonly JourneyExport[]) {
    this.#journeys = journeys.filter(({ layout }) => layout === "folder");
  }

  /** The settings of a node of this type, of the journey if it has one; otherwise of any node, likewise. */
  like(typeId: string, journey: JourneyExport): Sample | undefined {
    const own = this.#ofJourney.get(journey) ?? firstSamples([journey]);
    this.#ofJourney.set(journey, own);
    this.#ofAll ??= firstSamples(this.#journeys);
    return own.byType.get(typeId) ?? this.#ofAll.byType.get(typeId) ?? own.first ?? this.#ofAll.first;
  }
}

interface FirstSamples {
  readonly first: Sample | undefined;
  readonly byType: ReadonlyMap<string, Sample>;
}

function firstSamples(journeys: readonly JourneyExport[]): FirstSamples {
  const byType = new Map<string, Sample>();
  for (const { value, places } of journeys) {
    for (const role of ["body", "innerBody"] as const) {
      for (const [id, body] of Object.entries(sectionOf(value, role))) {
        const typeId = isJsonObject(body) ? (textMember(objectMember(body, "_type"), "_id") ?? "") : "";
        if (!byType.has(typeId)) byType.set(typeId, { id, place: places.entry(sections[role].name, id), typeId });
      }
    }
  }
  return { first: byType.values().next().value, byType };
}
