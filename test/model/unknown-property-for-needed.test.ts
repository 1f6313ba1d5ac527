import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

const found = (type: string, settings: string, outcomes: string) =>
  checkTexts(`journey J {
  start -> A
  node A: ${type} { ${settings} ${outcomes} }
}
`)
    .filter(({ severity }) => severity !== "info")
    .map(({ code, severity, help }) => [code, severity, help]);

test.each([
  ["TimeSinceDecision", "timeInterval: 60", "true -> success false -> failure", "elapsedTime"],
  ["Meter", "threshold: [1]", "-> success", "metricKey"],
  ["InnerTreeEvaluator", "wait: true", "true -> success false -> failure", "tree"],
])(
  "a property that %s does not have, where it lacks one that it needs: one finding that names both",
  (type, settings, outcomes, needed) => {
    const [only, ...others] = found(type, settings, outcomes);
    expect(others).toEqual([]);
    expect(only?.slice(0, 2)).toEqual(["unknown-property", "error"]);
    expect(only?.[2]).toContain(`The node needs \`${needed}\`.`);
  },
);
