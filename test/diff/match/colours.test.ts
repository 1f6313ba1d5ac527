import { describe, expect, test } from "vitest";
import { Palette, refineColours } from "../../../src/diff/match/colours.js";
import { wiringOf } from "../../../src/diff/match/wiring.js";
import { bindText } from "../../support/read-project.js";

test("a palette gives each text a number of its own", () => {
  const palette = new Palette();
  expect(["a", "b", "a", "c", "b"].map((text) => palette.colour(text))).toEqual([0, 1, 0, 2, 1]);
});

/** Colours of the nodes of two journeys, round by round, by name; `kind` is what tells nodes apart at first. */
function colours(left: string, right: string, kind: (name: string) => string = () => "") {
  const palette = new Palette();
  const [one, other] = [left, right].map((body) => {
    const wiring = wiringOf(bindText(`journey J { ${body} }`).model.journeys[0]!);
    const rounds = refineColours(wiring, ({ name }) => kind(name), palette);
    return rounds.map((round) => new Map([...round].map(([node, colour]) => [node.name, colour])));
  });
  return { left: one!, right: other! };
}

const chain = (length: number, end: string) =>
  `start -> N0 ${Array.from({ length }, (_, index) => `node N${index}: UsernameCollector { -> ${index + 1 < length ? `N${index + 1}` : end} }`).join(" ")}`;

describe("nodes of one content", () => {
  test("have one colour at first, and other ones as far as their surroundings differ", () => {
    const { left, right } = colours(chain(8, "success"), chain(8, "failure"));
    const same = left.map((round, index) =>
      Array.from({ length: 8 }, (_, at) => (round.get(`N${at}`) === right[index]!.get(`N${at}`) ? "=" : ".")).join(""),
    );
    expect(same).toEqual(["========", "=======.", "======..", "=====...", "====...."]);
    expect(new Set(left[0]!.values()).size).toBe(1);
  });

  test("are told apart by what leads to them", () => {
    const { left } = colours(
      "start -> A node A: DataStoreDecision { true -> B false -> C } node B: UsernameCollector { -> success } node C: UsernameCollector { -> success }",
      chain(1, "success"),
    );
    expect(left[0]!.get("B")).toBe(left[0]!.get("C"));
    expect(left[1]!.get("B")).not.toBe(left[1]!.get("C"));
  });

  test("are told apart by the start", () => {
    const { left, right } = colours(
      "start -> A node A: UsernameCollector { -> success }",
      "start -> B node B: UsernameCollector { -> success } node A: UsernameCollector { -> success }",
    );
    expect(left[1]!.get("A")).toBe(right[1]!.get("B"));
    expect(left[1]!.get("A")).not.toBe(right[1]!.get("A"));
  });

  test("are alike whatever the order of their arrows is", () => {
    const { left, right } = colours(
      "start -> A node A: DataStoreDecision { true -> success false -> failure }",
      "start -> A node A: DataStoreDecision { false -> failure true -> success }",
    );
    expect(right.map((round) => round.get("A"))).toEqual(left.map((round) => round.get("A")));
  });

  test("are told apart by outcomes that lead to other ends", () => {
    const { left, right } = colours(
      "start -> A node A: DataStoreDecision { true -> success false -> failure }",
      "start -> A node A: DataStoreDecision { true -> failure false -> success }",
    );
    expect(left[0]!.get("A")).toBe(right[0]!.get("A"));
    expect(left[1]!.get("A")).not.toBe(right[1]!.get("A"));
  });
});

test("nodes of other contents never have one colour", () => {
  const { left } = colours(chain(2, "success"), chain(2, "success"), (name) => name);
  for (const round of left) expect(round.get("N0")).not.toBe(round.get("N1"));
});
