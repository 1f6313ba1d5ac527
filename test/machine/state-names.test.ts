import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventName, stateName } from "../../src/machine/state-names.js";
import { hostileText } from "../support/hostile-text.js";

describe("stateName", () => {
  it.each([
    ["FindUser", "FindUser"],
    ["größe 2", "größe 2"],
    ["constructor", "constructor"],
    ["success", "node(success)"],
    ["__proto__", "node(__proto__)"],
    ["a.b", "node(a%2Eb)"],
    ["#a", "node(#a)"],
    ["a\\b", "node(a%5Cb)"],
    ["", "node()"],
    ["node(a)", "node(node(a))"],
    ["100%", "100%"],
  ])("makes %j %j", (name, expected) => {
    expect(stateName(name)).toBe(expected);
  });

  it("never gives two names one state", () => {
    fc.assert(fc.property(hostileText, hostileText, (a, b) => (stateName(a) === stateName(b)) === (a === b)));
  });
});

describe("eventName", () => {
  it.each([
    ["PATCHED", "PATCHED"],
    ["Password.true", "Password.true"],
    ["https://example.com/?a", "https://example.com/?a"],
    ["*", "outcome(%2A)"],
    ["a.*", "outcome(a%2E%2A)"],
    ["xstate.init", "outcome(xstate%2Einit)"],
    ["", "outcome()"],
  ])("makes %j %j", (outcome, expected) => {
    expect(eventName(outcome)).toBe(expected);
  });

  it("never gives two outcomes one event", () => {
    fc.assert(fc.property(hostileText, hostileText, (a, b) => (eventName(a) === eventName(b)) === (a === b)));
  });
});
