import type { Consequence, StepLabel } from "../difference.js";
import { nodeText } from "./describe-change.js";
import { type Described, described, name, now, old, plain } from "./described.js";

/** Describes one consequence in words. */
export function describeConsequence(consequence: Consequence): Described {
  switch (consequence.kind) {
    case "unreachable":
      return described("!", [name(nodeText(consequence.node)), plain(" can no longer be reached")]);
    case "new-path":
      return described("!", [plain("new path to success: "), now(pathText(consequence.path))]);
    case "bypassed":
      return described("!", [
        plain("success no longer needs "),
        name(nodeText(consequence.node)),
        plain(": "),
        now(pathText(consequence.path)),
      ]);
    case "finding-appeared":
      return described("+", [
        plain(`${consequence.severity} `),
        now(consequence.code),
        plain(`: ${consequence.message}`),
      ]);
    case "finding-gone":
      return described("-", [
        plain(`${consequence.severity} `),
        old(consequence.code),
        plain(`: ${consequence.message}`),
      ]);
    default:
      return consequence satisfies never;
  }
}

/** Number of steps above which the middle of a path is left out. */
const mostSteps = 14;

function pathText(path: readonly StepLabel[]): string {
  const steps = path.map(({ node, outcome }) => (outcome === "" ? node : `${node}.${outcome}`));
  const ends =
    steps.length <= mostSteps ? steps : [...steps.slice(0, mostSteps / 2), "…", ...steps.slice(-mostSteps / 2)];
  return ends.join(" → ");
}
