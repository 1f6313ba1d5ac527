import { describe, expect, test } from "vitest";
import type { Command, OptionTable } from "../../../src/cli/commands/define-command.js";
import { parseArguments } from "../../../src/cli/input/arguments.js";
import { exitCode } from "../../../src/cli/process/exit-code.js";
import { UsageError } from "../../../src/project/usage-error.js";

const options = {
  out: { type: "string", value: "FOLDER", help: "where to write" },
  param: { type: "string", short: "p", multiple: true, value: "NAME=VALUE", help: "a parameter" },
  json: { type: "boolean", short: "j", help: "as JSON" },
} as const satisfies OptionTable;

const command = {
  usage: "build FILE… [options]",
  description: "Builds.",
  options,
  positionals: { minimum: 1, maximum: 2 },
  run: async () => exitCode.fine,
} satisfies Command<typeof options>;

const parse = (...args: readonly string[]) => parseArguments("build", command, args);

function refused(...args: readonly string[]) {
  try {
    parse(...args);
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error("not refused");
}

describe("options", () => {
  test.each<[readonly string[], object]>([
    [["a"], { param: [] }],
    [["a", "--out", "b"], { out: "b", param: [] }],
    [["a", "--out=b"], { out: "b", param: [] }],
    [["a", "--out=b=c"], { out: "b=c", param: [] }],
    [["a", "--out=--json"], { out: "--json", param: [] }],
    [["a", "--out", "-"], { out: "-", param: [] }],
    [["a", "--out", "b", "--out", "c"], { out: "c", param: [] }],
    [["a", "--param", "x=1", "-p", "y=2", "-pz=3"], { param: ["x=1", "y=2", "z=3"] }],
    [["a", "--json"], { json: true, param: [] }],
    [["a", "-j"], { json: true, param: [] }],
  ])("%j", (args, expected) => {
    expect({ ...parse(...args).options }).toEqual(expected);
  });

  test.each<[readonly string[], string, string | undefined]>([
    [["a", "--out="], "Option --out needs a value", "--out FOLDER"],
    [["a", "--out", ""], "Option --out needs a value", "--out FOLDER"],
    [["a", "--out"], "Option --out needs a value", "--out FOLDER"],
    [["a", "--out", "--json"], "Option --out needs a value", "--out FOLDER"],
    [["a", "--param="], "Option --param needs a value", "--param NAME=VALUE"],
    [["a", "-p"], "Option --param needs a value", "--param NAME=VALUE"],
    [["a", "--json=yes"], "Option --json takes no value", undefined],
    [["a", "--json="], "Option --json takes no value", undefined],
    [["a", "--ot", "b"], "Unknown option --ot for build", "Did you mean --out?"],
    [["a", "-x"], "Unknown option -x for build", "See journeyc build --help"],
    [["a", "--something"], "Unknown option --something for build", "See journeyc build --help"],
    [["a", "--toString"], "Unknown option --toString for build", "See journeyc build --help"],
  ])("%j is refused: %s", (args, message, hint) => {
    expect(refused(...args)).toEqual({ message, hint });
  });
});

describe("what is no option", () => {
  test("stands in its order", () => {
    expect(parse("a", "--json", "b").positionals).toEqual(["a", "b"]);
    expect(parse("--", "--json").positionals).toEqual(["--json"]);
    expect(parse("-").positionals).toEqual(["-"]);
  });

  test("must be neither too few nor too many", () => {
    expect(refused()).toMatchObject({
      message: "An argument is missing for build",
      hint: "journeyc build FILE… [options]",
    });
    expect(refused("a", "b", "c", "d")).toMatchObject({
      message: "Unexpected argument c for build",
      hint: "journeyc build FILE… [options]",
    });
  });
});
