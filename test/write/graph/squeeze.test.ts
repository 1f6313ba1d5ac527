import { describe, expect, it } from "vitest";
import { squeeze } from "../../../src/write/graph/squeeze.js";

describe("squeeze", () => {
  it("moves everything up to the first thing, and takes out all but 28 of the space between two things", () => {
    const { at, height } = squeeze([
      { top: 300, bottom: 340 },
      { top: 100, bottom: 150 },
      { top: 120, bottom: 180 },
    ]);
    expect([100, 150, 180, 300, 340].map(at)).toEqual([0, 50, 80, 108, 148]);
    expect(height).toBe(148);
  });

  it("leaves small spaces as they are, and knows that a tall thing reaches beyond those that begin later", () => {
    const { at, height } = squeeze([
      { top: -10, bottom: 90 },
      { top: 0, bottom: 5 },
      { top: 110, bottom: 110 },
    ]);
    expect([-10, 90, 110].map(at)).toEqual([0, 100, 120]);
    expect(height).toBe(120);
  });
});
