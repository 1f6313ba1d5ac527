import type { Journey } from "../../model/model.js";
import { plainText } from "./plain-text.js";

/** Describes a picture in one sentence, for users of screen readers. */
export function describeJourney(journey: Journey): string {
  const connections = journey.nodes.reduce((sum, node) => sum + node.connections.length, 0);
  const inner = journey.nodes.reduce((sum, node) => sum + node.children.length, 0);
  const counted = [
    count(journey.nodes.length, "node"),
    ...(inner > 0 ? [`${count(inner, "inner node")} on pages`] : []),
    count(connections, "connection"),
  ];
  const entry = journey.entry?.target;
  const first = entry?.kind === "node" ? journey.nodes.find(({ name }) => name === entry.name) : undefined;
  const begins = first === undefined ? "" : ` It starts at ${plainText(first.displayName || first.name)}.`;
  return `Authentication journey with ${counted.join(", ")}.${begins}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
