import { describe, expect, test } from "vitest";
import { findInputs, type InputForms } from "../../src/project/find-inputs.js";
import { memoryHost } from "../support/memory-files.js";

const text = "journey A {\n  start -> success\n}\n";
const json = '{ "trees": {} }';

const files = {
  "/work/a.journey": text,
  "/work/b.json": json,
  "/work/texts/b.journey": text,
  "/work/texts/deep/a.journey": text,
  "/work/texts/deep/export.json": json,
  "/work/texts/.git/c.journey": text,
  "/work/texts/node_modules/d.journey": text,
  "/work/exports/x.json": json,
  "/work/exports/x.js": "outcome = 1;",
  "/work/exports/mail.md": "# Welcome",
  "/work/exports/notes.pdf": "",
};

function found(
  paths: readonly string[],
  forms?: InputForms,
  texts: Readonly<Record<string, string | undefined>> = files,
) {
  const { inputs, unreadable } = findInputs(paths, memoryHost(texts), forms === undefined ? {} : { forms });
  return {
    inputs: inputs.map((input) =>
      input.kind === "folder" ? ["folder", [...input.files.keys()]] : [input.kind, input.source.path],
    ),
    unreadable: unreadable.map(({ message }) => message),
  };
}

describe("each file counts once", () => {
  test.each([
    ["an export after its folder", ["/work/exports", "/work/exports/x.json"]],
    ["a folder twice", ["/work/exports", "/work/exports/", "exports"]],
  ])("%s", (_name, paths) => {
    expect(found(paths).inputs).toEqual(found(["/work/exports"]).inputs);
  });

  test("an export before its folder", () => {
    expect(found(["/work/exports/x.json", "/work/exports"]).inputs).toEqual([["export", "exports/x.json"]]);
  });
});

describe("what a path is", () => {
  test.each([
    ["x.journey", json, "text"],
    ["x.json", text, "export"],
    ["X.JSON", text, "export"],
    ["x", text, "text"],
    ["x", json, "export"],
    ["x.txt", `\ufeff \n[${json}]`, "export"],
    ["x.journey.orig", text, "text"],
    ["x", "", "text"],
  ])("%s with %j is read as %s: the name says it, or the content", (path, content, kind) => {
    expect(found([path], "any", { [`/work/${path}`]: content }).inputs).toEqual([[kind, path]]);
  });

  test("a folder stands for the texts below it, by name, without hidden folders and packages", () => {
    expect(found(["texts"]).inputs).toEqual([
      ["text", "texts/b.journey"],
      ["text", "texts/deep/a.journey"],
    ]);
  });

  test("a folder without texts is one of exports or configuration: its JSON, scripts and texts of templates, read together", () => {
    expect(found(["exports"]).inputs).toEqual([["folder", ["exports/x.json", "exports/x.js", "exports/mail.md"]]]);
    expect(found([".."], "any", { "/b.json": json }).inputs).toEqual([["folder", ["/b.json"]]]);
    expect(found(["."], "any", { "/work/b.json": json }).inputs).toEqual([["folder", ["b.json"]]]);
  });

  test("a folder that the project includes stands for its texts alone, a file for what it is", () => {
    expect(found(["/work/exports", "/work/b.json"], "project").inputs).toEqual([["export", "b.json"]]);
  });

  test("who wants texts gets texts, and who wants exports exports", () => {
    expect(found(["b.json", "exports", "texts"], "texts").inputs.map(([kind]) => kind)).toEqual([
      "text",
      "text",
      "text",
    ]);
    expect(found(["a.journey", "texts"], "exports").inputs).toEqual([
      ["export", "a.journey"],
      ["folder", ["texts/deep/export.json"]],
    ]);
  });
});

test("each file and folder counts once, in the order of the paths", () => {
  expect(found(["b.json", "./b.json", "texts/deep", "texts", "/work/exports", "exports"]).inputs).toEqual([
    ["export", "b.json"],
    ["text", "texts/deep/a.journey"],
    ["text", "texts/b.journey"],
    ["folder", ["exports/x.json", "exports/x.js", "exports/mail.md"]],
  ]);
});

test("standard input is read once, and is what it holds", () => {
  for (const [content, kind] of [
    [text, "text"],
    [json, "export"],
  ] as const) {
    let reads = 0;
    const readStandardInput = () => {
      reads++;
      return { text: content };
    };
    const { inputs } = findInputs(["-", "-"], memoryHost({}, { readStandardInput }));
    expect(inputs).toMatchObject([{ kind, file: undefined, source: { path: "<stdin>", text: content } }]);
    expect(reads).toBe(1);
  }
});

test("what cannot be read is told, and keeps nothing else from being read", () => {
  const broken = { ...files, "/work/exports/y.json": undefined, "/work/exports/y.js": undefined };
  expect(found(["gone", "a.journey", "exports", "-"], "any", broken)).toEqual({
    inputs: [
      ["text", "a.journey"],
      ["folder", ["exports/x.json", "exports/x.js", "exports/mail.md"]],
    ],
    unreadable: [
      'Cannot read "gone": no such file or folder',
      'Cannot read "exports/y.json": permission denied',
      'Cannot read "<stdin>": there is none',
    ],
  });
});
