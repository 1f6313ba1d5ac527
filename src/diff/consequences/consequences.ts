import type { Model } from "../../model/model.js";
import type { Consequence } from "../difference.js";
import type { JourneyPair } from "../journey-pair.js";
import { changedEnds } from "./ends.js";
import { weakerLimits } from "./limits.js";
import { changedLoops } from "./loops.js";
import { newPaths } from "./new-paths.js";
import { changedQuestions } from "./questions.js";
import { SecurityTopics } from "./security-topics.js";
import { bypassedNodes } from "./steps-before-success.js";
import { unlimitedLoops } from "./unlimited-loops.js";
import { unreachableNodes } from "./unreachable.js";
import { versionsOf } from "./versions.js";

/**
 * Finds what a journey's changes lead to, from the graphs of both versions: ends that can no longer be reached, steps
 * that success no longer needs, attempts that nothing limits any more, new ways to success, loops, nodes that cannot be
 * reached, and what users are asked. What concerns security comes first.
 */
export function consequencesOf(pair: JourneyPair, models: { readonly before: Model; readonly after: Model }) {
  const versions = versionsOf(pair);
  const topics = new SecurityTopics(models.before);
  const newTopics = new SecurityTopics(models.after);
  const inner = new Map(models.after.journeys.map((journey) => [journey.id, journey]));
  const bypassed = bypassedNodes(versions, { before: topics, after: newTopics }, inner);
  const all: readonly Consequence[] = [
    ...changedEnds(versions),
    ...bypassed.consequences,
    ...unlimitedLoops(versions),
    ...weakerLimits(versions),
    ...newPaths(versions, topics, bypassed),
    ...changedLoops(versions),
    ...unreachableNodes(versions),
    ...changedQuestions(versions),
  ];
  return [...all.filter(isAboutSecurity), ...all.filter((each) => !isAboutSecurity(each))];
}

/** Whether a consequence weakens a second factor, a password, an account or a limit of attempts. */
export function isAboutSecurity(consequence: Consequence): boolean {
  return "security" in consequence && consequence.security !== undefined;
}
