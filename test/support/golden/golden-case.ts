import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { projectRoot } from "../read-project.js";

const root = join(projectRoot, "test", "cases");

/** A golden folder: an input, the files beside it that the input needs, and what is expected of it. */
export interface GoldenCase {
  readonly name: string;
  readonly folder: string;
  readonly input: "input.journey" | "input.export.json";
  readonly text: string;
  /** All files of the folder but the expected ones, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The paths of the expected ones. */
  readonly expected: readonly string[];
}

/** All golden folders. */
export function goldenCases(): readonly GoldenCase[] {
  return readdirSync(root).sort().map(readCase);
}

function readCase(name: string): GoldenCase {
  const folder = join(root, name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
  const isExpected = (path: string) => path.startsWith("expected.");
  const files = Object.fromEntries(
    paths.filter((path) => !isExpected(path)).map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
  const input = "input.journey" in files ? "input.journey" : "input.export.json";
  const text = files[input];
  if (text === undefined) throw new Error(`${folder} has no input`);
  return { name, folder, input, text, files, expected: paths.filter(isExpected) };
}

/** The same case with another text as its input. */
export function withInput(subject: GoldenCase, text: string): GoldenCase {
  return { ...subject, text, files: { ...subject.files, [subject.input]: text } };
}
