import type { Consequence } from "../difference.js";
import type { JourneyPair } from "../journey-pair.js";
import { lostChecks } from "./changed-checks.js";
import type { ComparedModels } from "./compared-models.js";
import { changedEnds } from "./ends.js";
import { goneLocks } from "./locks.js";
import { changedLoops } from "./loops.js";
import { neededSteps } from "./needed-steps.js";
import { newPaths } from "./new-paths.js";
import { changedQuestions } from "./questions.js";
import { bypassedNodes } from "./steps-before-success.js";
import { repeatedChecks, unlimitedLoops } from "./unlimited-loops.js";
import { unreachableNodes } from "./unreachable.js";
import { versionsOf } from "./versions.js";
import { weakerInnerJourneys } from "./weaker-inner-journeys.js";
import { weakerSettings } from "./weaker-settings.js";

/**
 * Finds what a journey's changes lead to, from the graphs of both versions and of the inner journeys that they run: ends that can no
 * longer be reached, steps and checks that success no longer needs, attempts that nothing limits any more, settings that protect
 * less, new ways to success, loops, nodes that cannot be reached, and what users are asked. What concerns security comes first.
 */
export function consequencesOf(pair: JourneyPair, models: ComparedModels): readonly Consequence[] {
  const versions = versionsOf(pair);
  const bypassed = bypassedNodes(versions, models);
  const needed = neededSteps(bypassed.fresh, versions, models);
  const edges = new Set([...bypassed.told, ...needed.path]);
  const steps = [...bypassed.consequences, ...weakerInnerJourneys(versions, models)];
  const unlimited = unlimitedLoops(versions);
  const repeated = repeatedChecks(versions, unlimited);
  const loops = changedLoops(versions, new Set(repeated.path));
  for (const edge of [...repeated.path, ...loops.path]) edges.add(edge);
  const paths = newPaths(versions, models.before.topics, { nodes: bypassed.settled, edges });
  const all: readonly Consequence[] = [
    ...changedEnds(versions),
    ...steps,
    ...lostChecks(versions, models, [...steps, ...paths]),
    ...unlimited,
    ...repeated.consequences,
    ...goneLocks(versions),
    ...weakerSettings(versions, pair),
    ...needed.consequences,
    ...paths,
    ...loops.consequences,
    ...unreachableNodes(versions),
    ...changedQuestions(versions, models),
  ];
  return [...all.filter(isAboutSecurity), ...all.filter((each) => !isAboutSecurity(each))];
}

/** Whether a consequence weakens what protects an account, or may, as an inner journey is not given. */
export function isAboutSecurity(consequence: Consequence): boolean {
  return "security" in consequence && consequence.security !== undefined;
}
