import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/fake-host.js";
import { exportOf, failureId, nodeIds, successId } from "../support/login-export.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const [ask, check] = nodeIds;
const value = exportOf({
  [ask]: { type: "UsernameCollectorNode", title: "Who?", connections: { outcome: check } },
  [check]: { type: "DataStoreDecisionNode", title: "Check", connections: { true: successId, false: failureId } },
});
const { [ask]: _, ...bodies } = value.nodes as Record<string, object>;
const broken = JSON.stringify({ ...value, nodes: bodies });

async function codes(configuration: object, args: readonly string[] = []): Promise<readonly string[]> {
  const folder = temporaryFolder({ "exports/login.json": broken });
  writeFileSync(join(folder, "journey.config.json"), JSON.stringify({ include: ["exports"], ...configuration }));
  const { output, talk } = await runCommand(folder, ["check", ...args]);
  return `${output}\n${talk}`.match(/^(?:error|warning|note) [a-z-]+/gm) ?? [];
}

const entry = { code: "missing-body", journey: "Login", reason: "The vendor knows." };

describe("a project of exports", () => {
  test("is checked without paths", async () => {
    expect(await codes({})).toContain("error missing-body");
  });

  test("tells a rule that is turned off for nothing", async () => {
    const rules = { "debug-node": { severity: "off", reason: "none here" } };
    const setAside = [{ ...entry, node: ask }];
    expect(await codes({ rules, setAside })).toContain("note unused-rule-setting");
  });
});

describe("a finding in an export", () => {
  test.each([
    ["by the node's id", { ...entry, node: ask }],
    ["by its label", { ...entry, node: "Who?" }],
  ])("is set aside %s, an error too", async (_name, setAside) => {
    expect(await codes({ setAside: [setAside] })).not.toContain("error missing-body");
    expect(await codes({ setAside: [setAside] }, ["exports/login.json"])).not.toContain("error missing-body");
  });

  test.each([
    ["another node", { ...entry, node: check }],
    ["another journey", { ...entry, journey: "Other", node: ask }],
    ["another code", { ...entry, code: "stale-entry", node: ask }],
    ["the journey itself", entry],
  ])("stays where the entry is about %s, which is then told", async (_name, setAside) => {
    const found = await codes({ setAside: [setAside] });
    expect(found).toContain("error missing-body");
    expect(found).toContain("note unused-rule-setting");
  });

  test.each([
    ["without a reason", { ...entry, reason: " " }, "error invalid-setting"],
    ["without a journey", { code: "missing-body", reason: "x" }, "error invalid-setting"],
    ["with a code that does not exist", { ...entry, code: "missing-bodi" }, "error unknown-setting"],
  ])("is not set aside %s", async (_name, setAside, code) => {
    expect(await codes({ setAside: [setAside] })).toContain(code);
  });
});

test("what is found about the journey itself is set aside without a node", async () => {
  const folder = temporaryFolder({
    "a.json": JSON.stringify({ ...value, tree: { ...(value.tree as object), entryNodeId: nodeIds[3] } }),
  });
  const check = async (setAside: readonly object[]) => {
    writeFileSync(join(folder, "journey.config.json"), JSON.stringify({ include: ["a.json"], setAside }));
    return (await runCommand(folder, ["check"])).output;
  };
  expect(await check([])).toContain("error stale-entry");
  expect(await check([{ ...entry, code: "stale-entry" }])).not.toContain("stale-entry");
});
