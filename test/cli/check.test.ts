import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/fake-host.js";
import { exportOf, nodeIds, successId } from "../support/login-export.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const text = `journey Login {
  start -> Ask

  // journey-ignore-next-line unreachable-node: no longer so
  node Ask: UsernameCollector {
    -> success
  }

  node Lost: UsernameCollector {
    -> success
  }
}
`;
const [ask, lost] = nodeIds;
const value = exportOf({
  [ask]: { type: "UsernameCollectorNode", title: "Who are you?", connections: { outcome: lost } },
});

/** The codes of this test's rules in a report; others may have something to say of such bare journeys. */
const codes = (output: string) => {
  const found = JSON.parse(output) as {
    readonly diagnostics: readonly { readonly code: string; readonly id: string }[];
  };
  return found.diagnostics.filter(({ id }) => !/^JRN[567]/.test(id)).map(({ code }) => code);
};

describe("journeyc check over exports", () => {
  it("takes a file and a folder of files", async () => {
    const folder = temporaryFolder({ "exports/Login.json": JSON.stringify(value, null, 2) });
    for (const path of ["exports/Login.json", "exports"]) {
      const { code, output } = await runCommand(folder, ["check", "--json", path]);
      expect([code, codes(output)]).toEqual([1, ["dangling-connection"]]);
    }
  });

  it("listens to the configuration", async () => {
    const fine = exportOf({
      [ask]: { type: "UsernameCollectorNode", connections: { outcome: successId } },
      [lost]: { type: "UsernameCollectorNode", connections: { outcome: successId } },
    });
    const rules = { "unreachable-node": { severity: "off", reason: "kept" } };
    const files = { "a.json": JSON.stringify(fine), "journey.config.json": JSON.stringify({ rules }) };
    expect(
      codes((await runCommand(temporaryFolder({ "a.json": files["a.json"] }), ["check", "--json", "a.json"])).output),
    ).toEqual(["unreachable-node"]);
    expect(codes((await runCommand(temporaryFolder(files), ["check", "--json", "a.json"])).output)).toEqual([]);
  });
});

describe("journeyc check's forms and fixes", () => {
  it("writes SARIF and annotations", async () => {
    const folder = temporaryFolder({ "a.journey": text });
    const sarif = JSON.parse((await runCommand(folder, ["check", "--format", "sarif", "a.journey"])).output);
    expect(sarif.runs[0].tool.driver.name).toBe("journeyc");
    const github = (await runCommand(folder, ["check", "--format", "github", "a.journey"])).output;
    expect(github).toContain("::warning file=a.journey,line=9,col=8,endColumn=12,title=unreachable-node JRN305::");
  });

  it("mends what has one fix, and reports the rest", async () => {
    const folder = temporaryFolder({ "a.journey": text });
    expect(codes((await runCommand(folder, ["check", "--json", "a.journey"])).output)).toEqual([
      "unused-suppression",
      "unreachable-node",
    ]);
    const { output, talk } = await runCommand(folder, ["check", "--fix", "--json", "a.journey"]);
    expect([codes(output), talk]).toEqual([["unreachable-node"], "Fixed 1 finding in a.journey\n"]);
    expect(readFileSync(join(folder, "a.journey"), "utf8")).toBe(text.replace(/^ *\/\/.*\n/m, ""));
  });
});
