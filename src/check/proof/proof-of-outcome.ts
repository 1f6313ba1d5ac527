import { isCatalogueType, versionOf } from "../../catalogue/catalogue.js";
import type { NodeRole, NodeType } from "../../catalogue/node-type.js";
import type { JourneyNode } from "../../model/model.js";
import { outcomeWithId } from "../../model/outcome-index.js";
import { isPageOfUnknownNodes } from "../../model/pages.js";
import { callbacksOf } from "../node-behaviour.js";

/** `unknown`: a script, an inner journey or a node that is not well known may have asked for a proof. */
export type Proof = "proven" | "unproven" | "unknown";

/** Whether taking an outcome proves that the user owns the account. */
export function proofOfOutcome(node: JourneyNode, outcomeId: string, counts = countsAlways): Proof {
  const outcome = outcomeWithId(node.outcomes, outcomeId);
  const taken = outcome?.outcome ?? outcomeId;
  if (node.children.length === 0) return proofOf(node, taken, counts);
  const decider = outcome?.child ?? node.children.at(-1)?.name;
  let all: Proof = "unproven";
  for (const child of node.children) {
    const proof = proofOf(child, child.name === decider ? taken : child.outcomes[0]?.id, counts);
    if (proof === "proven") return proof;
    if (proof === "unknown") all = proof;
  }
  return all;
}

/** Decides which kinds of proof count. */
export type CountsAsProof = (type: NodeType) => boolean;

const countsAlways: CountsAsProof = () => true;

/**
 * Counts only proofs by which the platform knows the user, such as a session or a password, and not something sent to a
 * mailbox.
 */
export const countsAsSignedOn: CountsAsProof = ({ roles }) => !roles?.some((role) => possession.has(role));

const possession: ReadonlySet<NodeRole> = new Set(["proves-possession", "checks-code"]);

const unchanged: ReadonlySet<string> = new Set(["CANCELLED", "EXPIRED"]);

/** Outcomes of users whose password was right and is to be changed: they do not, or cannot, and have shown it all the same. */
const afterCheck: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["IdentityStoreDecisionNode", unchanged],
  ["LdapDecisionNode", unchanged],
]);

function proofOf(node: JourneyNode, outcome: string | undefined, counts: CountsAsProof): Proof {
  const { type } = node;
  if (type === undefined || !isWellKnown(node, type)) return "unknown";
  if (outcome !== undefined && type.provenOn?.includes(outcome) && counts(type)) return "proven";
  if (outcome !== undefined && afterCheck.get(node.typeId)?.has(outcome) === true) return "unknown";
  return "unproven";
}

/**
 * Whether the behaviour of a node is known: it is no script, no inner journey, no node of the marketplace or of the
 * tenant, and no page whose nodes are not known.
 */
export function isWellKnown(node: JourneyNode, type: NodeType | undefined = node.type): boolean {
  if (isPageOfUnknownNodes(node)) return false;
  if (type === undefined || type.where.marketplace || type.where.custom !== undefined || !isCatalogueType(type))
    return false;
  const callbacks = callbacksOf(node);
  if (callbacks === undefined || versionOf(type, node.version)?.outcomes.kind === "unknown") return false;
  return node.children.length > 0 || callbacks.every((callback) => callback.type !== "*");
}
