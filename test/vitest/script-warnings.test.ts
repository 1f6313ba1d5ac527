import { expect, test, vi } from "vitest";
import { describeScenarios } from "../../src/vitest/index.js";

const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);

describeScenarios(
  {
    "Rate.journey": `script Rate { file: "rate.js" evaluatorVersion: "1.0" }

scenario "a usual country" of script Rate {
  given state { country: "CH" }
  expect outcome "high"
}

scenario "comes to the same place" of script Rate {
  given state { country: "DE" }
  expect outcome "high"
}
`,
  },
  { readText: () => ({ text: 'outcome = sharedState.get("country") === "CH" ? "low" : "high";' }) },
);

test("what the sandbox warns of is told once for each place", () => {
  const texts = warn.mock.calls.map(([text]) => String(text));
  expect(texts).toEqual([expect.stringContaining("are not strictly equal (`===`), as in Rhino")]);
  expect(texts[0]).toContain("rate.js:1:1");
});
