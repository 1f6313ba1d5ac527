import { expect, test } from "vitest";
import { checkWithScripts } from "../../support/check-scripts.js";

const journey = `journey J {
  start -> Go

  script S {
    file: "scripts/s.js"
    evaluatorVersion: "2.0"
  }

  node Go: ScriptedDecision {
    script: S
    outcomes: ["next"]

    next -> failure
  }
}
`;

test("an address from the request is told at its line in the script, with the node that runs it", () => {
  const body =
    'var to = requestParameters.get("to").get(0);\nnodeState.putShared("successUrl", to);\naction.goTo("next");';
  const [found] = checkWithScripts([journey], { "scripts/s.js": body }).filter(({ code }) => code === "open-redirect");
  expect(found?.message).toBe('Node "Go" takes "successUrl" from the request');
  const places = [found!.place, ...found!.related.map(({ place }) => place)];
  expect(places.map(({ source, range }) => `${source.path}:${source.positionAt(range.start).line}`)).toEqual([
    "scripts/s.js:2",
    "test0.journey:9",
  ]);
});
