import { describe, expect, it } from "vitest";
import { FileCompiler } from "../../src/project/file-compiler.js";
import { memoryHost } from "../support/memory-files.js";

const caller = (name: string, inner: string) => `journey ${name} {
  start -> Ask

  page Ask {
    node Name: UsernameCollector

    -> Run
  }

  node Run: InnerTreeEvaluator {
    tree: "${inner}"

    true -> success
    false -> failure
  }
}
`;

/** It needs the user name that its caller asks for. */
const checking = `journey Checking {
  noSession: true

  start -> Ask

  page Ask {
    node Secret: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

const scripted = `journey Scripted {
  start -> Run

  node Run: ScriptedDecision { script: Rate outcomes: ["ok"] ok -> success }

  script Rate { file: "scripts/rate.js" }
}
`;

function compilerOf(texts: Record<string, string>, options = {}) {
  return new FileCompiler(memoryHost(texts), options);
}

const codesIn = (diagnostics: readonly { readonly code: string }[]) => diagnostics.map(({ code }) => code);

describe("a file of a project", () => {
  it("is compiled with the journeys around it in mind, and has its own findings alone", async () => {
    const compiler = compilerOf({
      "/work/a/Calling.journey": caller("Calling", "Checking"),
      "/work/b/Checking.journey": checking,
      "/work/b/broken.journey": "journey Broken {\n  start -> Nowhere\n}\n",
    });
    const { journeys, diagnostics } = await compiler.compile("b/Checking.journey");
    expect(journeys.map(({ id }) => id)).toEqual(["Checking"]);
    expect(diagnostics).toEqual([]);
    expect(codesIn((await compiler.compile("/work/b/broken.journey")).diagnostics)).toEqual(["unresolved-target"]);
    // Alone, it would be told that nothing asks for the user name.
    const alone = await compilerOf({ "/work/b/Checking.journey": checking }).compile("b/Checking.journey");
    expect(codesIn(alone.diagnostics)).toEqual(["state-never-written"]);
  });

  it("depends on its scripts, on what its inner journeys depend on, and on the settings", async () => {
    const compiler = compilerOf({
      "/work/Outer.journey": caller("Outer", "Middle"),
      "/work/Middle.journey": caller("Middle", "Scripted"),
      "/work/in/Scripted.journey": scripted,
      "/work/in/scripts/rate.js": 'outcome = "ok";',
      "/work/Other.journey": caller("Other", "Outer"),
      "/work/types/own.json": '{ "id": "OwnNode" }',
      "/work/journey.config.json": '{ "nodeTypes": ["types/own.json"] }',
    });
    const { files } = await compiler.compile("Outer.journey");
    expect([...files].sort()).toEqual([
      "/work/Middle.journey",
      "/work/Outer.journey",
      "/work/in/Scripted.journey",
      "/work/in/scripts/rate.js",
      "/work/journey.config.json",
      "/work/types/own.json",
    ]);
  });

  it("depends on a script that is missing, which may come", async () => {
    const { diagnostics, files } = await compilerOf({ "/work/Scripted.journey": scripted }).compile("Scripted.journey");
    expect(codesIn(diagnostics)).toContain("unreadable-file");
    expect([...files]).toContain("/work/scripts/rate.js");
  });

  it("has findings of its scripts and of the configuration, but none of what scenarios say", async () => {
    const { diagnostics } = await compilerOf({
      "/work/Scripted.journey": `${scripted}\nscenario "x" of Elsewhere {\n  expect success\n}\n`,
      "/work/scripts/rate.js": "outcome = (;",
      "/work/journey.config.json": '{ "params": { "nobody": 1 } }',
    }).compile("Scripted.journey");
    expect(diagnostics.map(({ code, place }) => [code, place.source.path])).toEqual([
      ["unused-param-setting", "journey.config.json"],
      ["broken-script", "scripts/rate.js"],
    ]);
  });

  it("may lie outside of what the configuration includes, and of the project", async () => {
    const compiler = compilerOf({
      "/work/in/A.journey": "journey A {\n  start -> success\n}\n",
      "/elsewhere/B.journey": caller("B", "A"),
      "/work/journey.config.json": '{ "include": ["in"] }',
    });
    const { journeys, diagnostics, files } = await compiler.compile("/elsewhere/B.journey");
    expect(journeys.map(({ id }) => id)).toEqual(["B"]);
    expect(codesIn(diagnostics)).toContain("impossible-inner-outcome");
    expect([...files].sort()).toEqual(["/elsewhere/B.journey", "/work/in/A.journey", "/work/journey.config.json"]);
  });

  it("outside of the project is judged with all of it, which is not read again for it", async () => {
    const reads: string[] = [];
    const host = memoryHost({
      "/work/in/A.journey": caller("A", "Checking"),
      "/work/in/Broken.journey": "journey Broken {\n  start -> Nowhere\n}\n",
      "/elsewhere/Checking.journey": checking,
      "/elsewhere/B.journey": caller("B", "A"),
      "/elsewhere/A.journey": "journey A {\n  start -> success\n}\n",
      "/work/in/Scripted.journey": scripted,
      "/work/in/scripts/rate.js": 'outcome = "ok";',
      "/elsewhere/C.journey": caller("C", "Scripted"),
      "/work/journey.config.json": '{ "include": ["in"], "params": { "nobody": 1 } }',
    });
    const compiler = new FileCompiler(
      {
        ...host,
        files: {
          ...host.files,
          readText(path) {
            reads.push(path);
            return host.files.readText(path);
          },
        },
      },
      {},
    );
    // Its caller in the project asks for the user name.
    const first = await compiler.compile("/elsewhere/Checking.journey");
    expect([first.journeys.map(({ id }) => id), codesIn(first.diagnostics)]).toEqual([["Checking"], []]);
    expect(await compiler.compile("/elsewhere/Checking.journey")).toBe(first);
    expect([...(await compiler.compile("/elsewhere/C.journey")).files]).toContain("/work/in/scripts/rate.js");
    expect(codesIn((await compiler.compile("/elsewhere/B.journey")).diagnostics)).toEqual([]);
    const texts = reads.filter((path) => path.endsWith(".journey"));
    expect(texts).toHaveLength(new Set(texts).size);
    const another = await compiler.compile("/elsewhere/A.journey");
    expect([another.journeys.map(({ nodes }) => nodes.length), another.diagnostics]).toEqual([[0], []]);
    compiler.forget();
    expect(await compiler.compile("/elsewhere/Checking.journey")).not.toBe(first);
  });

  it("is an error where it cannot be read, or where the configuration is wrong", async () => {
    expect(codesIn((await compilerOf({}).compile("A.journey")).diagnostics)).toEqual(["unreadable-file"]);
    const wrong = compilerOf({ "/work/A.journey": "journey A {\n}\n", "/work/journey.config.json": "{" });
    const { journeys, diagnostics, files } = await wrong.compile("A.journey");
    expect(journeys).toEqual([]);
    expect(diagnostics.map(({ place, severity }) => [place.source.path, severity])).toEqual([
      ["journey.config.json", "error"],
    ]);
    expect([...files]).toContain("/work/journey.config.json");
    const unknown = compilerOf({ "/work/A.journey": "journey A {\n}\n" }, { env: "prod" });
    await expect(unknown.compile("A.journey")).rejects.toThrow("The configuration has no environment prod");
  });
});

it("is read again only after something has changed", async () => {
  const texts: Record<string, string> = { "/work/A.journey": caller("A", "A") };
  const compiler = compilerOf(texts);
  const first = await compiler.compile("A.journey");
  texts["/work/A.journey"] = "journey B {\n  start -> success\n}\n";
  expect(await compiler.compile("/work/A.journey")).toBe(first);
  compiler.forget();
  expect((await compiler.compile("A.journey")).journeys.map(({ id }) => id)).toEqual(["B"]);
});
