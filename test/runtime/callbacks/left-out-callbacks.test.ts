import { expect, test } from "vitest";
import { answeredPlaces } from "../../../src/runtime/callbacks/left-out-callbacks.js";
import { nameCallback } from "../../../src/runtime/callbacks/name-callback.js";
import { scriptTextOutputCallback } from "../../../src/runtime/callbacks/script-text-output-callback.js";
import { textOutputCallback } from "../../../src/runtime/callbacks/text-output-callback.js";
import { toWire } from "../../../src/runtime/callbacks/wire.js";

const make = {
  t: () => textOutputCallback({ message: "Read", messageType: "0" }),
  s: () => scriptTextOutputCallback({ message: "alert()" }),
  4: () => textOutputCallback({ message: "alert()", messageType: "4" }),
  n: () => nameCallback({ prompt: "Name" }),
};
const callbacks = (letters: string) => [...letters].map((letter) => make[letter as keyof typeof make]());

/** Asked, answered, and the places that are answered; `-` stands for all, as nothing else fits. */
test.each([
  ["tsn", "tn", [0, 2]],
  ["stn", "tn", [1, 2]],
  ["tsn", "tsn", [0, 1, 2]],
  ["t4n", "tn", [0, 2]],
  ["4tn", "tn", [1, 2]],
  ["ssn", "sn", "one"],
  ["ssn", "n", [2]],
  ["sns", "n", [1]],
  ["sn", "n", [1]],
  ["s", "", []],
  ["n", "", [0]],
  ["tsn", "n", [0, 1, 2]],
  ["nn", "n", [0, 1]],
  ["n", "nn", [0]],
] as const)("%s answered with %s", (asked, given, places) => {
  const found = answeredPlaces(callbacks(asked), toWire(callbacks(given)));
  if (places === "one") expect([found.length, found.at(-1)]).toEqual([2, 2]);
  else expect(found).toEqual(places);
});

test("answers that do not repeat what was shown are told apart by their number", () => {
  const bare = (letters: string) =>
    toWire(callbacks(letters)).map(({ output: _, ...each }) => ({ ...each, output: [] }));
  expect(answeredPlaces(callbacks("stn"), bare("tn"))).toEqual([1, 2]);
  expect(answeredPlaces(callbacks("tsn"), bare("tn"))).toEqual([0, 2]);
});
