import { expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const text = `journey A {
  description: "&{esv.motto}"

  start -> Inner

  node Inner: InnerTreeEvaluator {
    tree: "B"

    true -> success
    false -> failure
  }
}

journey B {
  start -> success
}
`;

it("lists requirements as text and as JSON", async () => {
  const folder = temporaryFolder({ "a.journey": text });
  const plain = await runCommand(folder, ["requires"]);
  expect(plain).toEqual({
    code: 0,
    talk: "",
    output: "Variables and secrets (ESVs)\n  - esv-motto  A\n\nInner journeys\n  + B  A\n",
  });
  const missing = await runCommand(folder, ["requires", "a.journey", "--missing", "--json"]);
  expect(JSON.parse(missing.output)).toEqual({
    version: 1,
    requirements: [{ kind: "variable", id: "esv-motto", provided: false, journeys: ["A"] }],
  });
});

it("takes exports and standard input", async () => {
  const folder = temporaryFolder({ "a.journey": text });
  await runCommand(folder, ["build", "a.journey", "--out", "dist"]);
  const built = await runCommand(folder, ["requires", "dist"]);
  expect(built.output).toContain("+ B");
  const piped = await runCommand(folder, ["requires", "-"], { input: text });
  expect(piped.output).toContain("esv-motto");
});

it("says nothing of what it could not read", async () => {
  const folder = temporaryFolder({});
  const { code, output, talk } = await runCommand(folder, ["requires", "."]);
  expect([code, output]).toEqual([2, ""]);
  expect(talk).toContain("No journey found: this is a folder without JSON files\n  --> ./\n");
});
