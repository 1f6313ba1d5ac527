import { isCatalogueType, lookUpType, versionOf } from "../../catalogue/catalogue.js";
import type { NodeType, NodeVersion, StateAccess } from "../../catalogue/node-type.js";
import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { JourneyNode, Script } from "../../model/model.js";
import { isPage, isPageOfUnknownNodes } from "../../model/pages.js";
import { isJsonObject } from "../../text/json.js";
import { markedProperties } from "../marked-properties.js";
import { NodeValues } from "./node-values.js";
import { type ScriptAccess, scriptAccess } from "./script-access.js";
import { attributesKey, everyKey, type Slot, slot, slotOfKey } from "./slot.js";

/** The reads and writes of one node (not a page) with its settings. */
export interface NodeAccess {
  readonly reads: readonly StateRead[];
  readonly writes: readonly StateWrite[];
  readonly writesAnything: boolean;
  /**
   * Keys that the node declares as inputs, for which the platform keeps transient state. The container's key stands for
   * all attributes. `*` stands for all keys and is used where the inputs are unknown.
   */
  readonly names: ReadonlySet<string>;
}

export interface StateRead {
  readonly key: string;
  /** Whether the key is an attribute of the managed object under construction, or a key beside it. */
  readonly space: "state" | "attribute";
  /** Whether the node cannot work without it. */
  readonly required: boolean;
  /** The key of node state that will do where the attribute is missing. */
  readonly orKey: string | undefined;
  /** Whether any attribute of the managed object under construction will do where the key is missing. */
  readonly orAttributes: boolean;
  /** The setting that names the key. */
  readonly setting?: string | undefined;
  /** For reads in a script: its position, and whether the node's inputs let the script see the key. */
  readonly script?: {
    readonly body: Script;
    readonly at: number;
    readonly isDeclared: boolean;
    readonly isNamed: boolean;
    /** Whether the script tests if the key is there. */
    readonly isTested: boolean;
    /** Whether the script may write the key too, and so may have done when it runs again after a callback or in a loop. */
    readonly writesItself: boolean;
  };
}

export interface StateWrite {
  readonly slot: Slot;
  /** The outcomes on which the slot is written; `undefined` means all. */
  readonly onOutcomes: readonly string[] | undefined;
  /** What is always written, where it is known. */
  readonly value?: StateAccess["value"];
}

/** The value of a property where no script is chosen. */
const noScript = "[Empty]";
const profileContext = "SOCIAL_IDP_PROFILE_TRANSFORMATION";

const ofVersion = new WeakMap<NodeVersion, NodeAccess | "by node" | "by script">();
const ofNode = new WeakMap<JourneyNode, NodeAccess>();

/**
 * Finds the reads and writes of a node. An unknown node may write anything and is taken to read nothing. Most types
 * behave the same in all their nodes, and are analysed once; of the others each node is, if it runs no script.
 */
export function nodeAccess(node: JourneyNode, scripts: ReadonlyMap<string, Script>): NodeAccess {
  const version = node.type && versionOf(node.type, node.version);
  if (version === undefined) return accessOf(node, scripts, version);
  const known = ofVersion.get(version) ?? hangsOn(node, version) ?? accessOf(node, scripts, version);
  ofVersion.set(version, known);
  if (known === "by script") return accessOf(node, scripts, version);
  if (known !== "by node") return known;
  const access = ofNode.get(node) ?? accessOf(node, scripts, version);
  ofNode.set(node, access);
  return access;
}

/** What a node's reads and writes depend on: its script, or its settings and its id alone; `undefined` where all nodes have the same. */
function hangsOn(node: JourneyNode, { inputs = [], outputs = [] }: NodeVersion): "by node" | "by script" | undefined {
  if (isPage(node)) return "by node";
  if (markedProperties(node).references.some(({ reference }) => reference?.kind === "script")) return "by script";
  const varies = [...inputs, ...outputs].some(
    ({ key, when, delegate }) => key === undefined || key.includes("{") || when !== undefined || delegate !== undefined,
  );
  return varies ? "by node" : undefined;
}

function accessOf(
  node: JourneyNode,
  scripts: ReadonlyMap<string, Script>,
  version: NodeVersion | undefined,
): NodeAccess {
  const values = new NodeValues(node);
  if (version?.outputs === undefined || isPageOfUnknownNodes(node)) {
    const { reads, names } = inputsOf(node, values, version?.inputs);
    return { reads, names, writes: [], writesAnything: true };
  }
  const script = scriptOf(node, scripts);
  const outputs = new OutputReader(node, values, script && scriptAccess(script.body, scripts));
  for (const access of version.outputs) outputs.add(access);
  const isScript = version.outputs.some(({ eachOf }) => eachOf === "outputs");
  if (!isScript) outputs.addScripts(besideScripts(node, values, scripts), scripts);
  const { reads, names } = inputsOf(node, values, version.inputs, script && { script, scripts });
  const writesAnything = outputs.writesAnything || isKnownInPart(node.type);
  return { reads, names, writes: outputs.writes, writesAnything };
}

