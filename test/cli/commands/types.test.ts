import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const journey = `journey A {
  start -> Old

  node Old: ScriptedDecision {
    script: Old
    outcomes: ["true"]

    true -> New
  }

  node New: ScriptedDecision {
    script: New
    outcomes: ["true"]

    true -> success
  }

  script Old {
    file: "scripts/old.js"
  }

  script MyLibrary "my library" {
    file: "scripts/library.js"
    context: "LIBRARY"
    evaluatorVersion: "2.0"
  }

  script New {
    file: "scripts/new.js"
    context: "SCRIPTED_DECISION_NODE"
    evaluatorVersion: "2.0"
  }
}
`;

const files = {
  "journeys/A.journey": journey,
  "journeys/scripts/old.js":
    'var name = nodeState.get("username").asString();\nnodeState.putShred("a", name);\nvar shared = sharedState.get("a");\noutcome = "true";\n',
  "journeys/scripts/library.js": "exports.next = function (name) { return name + 1; };\n",
  "journeys/scripts/new.js":
    'var name = nodeState.get("username");\ncallbacksBuilder.nameCalback("Name");\nsharedState.get("a");\naction.goTo("true");\nfunction longer(text) { return text + nodeState.get("a").length; }\n',
};

/** What TypeScript says of the files of a project, as an editor would show it. */
function problems(project: string): readonly string[] {
  const { config } = ts.readConfigFile(project, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, join(project, ".."), {}, project);
  const program = ts.createProgram(fileNames, options);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

describe("journeyc types", () => {
  test("lets TypeScript check each script with the objects of its engine", async () => {
    const folder = temporaryFolder(files);
    expect(await runCommand(folder, ["types"])).toEqual({
      code: 0,
      output: [
        "script-types/common.d.ts",
        "script-types/legacy.d.ts",
        "script-types/next-generation.d.ts",
        "script-types/jsconfig.legacy.json",
        "script-types/jsconfig.next-generation.json",
        "jsconfig.json",
      ]
        .map((path) => `written    ${path}\n`)
        .join(""),
      talk: "Script files: 1 legacy, 2 next-generation\n",
    });
    expect(problems(join(folder, "script-types/jsconfig.legacy.json"))).toEqual([
      "2: Property 'putShred' does not exist on type 'NodeState'. Did you mean 'putShared'?",
    ]);
    expect(problems(join(folder, "script-types/jsconfig.next-generation.json"))).toEqual([
      "2: Property 'nameCalback' does not exist on type 'CallbacksBuilder'. Did you mean 'nameCallback'?",
      "3: Cannot find name 'sharedState'.",
    ]);
    expect(JSON.parse(readFileSync(join(folder, "jsconfig.json"), "utf8"))).toEqual({
      files: [],
      references: [
        { path: "./script-types/jsconfig.legacy.json" },
        { path: "./script-types/jsconfig.next-generation.json" },
      ],
    });
  });

  test("leaves a configuration that is there, and says what it needs", async () => {
    const folder = temporaryFolder({ ...files, "tsconfig.json": "{}" });
    const first = await runCommand(folder, ["types", "journeys", "-o", "journeys/types"]);
    expect(first.talk).toBe(
      'tsconfig.json is there already. Its "references" need:\n' +
        '  { "path": "./journeys/types/jsconfig.legacy.json" }\n' +
        '  { "path": "./journeys/types/jsconfig.next-generation.json" }\n' +
        "Script files: 1 legacy, 2 next-generation\n",
    );
    expect([readFileSync(join(folder, "tsconfig.json"), "utf8"), existsSync(join(folder, "jsconfig.json"))]).toEqual([
      "{}",
      false,
    ]);
  });
});
