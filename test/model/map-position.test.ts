import { expect, test } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-fixes.js";
import { plainPosition } from "../../src/model/map-position.js";
import { checkTexts } from "../support/check-text.js";

test.each([
  ["51.9490° N, 4.1453° E", "51.9490,4.1453"],
  ["4.1453° E, 51.9490° N", "51.9490,4.1453"],
  ["33.8688° S 151.2093° E", "-33.8688,151.2093"],
  ["40.7128 N / 74.0060 W", "40.7128,-74.0060"],
  ["N 48.2, E 16.4", "48.2,16.4"],
  ["N 28.7606, W 17.8814", "28.7606,-17.8814"],
  ["W 17.8814, S 28.7606", "-28.7606,-17.8814"],
  ["48.2;16.4", "48.2,16.4"],
  ["48.2 16.4", "48.2,16.4"],
  ["(48.2, -16.4)", "48.2,-16.4"],
  ["geo:48.2,16.4", "48.2,16.4"],
  ["lat: 48.2, lon: 16.4", "48.2,16.4"],
  ["longitude=16.4, latitude=48.2", "48.2,16.4"],
  [`51°56'56.4"N 4°08'43.1"E`, "51.949,4.145306"],
  // Which is which, or where one ends, is not certain.
  ["51.9490° N, 4.1453° N", undefined],
  ["-51.9490° S, 4.1453° E", undefined],
  ["48,2;16,4", undefined],
  ["48.2", undefined],
  ["48.2,16.4,17.1", undefined],
  ["Vienna, Austria", undefined],
])("%s is the position %s", (written, position) => {
  expect(plainPosition(written)).toBe(position);
});

const journey = (locations: string) => `journey Here {
  start -> Collect
  node Collect: DeviceProfileCollector { deviceLocation: true  -> Inside }
  node Inside: DeviceGeoFencing {
    locations: ${locations}
    distance: "5"
    inside, outside, unknownDevice -> failure
  }
}`;

const findings = (text: string) => checkTexts(text).filter(({ code }) => code === "wrong-value-type");

test.each([
  ['["51.9490° N, 4.1453° E", "51.8850° N, 4.2867° E"]', '["51.9490,4.1453", "51.8850,4.2867"]'],
  ['["48.2,16.4", "N 48.3, E 16.5", "48.4 16.6"]', '["48.2,16.4", "48.3,16.5", "48.4,16.6"]'],
  // One of them is not known: then nothing is changed.
  ['["51.9490° N, 4.1453° E", "the harbour"]', '["51.9490° N, 4.1453° E", "the harbour"]'],
])("%s gives one finding at the first, and all are written", (written, fixed) => {
  const text = journey(written);
  const found = findings(text);
  expect(found).toHaveLength(1);
  expect(applyFixes(found)[0]?.text ?? text).toBe(journey(fixed));
});