/**
 * Facts about marketplace nodes and plug-ins come from a quick reading of their sources, so these nodes may write more.
 */
export function isKnownInPart(type: NodeType | undefined): boolean {
  return type !== undefined && (type.where.marketplace || type.where.custom !== undefined) && isCatalogueType(type);
}

/** Whether the catalogue does not know, or not with certainty, what a node writes. */
export function isStranger({ type, version }: JourneyNode): boolean {
  return isKnownInPart(type) || (type && versionOf(type, version))?.outputs === undefined;
}

/** The script that a node runs, if the model contains it. */
export function scriptOf(node: JourneyNode, scripts: ReadonlyMap<string, Script>): Script | undefined {
  if (scripts.size === 0) return undefined;
  for (const { name, reference } of markedProperties(node).references) {
    if (reference?.kind !== "script") continue;
    const id = node.properties.get(name)?.value;
    if (typeof id === "string") return scripts.get(id);
  }
  return undefined;
}

/**
 * The scripts that a node runs beside its own work, by id: they see the node state as well. Those of the node's social
 * providers, which transform a profile first, are among them. A script without a context runs in the browser.
 */
function besideScripts(node: JourneyNode, values: NodeValues, scripts: ReadonlyMap<string, Script>): readonly string[] {
  const ids = new Set<string>();
  for (const { name, reference } of markedProperties(node).references) {
    const contexts: readonly string[] = reference?.contexts ?? [];
    const id = values.get(name);
    if (reference?.kind !== "script" || contexts.length === 0 || typeof id !== "string" || id === "" || id === noScript)
      continue;
    if (reference.when !== undefined && values.decide(reference.when) === "no") continue;
    ids.add(id);
    if (!contexts.includes(profileContext)) continue;
    for (const script of scripts.values()) {
      if (script.properties.get("context")?.value === profileContext) ids.add(script.id);
    }
  }
  return [...ids];
}

class OutputReader {
  readonly writes: StateWrite[] = [];
  writesAnything = false;
  readonly #node: JourneyNode;
  readonly #values: NodeValues;
  readonly #script: ScriptAccess | undefined;

  constructor(node: JourneyNode, values: NodeValues, script: ScriptAccess | undefined) {
    this.#node = node;
    this.#values = values;
    this.#script = script;
  }

