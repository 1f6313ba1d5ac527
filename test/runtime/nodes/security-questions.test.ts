import { describe, expect, it } from "vitest";
import type { KbaOptions } from "../../../src/runtime/index.js";
import { demo, outcomeOf, runNode, shownBy, type Values } from "../../support/run-node.js";

const questions = ["A?", "B?", "C?", "D?"];
const kbaInfo = questions.map((question) => ({ customQuestion: question, answer: question }));
const state = { username: "demo" };

const verify = (answers: number, kba: KbaOptions, more: Values = {}) =>
  runNode(
    "KbaVerifyNode",
    ["true", "false"],
    {},
    { world: { users: [{ ...demo, kbaInfo: kbaInfo.slice(0, answers), ...more }], kba }, state },
  );

describe("KbaVerifyNode (facts: behaviour.md section 2)", () => {
  const few = "Object has defined fewer questions than the minimum";
  it.each([
    [1, 2, 1, few],
    [2, 2, 1, "(waiting)"],
    [1, 1, 2, "(waiting)"],
    [0, 0, 1, "(waiting)"],
    [0, 1, 1, few],
    [2, 1, 0, "Minimum answers to verify is set to zero"],
  ])("a user with %i answers, %i to define, %i to verify: %s", async (answers, define, check, outcome) => {
    const kba = { minimumAnswersToDefine: define, minimumAnswersToVerify: check };
    // Without any question the node sends an empty step, which the engine does not take.
    const run = await verify(answers, kba);
    if (answers === 0 && define === 0) expect(run.step?.callbacks ?? []).toEqual([]);
    else expect(outcomeOf(run)).toBe(outcome);
  });

  it("draws questions at random, and asks them in the order of the profile", async () => {
    const drawn = new Set<string>();
    for (let seed = 1; seed <= 30; seed++) {
      const kba = { minimumAnswersToVerify: 2 };
      const run = await runNode(
        "KbaVerifyNode",
        ["true", "false"],
        {},
        {
          world: { users: [{ ...demo, kbaInfo }], kba, seed },
          state,
        },
      );
      const asked = shownBy(run).map((text) => text.replace("PasswordCallback: ", ""));
      expect(asked).toEqual([...asked].sort());
      drawn.add(asked.join(" "));
    }
    expect(drawn.size).toBe(6);
  });

  it.each([
    [["a?", " B? "], "true", 0],
    [["a?", "x"], "false", 1],
    [["x", "x"], "false", 1],
    [["", ""], "false", 1],
  ])("answers %j: %s, and %i failures", async (answers, outcome, failures) => {
    const run = await verify(2, { minimumAnswersToVerify: 2 });
    await run.submit("Node", { Node: answers });
    expect(outcomeOf(run)).toBe(outcome);
    expect(run.world.identities.metaOf(run.world.identities.get("d3m0")!).kbaFailures).toBe(failures);
  });

  it("refuses a user who has fewer answers than are to be verified, without counting it", async () => {
    const run = await verify(1, { minimumAnswersToVerify: 2 });
    await run.submit("Node", { Node: ["A?"] });
    expect(outcomeOf(run)).toBe("false");
    expect(run.world.identities.metaOf(run.world.identities.get("d3m0")!).kbaFailures).toBe(0);
  });

  // The platform compares with <=, so one more wrong answer than the number is counted.
  it.each([
    [0, 1],
    [1, 2],
    [3, 4],
  ])("with at most %i attempts asks %i times", async (maximumAttempts, asked) => {
    const { world } = await verify(1, { maximumAttempts });
    for (let turn = 0; turn < asked; turn++) {
      const run = await runNode("KbaVerifyNode", ["true", "false"], {}, { world, state });
      await run.submit("Node", { Node: ["wrong"] });
      expect(outcomeOf(run)).toBe("false");
    }
    const last = await runNode("KbaVerifyNode", ["true", "false"], {}, { world, state });
    expect(outcomeOf(last)).toBe("Maximum attempts exceeded");
  });

  it("throws for a question that the tenant does not have", async () => {
    const run = await verify(0, {}, { kbaInfo: [{ questionId: "99", answer: "x" }] });
    expect(outcomeOf(run)).toBe("Question id 99 is not defined");
  });
});

describe("KbaDecisionNode (facts: behaviour.md section 2)", () => {
  const decideBy = async (minimumAnswersToDefine: number, more: Values = {}, given: Values = state) => {
    const world = { users: [{ ...demo, ...more }], kba: { minimumAnswersToDefine } };
    return outcomeOf(await runNode("KbaDecisionNode", ["true", "false"], {}, { world, state: given }));
  };
  it.each<[number, Values, string]>([
    [4, { kbaInfo }, "true"],
    [5, { kbaInfo }, "false"],
    [1, { kbaInfo: [] }, "false"],
    [1, {}, "false"],
    [0, {}, "false"],
    [0, { kbaInfo: null }, "false"],
    [0, { kbaInfo: [] }, "true"],
  ])("with at least %i of %j: %s", async (minimum, more, outcome) => {
    expect(await decideBy(minimum, more)).toBe(outcome);
  });

  it("throws where it finds nobody", async () => {
    expect(await decideBy(1, {}, {})).toBe("Unable to read object");
    expect(await decideBy(1, {}, { username: "ghost" })).toBe("Unable to read object");
  });
});

describe("KbaCreateNode (facts: behaviour.md section 2)", () => {
  it.each([
    ["Pet?", "pet", "(waiting)"],
    ["My pet", "My-pet!", "(waiting)"],
    ["你的宠物?", "你的城市?", "outcome"],
    ["Straße", "Strae", "outcome"],
    ["Pet?", "Town?", "outcome"],
  ])("takes %j and %j: %s", async (first, second, outcome) => {
    const run = await runNode("KbaCreateNode", ["outcome"], {}, { world: { kba: { minimumAnswersToDefine: 2 } } });
    await run.submit("Node", {
      Node: [
        { question: first, answer: "x" },
        { question: second, answer: "x" },
      ],
    });
    expect(outcomeOf(run)).toBe(outcome);
  });
});
