import { expect, it } from "vitest";
import { Stopwatch } from "../../../src/cli/process/stopwatch.js";

/** A stopwatch over a clock that the test sets. */
function watchAt(start: number) {
  const clock = { time: start };
  let said = "";
  const stopwatch = new Stopwatch(() => clock.time);
  const told = () => {
    stopwatch.tell({ write: (text) => (said += text) });
    const lines = said.split("\n").filter((line) => line !== "");
    said = "";
    return lines.map((line) => line.trim());
  };
  return { stopwatch, clock, told };
}

it("gives each moment to one part, also where parts lie in each other or are waited for", async () => {
  const { stopwatch, clock, told } = watchAt(40);
  stopwatch.turnTo("check");
  clock.time = 45;
  stopwatch.time("texts", () => {
    clock.time = 50;
    stopwatch.time("files", () => {
      clock.time = 52;
    });
    clock.time = 53;
  });
  await stopwatch.time("configuration", async () => {
    await Promise.resolve();
    clock.time = 60;
  });
  clock.time = 61;
  expect(told()).toEqual([
    "40.0 ms  start of Node.js",
    "6.0 ms  check",
    "6.0 ms  texts",
    "2.0 ms  files",
    "7.0 ms  configuration",
    "61.0 ms  in all",
  ]);
});

it("goes on after a failure, and begins anew after it was told", async () => {
  const { stopwatch, clock, told } = watchAt(10);
  stopwatch.turnTo("build");
  const fail = () => {
    clock.time += 5;
    throw new Error("no");
  };
  expect(() => stopwatch.time("texts", fail)).toThrow("no");
  await expect(stopwatch.time("exports", async () => fail())).rejects.toThrow("no");
  clock.time += 1;
  expect(told()).toEqual([
    "10.0 ms  start of Node.js",
    "1.0 ms  build",
    "5.0 ms  texts",
    "5.0 ms  exports",
    "21.0 ms  in all",
  ]);
  clock.time += 1000;
  stopwatch.passOver();
  clock.time += 3;
  expect(told()).toEqual(["3.0 ms  build", "3.0 ms  in all"]);
});
