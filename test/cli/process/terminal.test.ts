import { describe, expect, it } from "vitest";
import { startProgress } from "../../../src/cli/output/progress.js";
import type { Host } from "../../../src/cli/process/host.js";
import { wantsColours } from "../../../src/cli/process/terminal.js";

describe("wantsColours", () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: "1" }, true, false],
    [{ NO_COLOR: "" }, true, true],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "0" }, true, false],
    [{ TERM: "dumb" }, true, false],
  ])("%j, terminal %j: %j", (environment, terminal, expected) => {
    expect(wantsColours(environment, terminal)).toBe(expected);
  });
});

describe("startProgress", () => {
  const run = (isTerminal: boolean, environment: Record<string, string>) => {
    let text = "";
    let time = 0;
    const talk = { isTerminal, write: (more: string) => (text += more) };
    const progress = startProgress({ talk, environment } as unknown as Host, "Building", () => time);
    for (let done = 1; done <= 20; done++) {
      time += 50;
      progress.update(done, 20);
    }
    progress.end();
    return text;
  };

  it("shows on a terminal how long work goes on, and wipes the line", () => {
    const text = run(true, {});
    expect(text.startsWith("\r\u001b[KBuilding 8/20")).toBe(true);
    expect(text.endsWith("\r\u001b[K")).toBe(true);
  });

  it("says nothing in CI, on a dumb terminal, and where nobody watches", () => {
    expect([run(true, { CI: "true" }), run(true, { TERM: "dumb" }), run(false, {})]).toEqual(["", "", ""]);
  });
});
