import { describe, expect, it } from "vitest";
import { outcomeOf, runNode, type Values } from "../../support/run-node.js";

const begin = (properties: Values = {}) => runNode("PollingWaitNode", ["DONE", "EXITED", "SPAM"], properties);
const guarded = { secondsToWait: 600, spamDetectionEnabled: true };

describe("PollingWaitNode (facts: behaviour.md section 4)", () => {
  it.each([
    [8, 7999, "(waiting)"],
    [8, 8000, "(waiting)"],
    [8, 8001, "DONE"],
    [0, 0, "(waiting)"],
    [0, 1, "DONE"],
  ])("of %i s after %i ms: %s", async (secondsToWait, passed, outcome) => {
    const run = await begin({ secondsToWait });
    run.wait(passed);
    await run.submit("Node");
    expect(outcomeOf(run)).toBe(outcome);
  });

  it("waits 8 s by default", async () => {
    expect((await begin()).step?.callbacks).toMatchObject([{ output: [{ value: "8000" }, {}] }]);
  });

  // The count begins at -1 and grows with each step that is sent; the node asks whether it is above the tolerance.
  it.each([
    [{ spamDetectionTolerance: 0 }, 2],
    [{ spamDetectionTolerance: 1 }, 3],
    [{ spamDetectionTolerance: 2 }, 4],
    [{}, 5],
  ])("with %j gives SPAM at early answer %i", async (properties, answers) => {
    const run = await begin({ ...guarded, ...properties });
    for (let answer = 1; answer < answers; answer++) {
      await run.submit("Node");
      expect([answer, run.status]).toEqual([answer, "waiting"]);
    }
    await run.submit("Node");
    expect(outcomeOf(run)).toBe("SPAM");
    expect(Object.keys(run.state.shared).filter((key) => key.startsWith("id-Node"))).toEqual([]);
  });

  it("looks for too many answers before it looks at the time", async () => {
    const run = await begin({ spamDetectionEnabled: true, spamDetectionTolerance: 0 });
    await run.submit("Node");
    run.wait(9000);
    await run.submit("Node");
    expect(outcomeOf(run)).toBe("SPAM");
  });

  it("looks at the button before anything else", async () => {
    const run = await begin({ ...guarded, spamDetectionTolerance: 0, exitable: true });
    await run.submit("Node");
    await run.submit("Node", { Node: "Cancel" });
    expect(outcomeOf(run)).toBe("EXITED");
  });

  it("never gives SPAM where nobody asks for it", async () => {
    const run = await begin({ secondsToWait: 600, spamDetectionTolerance: 0 });
    for (let answer = 0; answer < 5; answer++) await run.submit("Node");
    expect(run.status).toBe("waiting");
  });
});
