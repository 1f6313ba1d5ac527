import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { schemaValidator } from "../../support/schema-validator.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const journey = (name: string) => `journey ${name} {
  noSession: true

  start -> Ask

  page Ask {
    node Name: UsernameCollector

    -> success
  }
}
`;
const record = ".journeyc-outputs";

function build(folder: string, ...args: readonly string[]) {
  return runCommand(folder, ["build", ".", "-o", "out", ...args]);
}

function outputs(folder: string): readonly string[] {
  return readdirSync(join(folder, "out"))
    .filter((name) => name !== record)
    .sort();
}

describe("journeyc build --prune", () => {
  it("removes the outputs of journeys that are gone; without it, they are named", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A"), "b.journey": journey("B") });
    const targets = ["-t", "export,machine,mermaid"];
    expect((await build(folder, ...targets)).code).toBe(0);
    rmSync(join(folder, "b.journey"));
    expect((await runCommand(folder, ["build", "a.journey", "-o", "out", ...targets])).talk).toBe("");
    const gone = await build(folder);
    const why = "  (no journey B was built; --prune removes it)";
    expect([gone.code, gone.talk]).toEqual([
      0,
      ["B.journey.json", "B.machine.ts", "B.mmd"].map((name) => `gone       out/${name}${why}\n`).join(""),
    ]);
    const report = JSON.parse((await build(folder, "--json")).output);
    expect(report.gone[0]).toEqual({ journey: "B", path: "out/B.journey.json", status: "kept" });
    expect(schemaValidator("build")(report)).toBe(true);
    expect((await runCommand(folder, ["build", "a.journey", "-o", "out", "--prune"])).code).toBe(2);
    const pruned = await build(folder, "--prune");
    expect(pruned.talk).toBe("removed    out/B.journey.json\nremoved    out/B.machine.ts\nremoved    out/B.mmd\n");
    expect(outputs(folder)).toEqual(["A.journey.json", "A.machine.ts", "A.mmd"]);
    expect(readFileSync(join(folder, "out", record), "utf8")).not.toContain("B.");
  });

  it("keeps files that no build has written there, even those that a build would write just so", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A"), "other/kept.journey": journey("Kept") });
    await runCommand(folder, ["build", "other", "-o", "elsewhere", "-t", "export,machine,mermaid"]);
    rmSync(join(folder, "other"), { recursive: true });
    await build(folder);
    for (const name of ["Kept.journey.json", "Kept.machine.ts", "Kept.mmd"]) {
      copyFileSync(join(folder, "elsewhere", name), join(folder, "out", name));
    }
    rmSync(join(folder, "elsewhere"), { recursive: true });
    const pruned = await build(folder, "--prune");
    expect([pruned.code, pruned.talk]).toEqual([0, ""]);
    expect(outputs(folder)).toEqual(["A.journey.json", "Kept.journey.json", "Kept.machine.ts", "Kept.mmd"]);
  });

  it("keeps an output that somebody has changed or replaced since, and says so", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A"), "b.journey": journey("B") });
    await build(folder, "-t", "export,machine");
    const pulled = JSON.parse(readFileSync(join(folder, "out/B.journey.json"), "utf8"));
    pulled.trees.B.tree._rev = "-1234";
    writeFileSync(join(folder, "out/B.journey.json"), JSON.stringify(pulled));
    rmSync(join(folder, "b.journey"));
    const pruned = await build(folder, "--prune");
    expect(pruned.talk).toBe(
      "gone       out/B.journey.json  (no journey B was built, but somebody has changed the file)\nremoved    out/B.machine.ts\n",
    );
    expect(outputs(folder)).toEqual(["A.journey.json", "A.machine.ts", "B.journey.json"]);
    const report = JSON.parse((await build(folder, "--prune", "--json")).output);
    expect(report.gone).toEqual([{ journey: "B", path: "out/B.journey.json", status: "kept" }]);
  });

  it("forgets a file that was removed, so that one put there later is nobody's output", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A"), "b.journey": journey("B") });
    await build(folder);
    const text = readFileSync(join(folder, "out/B.journey.json"), "utf8");
    for (const name of ["b.journey", "out/B.journey.json"]) rmSync(join(folder, name));
    await build(folder);
    writeFileSync(join(folder, "out/B.journey.json"), text);
    expect((await build(folder, "--prune")).talk).toBe("");
    expect(existsSync(join(folder, "out/B.journey.json"))).toBe(true);
  });

  it("takes no names from a record that do not belong into it", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A"), "b.journey": journey("B") });
    await build(folder);
    const file = join(folder, "out", record);
    writeFileSync(file, readFileSync(file, "utf8").replace("B.journey.json", "../out/B.journey.json"));
    rmSync(join(folder, "b.journey"));
    expect((await build(folder, "--prune")).talk).toBe("");
    expect(existsSync(join(folder, "out/B.journey.json"))).toBe(true);
  });

  it("removes a bundle where single exports are built, and single exports where a bundle is", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A"), "b.journey": journey("B") });
    await build(folder, "--bundle");
    expect((await build(folder, "-t", "mermaid")).talk).toBe("");
    const single = await build(folder);
    expect(single.talk).toBe("gone       out/bundle.journey.json  (no bundle was built; --prune removes it)\n");
    expect((await build(folder, "--prune")).talk).toBe("removed    out/bundle.journey.json\n");
    const bundled = await build(folder, "--bundle");
    expect(bundled.talk).toBe(
      ["A", "B"]
        .map((name) => `gone       out/${name}.journey.json  (it is in the bundle; --prune removes it)\n`)
        .join(""),
    );
    await build(folder, "--bundle", "--prune");
    expect(outputs(folder)).toEqual(["A.mmd", "B.mmd", "bundle.journey.json"]);
  });

  it("refuses --bundle without exports", async () => {
    const folder = temporaryFolder({ "a.journey": journey("A") });
    const { code, talk } = await build(folder, "--bundle", "-t", "machine");
    expect([code, talk]).toEqual([2, expect.stringContaining("--bundle")]);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });
});
