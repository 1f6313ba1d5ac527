import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey, JourneyNode, Model } from "../model/model.js";
import type { JourneyFindings } from "./check-memory.js";
import type { JourneyFacts } from "./journey-facts.js";
import { asMeant, modelAsMeant } from "./meant-outcomes.js";
import { type CheckOptions, ModelFacts } from "./model-facts.js";
import { withOneArrow } from "./one-arrow.js";
import type { Report, Rule } from "./rule.js";
import { milderInStock } from "./stock-journeys.js";
import { goesBySettings, isTreeAlone } from "./tree-alone.js";
import { foundOfWays, withWrongArrow } from "./wrong-arrow.js";

/** How rules are run over a model. */
export interface RunOptions extends CheckOptions {
  /** The journeys that somebody asks about: of the others, only what they show together with these is told. Default: all. */
  readonly only?: readonly Journey[];
}

/**
 * Runs the rules over a model. All rules run over one journey before the next, so that the facts about a journey need
 * not be kept. Findings are returned in the order of the rules, and then in that of the model.
 */
export function check(
  written: Model,
  rules: readonly Rule[],
  { only, incomplete, ...others }: RunOptions = {},
): readonly Diagnostic[] {
  const model = modelAsMeant(written);
  const options = { ...others, ...(incomplete ? { incomplete: new Set([...incomplete].map(asMeant)) } : {}) };
  const { memory } = options;
  const facts = new ModelFacts(model, options);
  memory?.begin(model.journeys, facts);
  const found: Diagnostic[][] = rules.map(() => []);
  const rulesOfWays = rules.filter(({ code }) => foundOfWays.has(code));
  for (const journey of only?.map(asMeant) ?? model.journeys) {
    let findings = memory?.findingsOf(journey);
    if (findings === undefined) {
      findings = checkJourney(journey, { rules, rulesOfWays }, facts);
      memory?.keep(journey, findings);
    }
    for (const [rule, finding] of findings) found[rule]?.push(finding);
  }
  rules.forEach((rule, index) => {
    if (rule.scope !== "model") return;
    const report: Report<typeof rule.code> = ({ at, args, ...extras }) =>
      found[index]?.push(createDiagnostic(rule.code, at, args, extras));
    rule.check(model, report, facts);
  });
  return found.flat();
}

function checkJourney(
  journey: Journey,
  { rules, rulesOfWays }: { readonly rules: readonly Rule[]; readonly rulesOfWays: readonly Rule[] },
  facts: ModelFacts,
): JourneyFindings {
  const own = facts.factsOf(journey);
  const run = (changed: JourneyFacts, codes = foundOfWays) =>
    runRules(
      rulesOfWays.filter(({ code }) => codes.has(code)),
      changed,
    );
  const found = withOneArrow(withWrongArrow(runRules(rules, own), own, run), own, run);
  facts.forget(journey);
  return found;
}

/** What the rules for nodes and for single journeys find, in their order. */
function runRules(rules: readonly Rule[], own: JourneyFacts): JourneyFindings {
  const found: [number, Diagnostic][] = [];
  const isAlone = isTreeAlone(own.journey);
  const ofNodes: ((node: JourneyNode) => boolean)[] = [];
  let allRun = true;
  rules.forEach((rule, index) => {
    if (rule.scope === "model") return;
    const report: Report<typeof rule.code> = ({ at, args, ...extras }) => {
      found.push([index, milderInStock(createDiagnostic(rule.code, at, args, extras), own.journey)]);
    };
    const isSkipped = (own.isIncomplete && !rule.evenIfIncomplete) || (isAlone && goesBySettings(rule.code));
    if (isSkipped) {
      if (rule.scope === "node") allRun = false;
      return;
    }
    if (rule.scope === "node") {
      ofNodes.push((node) => {
        const all = rule.search(node);
        for (const found of all) {
          const finding = typeof found === "function" ? found(own) : found;
          if (finding !== undefined) report(finding);
        }
        return all.length > 0;
      });
    }
    (rule.scope === "node" ? rule.besides : rule.check)?.(own, report);
  });
  if (ofNodes.length === 0) return found;
  const { nodes, kept } = own;
  const before = kept?.searched;
  // After an edit, most nodes are the same objects, and stand where they stood.
  const quiet = nodes.map((node, at) => {
    if (before?.quiet[at] === true && before.nodes[at] === node) return true;
    let isQuiet = allRun;
    for (const finds of ofNodes) if (finds(node)) isQuiet = false;
    return isQuiet;
  });
  if (kept !== undefined) kept.searched = { nodes, quiet };
  return found.sort(([left], [right]) => left - right);
}
