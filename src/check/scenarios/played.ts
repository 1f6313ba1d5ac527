import type { Journey, JourneyNode, Scenario, Script } from "../../model/model.js";
import { isPage } from "../../model/pages.js";
import { reachableJourneys } from "../../model/reachable-journeys.js";
import { isJavaScript, isLibrary, runsInBrowser } from "../../model/script-place.js";
import { allNodes } from "../../model/used-resources.js";
import type { ScriptAnalysis } from "../../rhino/analysis/analyse-script.js";
import { analysisOf } from "../analysed-scripts.js";
import { markedProperties } from "../marked-properties.js";
import type { ModelFacts } from "../model-facts.js";
import { isKnownInPart } from "../state/node-access.js";

/** A node that may run in a scenario; of a page, its inner nodes do. */
export interface PlayedNode {
  readonly journey: Journey;
  readonly node: JourneyNode;
  /** The scripts of its journey, by id. */
  readonly scripts: ReadonlyMap<string, Script>;
}

/** What may run in a scenario: a journey with its inner journeys, or a script alone. */
export interface Played {
  /** Of whom it is said that nothing in it does something: `the journey`. */
  readonly name: string;
  readonly nodes: readonly PlayedNode[];
  readonly scripts: readonly ScriptAnalysis[];
  /** The texts of these scripts. */
  readonly bodies: readonly string[];
  /** Whether all journeys and scripts that may run are here and can be read; of the types of nodes, nothing is said. */
  readonly isHere: boolean;
  /** Whether all that may run is known. */
  readonly isWhole: boolean;
}

/** What runs in a scenario; `undefined` where nothing of it is at hand. */
export function playedIn({ journey: id, script: tested }: Scenario, facts: ModelFacts): Played | undefined {
  if (tested !== undefined) {
    const { script, libraries } = tested;
    const used = withLibraries(script, libraries);
    return { name: "the script", nodes: [], ...analysed(used.scripts, used.isWhole) };
  }
  const journey = id === undefined ? undefined : facts.journeyById(id);
  if (journey === undefined) return undefined;
  const { journeys, isComplete } = reachableJourneys(journey, (inner) => facts.journeyById(inner));
  const nodes = journeys.flatMap((each) => {
    const scripts = new Map(each.scripts.map((script) => [script.id, script] as const));
    const running = allNodes(each.nodes).filter((node) => !isPage(node));
    return running.map((node): PlayedNode => ({ journey: each, node, scripts }));
  });
  const isHere = isComplete && !journeys.some((each) => facts.isIncomplete(each));
  const scripts = journeys.flatMap((each) => each.scripts).filter((script) => !runsInBrowser(script));
  const played = analysed(scripts, isHere);
  return { name: "the journey", nodes, ...played, isWhole: played.isWhole && nodes.every(isKnown) };
}

function analysed(
  scripts: readonly Script[],
  areAll: boolean,
): Pick<Played, "scripts" | "bodies" | "isHere" | "isWhole"> {
  const read = scripts.map((script) =>
    // Of a file that cannot be read, there is no text.
    script.body !== "" && isJavaScript(script) ? analysisOf(script) : undefined,
  );
  const known = read.flatMap((each) => (each?.kind === "analysed" ? [each] : []));
  const isHere = areAll && known.length === read.length;
  return { scripts: known, bodies: scripts.map(({ body }) => body), isHere, isWhole: isHere };
}

/** A script with the libraries that it requires, directly or not. */
function withLibraries(script: Script, libraries: readonly Script[]) {
  const byTitle = new Map(libraries.filter(isLibrary).map((library) => [library.title, library] as const));
  const scripts = new Set([script]);
  let isWhole = true;
  // The list grows while it is walked.
  for (const each of scripts) {
    const analysis = analysisOf(each);
    if (analysis.kind !== "analysed") continue;
    if (analysis.libraries.hasComputed) isWhole = false;
    for (const { name } of analysis.libraries.named) {
      const library = byTitle.get(name);
      if (library) scripts.add(library);
      else isWhole = false;
    }
  }
  return { scripts: [...scripts], isWhole };
}

/** Whether the type of a node, and the scripts that it runs, are known. */
function isKnown({ node, scripts }: PlayedNode): boolean {
  if (node.type === undefined || isKnownInPart(node.type)) return false;
  return markedProperties(node).references.every(({ name, reference }) => {
    const id = reference?.kind === "script" ? node.properties.get(name)?.value : undefined;
    return typeof id !== "string" || id === "" || id === "[Empty]" || scripts.has(id);
  });
}
