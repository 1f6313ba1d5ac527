import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Journey, JourneyNode, Model } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import type { SourceFile } from "../text/source-file.js";
import { nodeFinder } from "./finding-node.js";
import type { JourneyPair } from "./journey-pair.js";

/** A compared journey as both sides read it: `raw` is applied in the pair. */
export interface ReadPair {
  readonly before: Journey;
  readonly after: Journey;
  readonly ids: JourneyPair["ids"];
  /** The new ids of the nodes that both sides have. */
  readonly shared: ReadonlySet<string>;
}

/** The compared journeys as they were read. */
export function readPairs(before: Model, after: Model, pairs: readonly JourneyPair[]): readonly ReadPair[] {
  const [old, now] = [before, after].map(({ journeys }) => new Map(journeys.map((journey) => [journey.id, journey])));
  return pairs.flatMap((pair) => {
    const sides = { before: old?.get(pair.before.id), after: now?.get(pair.after.id) };
    if (sides.before === undefined || sides.after === undefined) return [];
    const ids = new Set(allNodes(sides.before.nodes).map(({ id }) => pair.ids.text(id)));
    const shared = new Set(allNodes(sides.after.nodes).flatMap(({ id }) => (ids.has(id) ? [id] : [])));
    return [{ before: sides.before, after: sides.after, ids: pair.ids, shared }];
  });
}

/** What a finding is about. */
export interface FindingSubject {
  readonly pair: ReadPair;
  /** `undefined` for what is about the whole journey. */
  readonly node: JourneyNode | undefined;
  /** The ids of journey and node on the new side; of a node that only one side has, its type and name. */
  readonly key: string;
}

/** Says what findings of one side are about: by their own place, or by that of a node which a finding in a script tells beside. */
export class FindingSubjects {
  readonly #side: "before" | "after";
  readonly #bySource = new Map<SourceFile, Set<ReadPair>>();
  readonly #byNode = new Map<JourneyNode, ReadPair>();
  /** The journeys that only this side has, by the files that they are in, and by their nodes. */
  readonly #lone = new Map<SourceFile, Set<Journey>>();
  readonly #loneOf = new Map<JourneyNode, Journey>();
  readonly #find: (place: Place) => JourneyNode | undefined;

  /** @param journeys all journeys of the side, those that only it has included. */
  constructor(pairs: readonly ReadPair[], side: "before" | "after", journeys: readonly Journey[]) {
    this.#side = side;
    const paired = new Set(pairs.map((pair) => pair[side]));
    for (const journey of journeys.filter((each) => !paired.has(each))) {
      for (const node of allNodes(journey.nodes)) this.#loneOf.set(node, journey);
      for (const source of sourcesOf(journey)) {
        const known = this.#lone.get(source);
        if (known) known.add(journey);
        else this.#lone.set(source, new Set([journey]));
      }
    }
    for (const pair of pairs) {
      for (const node of allNodes(pair[side].nodes)) this.#byNode.set(node, pair);
      for (const source of sourcesOf(pair[side])) {
        const known = this.#bySource.get(source);
        if (known) known.add(pair);
        else this.#bySource.set(source, new Set([pair]));
      }
    }
    this.#find = nodeFinder(journeys);
  }

  /** `undefined` for what is about no journey that both sides have. */
  of({ place, related }: Diagnostic): FindingSubject | undefined {
    const places = [place, ...related.map((each) => each.place)].filter(({ source }) => this.#bySource.has(source));
    for (const each of places) {
      const node = this.#find(each);
      const pair = node && this.#byNode.get(node);
      if (pair !== undefined) return this.#subject(pair, node);
      if (node !== undefined || this.#lone.has(each.source)) return undefined;
    }
    const [only, ...others] = places.flatMap(({ source }) => [...(this.#bySource.get(source) ?? [])]);
    return only === undefined || others.length > 0 ? undefined : this.#subject(only, undefined);
  }

  /** The journey that only this side has and that a finding is about; `undefined` for what is about others, or may be. */
  loneJourneyOf({ place, related }: Diagnostic): Journey | undefined {
    for (const each of [place, ...related.map((one) => one.place)]) {
      const alone = this.#lone.get(each.source);
      const node = alone && this.#find(each);
      const journey = node && this.#loneOf.get(node);
      if (journey !== undefined) return journey;
      if (node === undefined && alone?.size === 1 && !this.#bySource.has(each.source)) return [...alone][0];
    }
    return undefined;
  }

  #subject(pair: ReadPair, node: JourneyNode | undefined): FindingSubject {
    const id = node && (this.#side === "before" ? pair.ids.text(node.id) : node.id);
    const isShared = id !== undefined && pair.shared.has(id);
    return { pair, node, key: JSON.stringify([pair.after.id, isShared ? id : [node?.typeId, node?.name]]) };
  }
}

/** The files that a journey was read from: the parts of a folder are in several. */
function* sourcesOf({ place, nodes }: Journey): Iterable<SourceFile> {
  yield place.source;
  for (const node of allNodes(nodes)) {
    yield node.place.source;
    for (const setting of node.properties.values()) yield setting.place.source;
  }
}
