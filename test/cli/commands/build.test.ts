import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { schemaValidator } from "../../support/schema-validator.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const good = (name: string) => `journey ${name} {
  noSession: true

  start -> Ask

  page Ask {
    node Name: UsernameCollector

    -> success
  }
}
`;
const bad = "journey Broken {\n  start -> Nowhere\n}\n";

describe("journeyc build", () => {
  it("writes what differs, and nothing else", async () => {
    const folder = temporaryFolder({ "a.journey": good("A"), "b.journey": good("B") });
    const first = await runCommand(folder, ["build", "--out", "out"]);
    expect(first).toMatchObject({ code: 0, output: "written    out/A.journey.json\nwritten    out/B.journey.json\n" });
    const before = statSync(join(folder, "out", "A.journey.json")).mtimeMs;
    writeFileSync(join(folder, "out", "B.journey.json"), "changed");
    const second = await runCommand(folder, ["build", "--out", "out"]);
    expect(second.output).toBe("unchanged  out/A.journey.json\nwritten    out/B.journey.json\n");
    expect(statSync(join(folder, "out", "A.journey.json")).mtimeMs).toBe(before);
    expect(readdirSync(join(folder, "out")).sort()).toEqual([".journeyc-outputs", "A.journey.json", "B.journey.json"]);
  });

  it("writes nothing while there are errors", async () => {
    const folder = temporaryFolder({ "a.journey": good("A"), "b.journey": bad });
    const { code, output, talk } = await runCommand(folder, ["build"]);
    expect([code, output]).toEqual([1, ""]);
    expect(talk).toContain("1 error in 1 file");
    expect(existsSync(join(folder, "dist"))).toBe(false);
  });

  it("writes all into a new folder and into an old one, or nothing", async () => {
    const folder = temporaryFolder({
      "a.journey": good("A"),
      "b.journey": good("B"),
      "old/keep.txt": "kept",
      "old/B.journey.json/inside.txt": "a folder in the place of the file",
    });
    const failed = await runCommand(folder, ["build", "--out", "old"]);
    expect([failed.code, failed.output]).toEqual([2, ""]);
    expect(failed.talk).toContain("Cannot write old/B.journey.json: it is a folder");
    expect(readdirSync(join(folder, "old")).sort()).toEqual(["B.journey.json", "keep.txt"]);
    expect((await runCommand(folder, ["build", "-t", "frconfig,export", "--out", "old"])).code).toBe(2);
    expect(readdirSync(join(folder, "old")).sort()).toEqual(["B.journey.json", "keep.txt"]);
    expect((await runCommand(folder, ["build", "--out", "new/out"])).code).toBe(0);
    expect(readdirSync(join(folder, "new", "out")).sort()).toEqual([
      ".journeyc-outputs",
      "A.journey.json",
      "B.journey.json",
    ]);
    expect(readdirSync(join(folder, "new"))).toEqual(["out"]);
  });

  it("never reads its own output: where the last journey is gone, there is none", async () => {
    const folder = temporaryFolder({ "a.journey": good("A") });
    for (const args of [["-o", "out"], ["-o", "out/deep"], []]) {
      writeFileSync(join(folder, "a.journey"), good("A"));
      expect((await runCommand(folder, ["build", ".", ...args])).code).toBe(0);
      rmSync(join(folder, "a.journey"));
      const again = await runCommand(folder, ["build", ".", ...args]);
      expect([again.code, again.output]).toEqual([2, ""]);
      expect(again.talk).toContain("There are no .journey files here");
      for (const out of ["out", "dist"]) rmSync(join(folder, out), { recursive: true, force: true });
    }
  });

  it("reads exports beside its output, and texts that lie in it, which no build writes", async () => {
    const folder = temporaryFolder({ "a.journey": good("A"), "exports/in/keep.txt": "", "out/b.journey": good("B") });
    await runCommand(folder, ["build", "a.journey", "-o", "exports/in"]);
    await runCommand(folder, ["build", "exports", "-o", "exports/out"]);
    const again = await runCommand(folder, ["build", "exports", "-o", "exports/out"]);
    expect([again.code, again.output]).toEqual([0, "unchanged  exports/out/A.journey.json\n"]);
    expect((await runCommand(folder, ["build", "out", "-o", "out"])).output).toBe("written    out/B.journey.json\n");
  });

  it("gives a journey of any name a file in the folder", async () => {
    const text = `${good('A "../../evil"')}\n${good('B "con"')}\n${good('C "login"')}\n${good('D "Login"')}`;
    const folder = temporaryFolder({ "sub/a.journey": text });
    expect((await runCommand(folder, ["build", "--out", "sub/out"])).code).toBe(0);
    expect(readdirSync(join(folder, "sub", "out")).sort()).toEqual([
      "%2E.%2F..%2Fevil.journey.json",
      "%4Cogin.journey.json",
      "%63on.journey.json",
      ".journeyc-outputs",
      "login.journey.json",
    ]);
    expect(readdirSync(folder)).toEqual(["sub"]);
  });

  it("replaces a link in its place instead of following it", async () => {
    const folder = temporaryFolder({ "a.journey": good("A"), "precious.txt": "keep" });
    mkdirSync(join(folder, "out"));
    symlinkSync(join(folder, "precious.txt"), join(folder, "out", "A.journey.json"));
    expect((await runCommand(folder, ["build", "--out", "out"])).code).toBe(0);
    expect(readFileSync(join(folder, "precious.txt"), "utf8")).toBe("keep");
  });

  it("refuses scripts behind links that lead out of the journey's folder", async () => {
    const text = `journey A {
  start -> Decide

  script Check "Check" {
    file: "scripts/check.js"
  }

  node Decide: ScriptedDecision {
    script: Check
    outcomes: ["true"]

    true -> success
  }
}
`;
    const folder = temporaryFolder({ "sub/a.journey": text, "secret.js": 'outcome = "true";' });
    mkdirSync(join(folder, "sub", "scripts"));
    symlinkSync(join(folder, "secret.js"), join(folder, "sub", "scripts", "check.js"));
    const { code, output } = await runCommand(folder, ["check"]);
    expect(code).toBe(1);
    expect(output).toContain("it lies outside of the journey's folder");
  });

  it("takes targets, folders, values and environments from the configuration; the command line wins", async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are the journey's.
    const description = '{\n  description: "${label} ${realm}"\n';
    const text = `param label = "none"\n\n${good("A").replace("{\n", () => description)}`;
    const configuration = {
      include: ["in"],
      outDir: "made",
      realm: "bravo",
      params: { label: "general" },
      environments: { prod: { params: { label: "prod" } } },
    };
    const folder = temporaryFolder({
      "in/a.journey": text,
      "journey.config.json": JSON.stringify(configuration),
      "in/deep/x.txt": "",
    });
    const described = async (...args: string[]) => {
      const { code, talk } = await runCommand(join(folder, "in", "deep"), ["build", ...args]);
      expect([code, talk]).toEqual([0, ""]);
      return JSON.parse(readFileSync(join(folder, "made", "A.journey.json"), "utf8")).trees.A.tree.description;
    };
    expect(await described()).toBe("general bravo");
    expect(await described("--env", "prod")).toBe("prod bravo");
    expect(await described("--env", "prod", "--realm", "alpha", "--param", "label=x=y")).toBe("x=y alpha");
    expect(await runCommand(folder, ["build", "--env", "prd"])).toMatchObject({
      code: 2,
      talk: "error: The configuration has no environment prd\nDid you mean prod?\n",
    });
  });

  it("reads configuration modules, and reports broken configurations", async () => {
    const folder = temporaryFolder({ "a.journey": good("A"), "journey.config.mjs": 'export default { outDir: "m" };' });
    expect((await runCommand(folder, ["build"])).output).toBe("written    m/A.journey.json\n");
    for (const code of ["export default async () => ({});", "export default () => ({});"]) {
      const wrong = temporaryFolder({ "a.journey": good("A"), "journey.config.mjs": code });
      const { code: status, talk } = await runCommand(wrong, ["build"]);
      expect([status, talk.includes("its default export is a function, not an object of settings")]).toEqual([2, true]);
    }
    const broken = temporaryFolder({ "a.journey": good("A"), "journey.config.mjs": 'throw new Error("boom");' });
    const thrown = await runCommand(broken, ["build"]);
    expect([thrown.code, thrown.talk.includes("The configuration cannot be used: boom")]).toEqual([2, true]);
    const two = temporaryFolder({ "journey.config.mjs": "", "journey.config.json": "{}" });
    expect((await runCommand(two, ["build"])).talk).toContain("There are several configuration files");
    const unknown = temporaryFolder({ "a.journey": good("A"), "journey.config.json": '{ "outdir": "m" }' });
    const { code, talk } = await runCommand(unknown, ["build"]);
    expect(code).toBe(2);
    expect(talk).toContain('Did you mean "outDir"?');
    expect(existsSync(join(unknown, "dist"))).toBe(false);
  });

  it("knows the node types of the configuration's files, and reports what is wrong in them", async () => {
    const type = {
      id: "VendorThingNode",
      displayName: "Vendor Thing",
      outcomes: ["done"],
      properties: { level: "integer" },
    };
    const text = `journey A {\n  start -> Thing\n\n  node Thing: VendorThing {\n    level: 3\n\n    done -> success\n  }\n}\n`;
    const folder = temporaryFolder({
      "a.journey": text.replace("VendorThing", '"VendorThingNode"'),
      "journey.config.json": '{ "nodeTypes": ["types/vendor.json"] }',
      "types/vendor.json": JSON.stringify(type),
    });
    expect(await runCommand(folder, ["check"])).toMatchObject({ code: 0, output: "" });
    writeFileSync(join(folder, "types", "vendor.json"), JSON.stringify({ ...type, outcomes: 3 }));
    const wrong = await runCommand(folder, ["check"]);
    expect([wrong.code, wrong.output.includes("--> types/vendor.json:1:65")]).toEqual([2, true]);
    writeFileSync(join(folder, "journey.config.json"), '{ "nodeTypes": ["types/vendr.json"] }');
    expect((await runCommand(folder, ["check"])).output).toContain('Cannot read "types/vendr.json"');
  });

  it("bundles all journeys into one export, inner journeys first", async () => {
    const outer = `journey A {\n  start -> Inner\n\n  node Inner: InnerTreeEvaluator {\n    tree: "Z"\n\n    true -> success\n    false -> failure\n  }\n}\n`;
    const folder = temporaryFolder({ "a.journey": outer, "z.journey": good("Z") });
    const { code, output } = await runCommand(folder, ["build", "--bundle", "--out", "out", "--json"]);
    expect(code).toBe(0);
    const validate = schemaValidator("build");
    const report = JSON.parse(output);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.outputs).toEqual([
      { journey: "bundle", target: "export", path: "out/bundle.journey.json", status: "written" },
    ]);
    const text = readFileSync(join(folder, "out", "bundle.journey.json"), "utf8");
    expect(Object.keys(JSON.parse(text).trees)).toEqual(["Z", "A"]);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    await runCommand(folder, ["build", "--out", "single"]);
    const single = JSON.parse(readFileSync(join(folder, "single", "A.journey.json"), "utf8"));
    expect(JSON.parse(text).trees.A).toEqual(single.trees.A);
  });

  it("writes the machine beside the export", async () => {
    const folder = temporaryFolder({ "a.journey": good("A") });
    const { code, output } = await runCommand(folder, ["build", "-t", "export,machine"]);
    expect([code, output]).toEqual([0, "written    dist/A.journey.json\nwritten    dist/A.machine.ts\n"]);
    expect(readFileSync(join(folder, "dist", "A.machine.ts"), "utf8")).toContain("journeyc/runtime");
  });
});

describe("journeyc build --watch", () => {
  it("builds again when an input changes, and survives broken states", async () => {
    const folder = temporaryFolder({ "in/a.journey": good("A") });
    const out = join(folder, "out", "A.journey.json");
    // Runs until the process ends: there is nobody to wait for.
    void runCommand(folder, ["build", "--watch", "--out", "out", "in"]);
    const read = () => (existsSync(out) ? readFileSync(out, "utf8") : "");
    await expect.poll(read, { timeout: 20_000 }).toContain('"A"');
    writeFileSync(join(folder, "in", "a.journey"), bad);
    await new Promise((resolve) => setTimeout(resolve, 300));
    writeFileSync(join(folder, "in", "a.journey"), good("A").replace("{\n", '{\n  description: "second"\n'));
    await expect.poll(read, { timeout: 20_000 }).toContain('"second"');
  });
});
