import { ExportDocument } from "../export-json/read/export-document.js";
import { placesInOneFile } from "../export-json/read/journey-export.js";
import { journeyExport } from "../export-json/write/write-export.js";
import type { Journey, JourneyNode } from "../model/model.js";
import type { DocumentFacts, RepeatedNode, StrayBody } from "../model/origin.js";
import { allNodes } from "../model/used-resources.js";
import { JsonPlace } from "../text/json-place.js";

/**
 * The facts about the JSON of a journey. Those of a text are the facts of the export that is built of it, so that an
 * export and the text that was imported from it are judged alike.
 */
export function documentOf(journey: Journey): DocumentFacts {
  if (journey.origin.kind !== "text") return journey.origin.document;
  return journey.raw === undefined ? new PlainDocument(journey) : new PatchedDocument(journey);
}

/** The export of a text without `raw`: what it has follows from the model and the export options. */
class PlainDocument implements DocumentFacts {
  readonly #journey: Journey;
  #nodes: ReadonlyMap<string, JourneyNode> | undefined;

  constructor(journey: Journey) {
    this.#journey = journey;
  }

  hasBody(): boolean {
    return (this.#journey.exportOptions.bodies ?? true) === true;
  }

  listsOutcomes(nodeId: string): boolean {
    if (!this.hasBody()) return false;
    const node = this.#node(nodeId);
    return node !== undefined && (this.#journey.exportOptions.outcomes || node.bodyOverrides.has("_outcomes"));
  }

  hasProperty(nodeId: string, name: string): boolean {
    return this.#node(nodeId)?.properties.has(name) === true;
  }

  isEmptyPage(pageId: string): boolean {
    return this.hasBody() && this.#node(pageId)?.children.length === 0;
  }

  nodesOnPages(): ReadonlySet<string> {
    return new Set(this.#journey.nodes.flatMap(({ children }) => children.map(({ id }) => id)));
  }

  repeatedNodes(): readonly RepeatedNode[] {
    return [];
  }

  strayBodies(): readonly StrayBody[] {
    return [];
  }

  #node(id: string): JourneyNode | undefined {
    this.#nodes ??= new Map(allNodes(this.#journey.nodes).map((node) => [node.id, node]));
    return this.#nodes.get(id);
  }
}

/** The export of a text with `raw`, which may remove and add anything. What it adds has the place of its page or journey. */
class PatchedDocument extends ExportDocument {
  readonly #journey: Journey;

  constructor(journey: Journey) {
    const places = placesInOneFile(JsonPlace.root(journey.place.source));
    super({ value: journeyExport(journey), places });
    this.#journey = journey;
  }

  override repeatedNodes(): readonly RepeatedNode[] {
    return super.repeatedNodes().map((repeated) => {
      const page = this.#journey.nodes.find(({ id }) => id === repeated.page);
      return { ...repeated, place: page?.namePlace ?? this.#journey.place };
    });
  }

  override strayBodies(): readonly StrayBody[] {
    return super.strayBodies().map((stray) => ({ ...stray, place: this.#journey.place }));
  }
}
