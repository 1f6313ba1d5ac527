import { describe, expect, it } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import type { Journey } from "../../src/model/model.js";
import { findRequirements } from "../../src/requires/find-requirements.js";
import { SourceFile } from "../../src/text/source-file.js";
import { bindText } from "../support/read-project.js";

const text = `
extern node Fraud "FraudCheckNode" { displayName: "Fraud" outcomes: ["outcome"] }

journey Outer {
  description: "&{esv.motto}"

  start -> Ask

  page Ask {
    stage: "{\\"themeId\\":\\"dark\\"}"

    node Name: UsernameCollector

    -> Risk
  }

  node Risk: ScriptedDecision {
    script: CheckRisk
    outcomes: ["low"]
    inputs: ["*"]
    outputs: ["*"]

    low -> Second
  }

  node Foreign: ScriptedDecision {
    script: "11111111-2222-4333-8444-555555555555"
    outcomes: ["go"]
    inputs: ["*"]
    outputs: ["*"]

    go -> Second
  }

  node Second: InnerTreeEvaluator {
    tree: "Inner"

    true -> Mail
    false -> failure
  }

  node Third: InnerTreeEvaluator {
    tree: "Elsewhere"

    true -> Mail
    false -> failure
  }

  node Mail: EmailSuspend {
    emailTemplateName: "welcome"

    -> Shop
  }

  node Shop: Fraud {
    url: "https://&{esv.fraud.host}/v1"
    limit: { "$int": "&{esv.limit|3}" }

    -> success
  }

  script CheckRisk {
    file: "scripts/check-risk.js"
  }

  resource emailTemplate "welcome" from "resources/welcome.json"
}

journey Inner {
  start -> success
}
`;

const files: Record<string, string> = {
  "scripts/check-risk.js": `var a = require("strings"); var b = systemEnv.getProperty("esv.api.key"); systemEnv.getProperty("esv.soft", "x"); secrets.getGenericSecret("scripted.key"); secrets.getGenericSecret("esv.pass.word");`,
  "resources/welcome.json": "{}",
};

function requirementsOf(source: string) {
  const { model } = bindText(source, {
    readText: (path) => (files[path] === undefined ? { problem: "none" } : { text: files[path] }),
  });
  return findRequirements(model).map(({ kind, id, provided }) => `${provided ? "+" : "-"} ${kind} ${id}`);
}

describe("findRequirements", () => {
  it("lists what a tenant must have, and what comes along", () => {
    const found = requirementsOf(text);
    for (const expected of [
      "- variable esv-api-key",
      "- variable esv-fraud-host",
      "- variable esv-motto",
      "- variable esv-pass-word",
      "- secretLabel scripted.key",
      "- script 11111111-2222-4333-8444-555555555555",
      "- libraryScript strings",
      "- journey Elsewhere",
      "+ journey Inner",
      "+ emailTemplate welcome",
      "- theme dark",
      "- nodeType FraudCheckNode",
    ]) {
      expect(found).toContain(expected);
    }
    expect(found.filter((line) => line.startsWith("+ script"))).toHaveLength(1);
    expect(found.join("\n")).not.toMatch(/esv-limit|esv-soft/);
  });

  it("finds the theme of a page in both forms of its stage", () => {
    const page = (stage: string) =>
      `journey A {\n  start -> P\n  page P {\n    stage: "${stage}"\n    node N: UsernameCollector\n    -> success\n  }\n}\n`;
    expect(requirementsOf(page("themeId=8ba40b76"))).toEqual(["- theme 8ba40b76"]);
    expect(requirementsOf(page('{\\"themeId\\":\\"dark\\"}'))).toEqual(["- theme dark"]);
    expect(requirementsOf(page("login"))).toEqual([]);
  });

  it("asks for nothing where nothing is needed", () => {
    expect(requirementsOf("journey A {\n  start -> success\n}\n")).toEqual([]);
  });

  it("reads exports as well", () => {
    const value = {
      tree: {
        _id: "A",
        entryNodeId: "x",
        nodes: { x: { nodeType: "InnerTreeEvaluatorNode", connections: {}, displayName: "X" } },
      },
      nodes: { x: { _id: "x", tree: "B" } },
    };
    const { model } = readExport(new SourceFile("a.json", JSON.stringify(value)), {});
    expect(findRequirements(model).map(({ kind, id }) => `${kind} ${id}`)).toEqual(["journey B"]);
  });
});

describe("themes that are linked to a journey", () => {
  const theme = { _id: "t1", name: "Harbour", linkedTrees: ["Dock", "Pier"] };
  const exported = (name: string, themes: readonly object[]) => {
    const tree = { _id: name, entryNodeId: "70e691a5-1e33-4ac3-a356-e7b6d60d92e0", nodes: {} };
    const text = JSON.stringify({ tree, nodes: {}, themes });
    return readExport(new SourceFile(`${name}.json`, text), {}).model.journeys;
  };
  const required = (...journeys: readonly (readonly Journey[])[]) =>
    findRequirements({ journeys: journeys.flat(), externTypes: new Map(), scenarios: [] });

  it("are required by it, also where another journey's export brings them", () => {
    expect(required(exported("Dock", [theme]))).toMatchObject([
      { kind: "theme", id: "t1", title: "Harbour", provided: true, journeys: ["Dock"] },
    ]);
    expect(required(exported("Dock", [theme]), exported("Pier", []))).toMatchObject([
      { kind: "theme", provided: false, journeys: ["Dock", "Pier"] },
    ]);
    expect(required(exported("Other", [theme]))).toEqual([]);
  });
});
