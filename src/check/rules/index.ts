import type { Rule } from "../rule.js";
import { childWithoutOutcome } from "./child-without-outcome.js";
import { clashingJourney } from "./clashing-journey.js";
import { danglingConnection } from "./dangling-connection.js";
import { deprecatedNodeType } from "./deprecated-node-type.js";
import { deprecatedProperty } from "./deprecated-property.js";
import { differentScripts } from "./different-scripts.js";
import { disabledInnerJourney } from "./disabled-inner-journey.js";
import { disagreeingVersion } from "./disagreeing-version.js";
import { emptyPage } from "./empty-page.js";
import { impossibleInnerOutcome } from "./impossible-inner-outcome.js";
import { loopWithoutQuestion } from "./loop-without-question.js";
import { metadataDecidesPage } from "./metadata-decides-page.js";
import { missingBody } from "./missing-body.js";
import { missingReference } from "./missing-reference.js";
import { noWayOut } from "./no-way-out.js";
import { orphanBody } from "./orphan-body.js";
import { pageWithoutQuestion } from "./page-without-question.js";
import { propertyOfAnotherVersion } from "./property-of-another-version.js";
import { recursiveInnerJourney } from "./recursive-inner-journey.js";
import { refutedForbid } from "./refuted-forbid.js";
import { refutedRequire } from "./refuted-require.js";
import { sameTitle } from "./same-title.js";
import { scriptStateNeverWritten } from "./script-state-never-written.js";
import { severalDecidingChildren } from "./several-deciding-children.js";
import { sharedNode } from "./shared-node.js";
import { silentPageChild } from "./silent-page-child.js";
import { staleConnection } from "./stale-connection.js";
import { staleEntry } from "./stale-entry.js";
import { stateNeverWritten } from "./state-never-written.js";
import { stateNotOnEveryPath } from "./state-not-on-every-path.js";
import { transientStateLost } from "./transient-state-lost.js";
import { unconnectedOutcome } from "./unconnected-outcome.js";
import { undeclaredStateInput } from "./undeclared-state-input.js";
import { unknownInnerJourney } from "./unknown-inner-journey.js";
import { unlimitedRetry } from "./unlimited-retry.js";
import { unreachableNode } from "./unreachable-node.js";
import { unsetScript } from "./unset-script.js";
import { unusedInnerJourney } from "./unused-inner-journey.js";

/** All rules, in the order in which output reads best: first what breaks a journey, then what surprises. */
export const rules: readonly Rule[] = [
  // wiring
  staleEntry,
  danglingConnection,
  unconnectedOutcome,
  staleConnection,
  unreachableNode,
  noWayOut,
  loopWithoutQuestion,
  unlimitedRetry,
  missingBody,
  orphanBody,
  sharedNode,
  sameTitle,
  // proofs
  refutedRequire,
  refutedForbid,
  // pages
  emptyPage,
  severalDecidingChildren,
  childWithoutOutcome,
  metadataDecidesPage,
  silentPageChild,
  pageWithoutQuestion,
  // nodes
  unsetScript,
  missingReference,
  disagreeingVersion,
  propertyOfAnotherVersion,
  deprecatedNodeType,
  deprecatedProperty,
  // node state
  stateNeverWritten,
  transientStateLost,
  undeclaredStateInput,
  stateNotOnEveryPath,
  scriptStateNeverWritten,
  // journeys together
  clashingJourney,
  recursiveInnerJourney,
  disabledInnerJourney,
  unknownInnerJourney,
  impossibleInnerOutcome,
  unusedInnerJourney,
  differentScripts,
];
