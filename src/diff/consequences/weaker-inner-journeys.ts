import { innerJourneyOf } from "../../model/inner-journeys.js";
import type { JourneyNode } from "../../model/model.js";
import { innerJourneyTypeId } from "../../model/pages.js";
import type { Consequence } from "../difference.js";
import { labelOf } from "../journey-pair.js";
import { type CheckedTopics, isFewer } from "./checked-topics.js";
import type { ComparedModels } from "./compared-models.js";
import { reachedNodes, stepLabels, type Versions } from "./versions.js";

/** Finds nodes that run another inner journey than before, which checks less before it succeeds, or of which that is not known. */
export function weakerInnerJourneys({ after }: Versions, models: ComparedModels): readonly Consequence[] {
  return reachedNodes(after).flatMap((node) => {
    const old = after.partnerOf(node);
    if (node.typeId !== innerJourneyTypeId || old?.typeId !== innerJourneyTypeId) return [];
    const [ran, runs] = [innerJourneyOf(old) ?? "", innerJourneyOf(node) ?? ""];
    return ran === runs ? [] : exchanged(node, ran, runs, models);
  });
}

function exchanged(node: JourneyNode, ran: string, runs: string, models: ComparedModels): readonly Consequence[] {
  const pairs = models.before.checks.flatMap((before, index) => {
    const after = models.after.checks[index];
    return after === undefined || before.neverSucceeds(ran) || after.neverSucceeds(runs) ? [] : [{ before, after }];
  });
  const certain = pairs.filter(({ before, after }) => isFewer(after.of(runs).most, before.of(ran).least));
  const single = certain.filter(({ after }) => after.topics.length === 1);
  const told = (single.length > 0 ? single : certain).flatMap(({ before, after }) =>
    weaker(node, { ran, runs, before, after }),
  );
  const isUnknown = pairs.some(({ before, after }) => isFewer(after.of(runs).least, before.of(ran).most));
  if (told.length > 0 || !isUnknown) return told;
  const missing = [
    ...(models.before.journeys.has(ran) ? [] : [ran]),
    ...(models.after.journeys.has(runs) ? [] : [runs]),
  ];
  return [{ kind: "inner-unknown", node: labelOf(node), ran, runs, missing, security: "unknown inner journey" }];
}

interface Exchange {
  readonly ran: string;
  readonly runs: string;
  readonly before: CheckedTopics;
  readonly after: CheckedTopics;
}

function weaker(node: JourneyNode, { ran, runs, before, after }: Exchange): readonly Consequence[] {
  const [old, now, [security]] = [before.wayWith(ran), after.wayWithout(runs), after.topics];
  if (old === undefined || now === undefined || security === undefined) return [];
  return [
    {
      kind: "inner-weaker",
      node: labelOf(node),
      ran,
      runs,
      checks: after.topics,
      ways: after.of(runs).most === "none" ? "none" : "some",
      before: stepLabels(old.path, { graph: old.graph, own: new Set() }),
      path: stepLabels(now.path, { graph: now.graph, own: new Set() }),
      security,
    },
  ];
}
