import { versionOf } from "../../catalogue/catalogue.js";
import type { Place } from "../../diagnostics/diagnostic.js";
import { editDistance } from "../../diagnostics/suggest.js";
import type { Journey } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { isJsonObject } from "../../text/json.js";
import type { InnerCall } from "../inner-calls.js";
import { engineKeys } from "./engine-keys.js";
import { nodeAccess } from "./node-access.js";
import { everyKey, keyOf } from "./slot.js";

/** The keys of node state that the journeys of a model write, wherever they do. */
export class WrittenKeys {
  readonly #journeys: readonly Journey[];
  readonly #callsOf: (journey: Journey) => readonly InnerCall[];
  readonly #own = new Map<Journey, ReadonlySet<string>>();
  readonly #around = new Map<Journey, ReadonlySet<string>>();
  readonly #kept = new Map<Journey, ReadonlyMap<string, KeptKey>>();
  #users: ReadonlyMap<string, number> | undefined;
  #families: readonly (readonly Journey[])[] | undefined;

  constructor(journeys: readonly Journey[], callsOf: (journey: Journey) => readonly InnerCall[]) {
    this.#journeys = journeys;
    this.#callsOf = callsOf;
  }

  /**
   * Whether a script reads a key for the sake of another journey, which writes it: scripts that several journeys use, and those of an inner
   * journey that several run, ask by such keys from where they are run.
   */
  isForAnother(key: string, scriptId: string, innerJourney: string | undefined): boolean {
    this.#users ??= this.#findUsers();
    const isShared = [scriptId, innerJourney ?? ""].some((id) => (this.#users?.get(id) ?? 0) > 1);
    return isShared && this.#journeys.some((journey) => this.#ownOf(journey).has(key));
  }

  /**
   * The key that is meant by one that neither the journey, nor those that run it, nor those that it runs ever write; `undefined` where none
   * is near enough to be certain.
   */
  meantBy(key: string, journey: Journey): string | undefined {
    const written = this.#aroundOf(journey);
    if (written.has(key) || engineKeys.has(key) || usualKeys.has(key)) return undefined;
    const kept = this.#keptIn(journey).get(key);
    if (kept !== undefined) return kept.meant;
    const near = [...written].filter((other) => isMisspelling(key, other));
    return near.length === 1 ? near[0] : undefined;
  }

  /** How many journeys use each script, and run each other journey, by its id. */
  #findUsers(): ReadonlyMap<string, number> {
    const users = new Map<string, number>();
    for (const journey of this.#journeys) {
      const used = new Set(journey.scripts.map(({ id }) => id));
      for (const { inner } of this.#callsOf(journey)) used.add(inner);
      for (const id of used) users.set(id, (users.get(id) ?? 0) + 1);
    }
    return users;
  }

  #ownOf(journey: Journey): ReadonlySet<string> {
    let keys = this.#own.get(journey);
    if (keys === undefined) {
      keys = keysWrittenBy(journey);
      this.#own.set(journey, keys);
    }
    return keys;
  }

  #keptIn(journey: Journey): ReadonlyMap<string, KeptKey> {
    let keys = this.#kept.get(journey);
    if (keys === undefined) {
      keys = keptKeys(journey);
      this.#kept.set(journey, keys);
    }
    return keys;
  }

  #aroundOf(journey: Journey): ReadonlySet<string> {
    let keys = this.#around.get(journey);
    if (keys === undefined) {
      this.#families ??= families(this.#journeys, this.#callsOf);
      const family = this.#families.find((each) => each.includes(journey)) ?? [journey];
      keys = new Set(family.flatMap((each) => [...this.#ownOf(each)]));
      for (const each of family) this.#around.set(each, keys);
    }
    return keys;
  }
}

/** Keys that many nodes write: a script that reads one expects it from a journey around it. */
export const usualKeys: ReadonlySet<string> = new Set([
  "username",
  "password",
  "_id",
  "universalId",
  "emailAddress",
  "oneTimePassword",
  "oneTimePasswordTimestamp",
  "recoveryCodes",
  "aliasList",
  "socialOAuthData",
]);

/** Another case, one slip of the keyboard, or two in a long key. Short keys are often near, and those that differ in a digit are two of a kind. */
export function isMisspelling(key: string, other: string): boolean {
  if (key.length < 6 || /\d/.test(key) || /\d/.test(other)) return key.toLowerCase() === other.toLowerCase();
  const [left, right] = [key.toLowerCase(), other.toLowerCase()];
  const most = Math.min(left.length, right.length) >= 10 ? 2 : 1;
  if (Math.abs(left.length - right.length) > most) return false;
  return editDistance(left, right) <= most || hasTwoLettersExchanged(left, right);
}

/** `costum` for `custom`: one slip, however far apart the two letters stand. */
function hasTwoLettersExchanged(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  const [first, second, another] = [...left].flatMap((letter, index) => (letter === right[index] ? [] : [index]));
  if (first === undefined || second === undefined || another !== undefined) return false;
  return left[first] === right[second] && left[second] === right[first];
}

function keysWrittenBy(journey: Journey): ReadonlySet<string> {
  const scripts = new Map(journey.scripts.map((script) => [script.id, script] as const));
  const keys = new Set<string>();
  for (const node of allNodes(journey.nodes)) {
    for (const { slot } of nodeAccess(node, scripts).writes) {
      const key = keyOf(slot);
      if (key !== everyKey && !/^(?:attribute|transientAttribute):/.test(slot)) keys.add(key);
    }
  }
  return keys;
}

/** Journeys that run one another, however far apart. */
function families(
  journeys: readonly Journey[],
  callsOf: (journey: Journey) => readonly InnerCall[],
): readonly (readonly Journey[])[] {
  const byId = new Map(journeys.map((journey) => [journey.id, journey] as const));
  const near = new Map(journeys.map((journey) => [journey, new Set<Journey>()] as const));
  for (const journey of journeys) {
    for (const { inner } of callsOf(journey)) {
      const called = byId.get(inner);
      if (!called) continue;
      near.get(journey)?.add(called);
      near.get(called)?.add(journey);
    }
  }
  const seen = new Set<Journey>();
  return journeys.flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const family = [first];
    // The list grows while it is walked.
    for (const journey of family) {
      for (const other of near.get(journey) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        family.push(other);
      }
    }
    return [family];
  });
}

/** The key under which a node keeps what it takes by another name from elsewhere, such as a parameter of the request. */
export interface KeptKey {
  readonly meant: string;
  /** Where that is said. */
  readonly place: Place | undefined;
}

/** The keys under which the nodes of a journey keep such things, by the names that these have elsewhere. */
export function keptKeys(journey: Journey): ReadonlyMap<string, KeptKey> {
  const kept = new Map<string, KeptKey>();
  for (const { type, version, properties } of allNodes(journey.nodes)) {
    for (const { eachOf = "" } of (type && versionOf(type, version)?.outputs) ?? []) {
      const [name = "", part] = eachOf.split(".");
      const setting = part === "values" ? properties.get(name) : undefined;
      if (!isJsonObject(setting?.value)) continue;
      for (const [key, meant] of Object.entries(setting.value)) {
        if (typeof meant !== "string" || meant === key || meant === "" || kept.has(key)) continue;
        kept.set(key, { meant, place: setting.inner?.get(`/${key}`) ?? setting.place });
      }
    }
  }
  return kept;
}