  add(access: StateAccess): void {
    if (access.when && this.#values.decide(access.when) === "no") return;
    if (access.delegate !== undefined) {
      this.#delegate(access.delegate);
      return;
    }
    const keys = keysOf(access, this.#node, this.#values);
    if (keys === undefined) this.writesAnything = true;
    for (const key of keys ?? []) {
      if (key === everyKey && access.store !== "objectAttributes") this.#free();
      else for (const to of slotsOf(access, key)) this.writes.push(written(to, access));
    }
  }

  /** Handles scripts that a node runs beside its own work. One that is not here may write anything. */
  addScripts(ids: readonly string[], scripts: ReadonlyMap<string, Script>): void {
    for (const id of ids) {
      const script = scripts.get(id);
      const access = script && scriptAccess(script.body, scripts);
      if (access === undefined || access.writesAnything) this.writesAnything = true;
      for (const to of access?.writes ?? []) this.writes.push({ slot: to, onOutcomes: undefined });
    }
  }

  /**
   * Handles a node that runs another type with settings from a script: only what does not depend on settings is known.
   */
  #delegate(property: string): void {
    const name = this.#values.get(property);
    const type: NodeType | undefined = typeof name === "string" ? lookUpType(name) : undefined;
    const outputs = type && versionOf(type, type.defaultVersion)?.outputs;
    if (outputs === undefined || outputs.some((output) => output.key === undefined || output.key === everyKey)) {
      this.writesAnything = true;
      return;
    }
    for (const output of outputs) {
      for (const to of slotsOf(output, output.key ?? "")) this.writes.push({ slot: to, onOutcomes: output.onOutcomes });
    }
  }

  /** Handles `*` as output: the writes of the node's script, or anything. */
  #free(): void {
    if (this.#script === undefined || this.#script.writesAnything) this.writesAnything = true;
    for (const to of this.#script?.writes ?? []) this.writes.push({ slot: to, onOutcomes: undefined });
  }
}

function written(slot: Slot, { onOutcomes, value }: StateAccess): StateWrite {
  return value === undefined ? { slot, onOutcomes } : { slot, onOutcomes, value };
}

function slotsOf(access: StateAccess, key: string): readonly Slot[] {
  switch (access.store) {
    case "objectAttributes":
      return attributeNames(key).map((name) => slot(access.transient ? "transientAttribute" : "attribute", name));
    case "transient":
    case "secureOrTransient":
      return [slotOfKey(key, true)];
    case "shared":
    case "any":
      return [slotOfKey(key, false)];
    default:
      return access.store satisfies never;
  }
}

/** A key such as `preferences/updates` sets a member of `preferences`. */
function attributeNames(key: string): readonly string[] {
  const slash = key.indexOf("/");
  return slash === -1 ? [key] : [key, key.slice(0, slash)];
}

/** The name and the password of a user stand beside the attributes, too. */
function keyInstead({ fallback }: StateAccess): string | undefined {
  return fallback === "userName" ? "username" : fallback === "password" ? fallback : undefined;
}

function inputsOf(
  node: JourneyNode,
  values: NodeValues,
  inputs: readonly StateAccess[] | undefined,
  run?: { readonly script: Script; readonly scripts: ReadonlyMap<string, Script> },
): Pick<NodeAccess, "reads" | "names"> {
  const reads: StateRead[] = [];
  const names = new Set<string>(inputs === undefined ? [everyKey] : []);
  for (const access of inputs ?? []) {
    const verdict = access.when ? values.decide(access.when) : "yes";
    for (const key of keysOf(access, node, values) ?? []) {
      if (key === everyKey) {
        if (access.store === "objectAttributes") names.add(attributesKey);
        else if (access.delegate !== undefined) names.add(everyKey);
        continue;
      }
      names.add(key);
      if (verdict !== "yes" || key === attributesKey) continue;
      const space = access.store === "objectAttributes" ? "attribute" : "state";
      const isChoice = access.eachOf !== undefined || access.source === "code-scan" || access.source === "inferred";
      reads.push({
        key,
        space,
        // Which inputs a node cannot work without takes a closer reading than which it declares.
        required: access.required === true && !isChoice && !isKnownInPart(node.type),
        orKey: keyInstead(access),
        orAttributes: access.fallback === attributesKey,
        setting: access.property ?? access.eachOf,
      });
    }
  }
  if (run) reads.push(...scriptReads(node, run, names));
  return { reads, names };
}

/** The name of the setting that lists what the script of a node sees of the state. */
export function inputsSetting({ type, version }: JourneyNode): string | undefined {
  const inputs = (type && versionOf(type, version)?.inputs) ?? [];
  return inputs.find(({ eachOf, source }) => eachOf !== undefined && source === "declared")?.eachOf;
}

/** The literal keys that a script reads. Without inputs, or with `*`, it sees all keys. */
function scriptReads(
  node: JourneyNode,
  { script, scripts }: { readonly script: Script; readonly scripts: ReadonlyMap<string, Script> },
  names: ReadonlySet<string>,
): readonly StateRead[] {
  const inputs = node.properties.get(inputsSetting(node) ?? "")?.value;
  const seesAll = !Array.isArray(inputs) || inputs.length === 0 || inputs.some((key) => key === everyKey);
  const { reads, writes, writesAnything } = scriptAccess(script.body, scripts);
  const written = new Set<string>(writes);
  const writesItself = (key: string) =>
    writesAnything || written.has(slotOfKey(key, false)) || written.has(slotOfKey(key, true));
  return reads.map(({ key, at, isTested }) => ({
    key,
    space: "state",
    required: false,
    orKey: undefined,
    orAttributes: false,
    script: {
      body: script,
      at,
      isDeclared: seesAll || names.has(key),
      isNamed: names.has(key),
      isTested,
      writesItself: writesItself(key),
    },
  }));
}

/** The keys of a catalogue entry for a node's settings; `undefined` where they cannot be known. */
function keysOf(access: StateAccess, node: JourneyNode, values: NodeValues): readonly string[] | undefined {
  if (access.key !== undefined)
    return [access.key.includes("{") ? access.key.replace("{nodeId}", node.id) : access.key];
  if (access.property !== undefined) {
    const value = values.get(access.property);
    if (value === undefined || value === null || value === "") return [];
    return typeof value === "string" && !isPlaceholder(value) ? [value] : undefined;
  }
  const [property = "", part] = (access.eachOf ?? "").split(".");
  const value = values.get(property);
  if (value === undefined || value === null) return [];
  if (isPlaceholder(value)) return undefined;
  const keys = Array.isArray(value)
    ? value
    : isJsonObject(value)
      ? part
        ? Object.values(value)
        : Object.keys(value)
      : [];
  return keys.every((key) => typeof key === "string") ? (keys as readonly string[]) : undefined;
}
