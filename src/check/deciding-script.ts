import type { JourneyNode, Script } from "../model/model.js";
import { isJavaScript } from "../model/script-place.js";
import { analyseScript } from "../rhino/analysis/analyse-script.js";
import type { ScriptOutcomes } from "../rhino/analysis/script-outcomes.js";
import type { Undecided } from "../rhino/analysis/undecided-script.js";
import { scriptOf } from "./state/node-access.js";

/** The script that decides by which outcome a node is left, with what it chooses. */
export interface DecidingScript {
  readonly script: Script;
  /** The outcomes that the node lists. */
  readonly listed: readonly string[];
  readonly outcomes: ScriptOutcomes;
  readonly undecided: Undecided;
  /** The offset in the script's body, for a place of `outcomes`. */
  readonly originalOffset: (offset: number) => number;
}

/** All outcomes by which the script of a node leaves it; `undefined` where they are not certain. */
export function allChosen(node: JourneyNode, scripts: ReadonlyMap<string, Script>): ReadonlySet<string> | undefined {
  const outcomes = decidingScript(node, scripts)?.outcomes;
  if (!outcomes || outcomes.hasHidden || outcomes.chosen.length === 0) return undefined;
  const found = new Set<string>();
  for (const { values } of outcomes.chosen) {
    if (values === undefined) return undefined;
    for (const value of values) found.add(value);
  }
  return found;
}

/** The outcomes by which the script of a node may leave it, as far as the script writes them out. */
export function mayChoose(node: JourneyNode, scripts: ReadonlyMap<string, Script>): ReadonlySet<string> {
  const outcomes = decidingScript(node, scripts)?.outcomes;
  return outcomes === undefined ? new Set() : writtenOutcomes(outcomes);
}

/** The outcomes that a script writes out. */
export function writtenOutcomes({ chosen }: DecidingScript["outcomes"]): ReadonlySet<string> {
  return new Set(chosen.flatMap(({ possible }) => possible.map(({ text }) => text)));
}

/** Finds the script of a Scripted Decision node; `undefined` for other nodes, and where the script or the list cannot be read. */
export function decidingScript(node: JourneyNode, scripts: ReadonlyMap<string, Script>): DecidingScript | undefined {
  if (node.typeId !== "ScriptedDecisionNode") return undefined;
  const script = scriptOf(node, scripts);
  if (!script || script.body === "" || !isJavaScript(script)) return undefined;
  const listed = node.properties.get("outcomes")?.value;
  if (!Array.isArray(listed) || !listed.every((outcome) => typeof outcome === "string")) return undefined;
  const analysed = analyseScript(script.body);
  if (analysed.kind !== "analysed") return undefined;
  const { outcomes, undecided, originalOffset } = analysed;
  return { script, listed, outcomes, undecided, originalOffset };
}
