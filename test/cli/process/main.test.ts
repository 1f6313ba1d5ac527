import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../../src/cli/commands/index.js";
import { helpTopics } from "../../../src/cli/output/help-topics.js";
import { showMarkdown } from "../../../src/cli/output/show-markdown.js";
import { plainStyle } from "../../../src/diagnostics/render/style.js";
import { markdownSection } from "../../../src/text/markdown-section.js";
import { commandHost, runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

describe("journeyc", () => {
  it("lists all commands in its help", async () => {
    const { code, output } = await runCommand(temporaryFolder(), ["--help"]);
    expect(code).toBe(0);
    for (const name of Object.keys(helpTopics)) expect(output).toMatch(new RegExp(`[ \\n]${name}[,\\n]`));
    for (const name of Object.keys(commands)) expect(output).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  it("shows the help on standard error when nothing is asked for", async () => {
    const { code, output, talk } = await runCommand(temporaryFolder(), []);
    expect([code, output]).toEqual([2, ""]);
    expect(talk).toContain("Usage");
  });

  it.each(Object.keys(commands))("%s has a help of its own, whatever else is said", async (name) => {
    const { code, output, talk } = await runCommand(temporaryFolder(), [name, "--nonsense", "--help"]);
    expect([code, talk]).toEqual([0, ""]);
    expect(output).toContain(`journeyc ${name}`);
    expect(output.split("\n").filter((line) => line.length > 110)).toEqual([]);
    expect((await runCommand(temporaryFolder(), ["help", name])).output).toBe(output);
  });

  it.each(Object.entries(helpTopics))("help %s shows what the page says", async (name, { page, heading }) => {
    const { code, output, talk } = await runCommand(temporaryFolder(), ["help", name]);
    expect([code, talk]).toEqual([0, ""]);
    const { packageFolder } = commandHost(temporaryFolder()).host;
    const file = join(packageFolder, "docs", page);
    const title = heading ?? readFileSync(file, "utf8").split("\n", 1)[0]?.slice(2);
    const lines = output.trimEnd().split("\n");
    expect([lines[0], lines.at(-1)]).toEqual([title, `More: ${file}`]);
    expect(lines.length).toBeGreaterThan(3);
  });

  it("wraps a page for the terminal and leaves its code as it is", () => {
    const page = [
      ...["# A page", "", "See [**this**](there.md) and `that`.", "Words go on.", "", "- one two three four five six"],
      ...["- seven", "", "| head | |", "|---|---|", "| `a\\|b` | more words than a line may have |", ""],
      ...["```sh", "# no heading, and longer than a line may be", "```"],
    ];
    expect(showMarkdown(page.join("\n"), plainStyle, 26).split("\n")).toEqual([
      ...["A page", "", "See this and `that`. Words", "go on.", "", "- one two three four five", "  six"],
      ...["- seven", "", "  head", "  `a|b`", "      more words than a", "      line may have", ""],
      ...["  # no heading, and longer than a line may be", ""],
    ]);
  });

  it("finds a section by its heading, not by code, and up to the next of its level", () => {
    const page = "# P\n\n```\n# A\n```\n\n## A\n\na\n\n### B\n\nb\n\n## C\n";
    expect(markdownSection(page, "A")).toBe("## A\n\na\n\n### B\n\nb\n");
    expect(markdownSection(page, "D")).toBeUndefined();
  });

  it.each([
    [["help", "exit-statu"], "There is no command or topic exit-statu", "Did you mean journeyc help exit-status?"],
    [["help", "constructor"], "There is no command or topic constructor", "journeyc --help lists both"],
    [["chekc"], "Unknown command chekc", "Did you mean journeyc check?"],
    [["constructor"], "Unknown command constructor", "See journeyc --help"],
    [["--frobnicate"], "Unknown option --frobnicate", "See journeyc --help"],
    [["check", "--formt", "json"], "Unknown option --formt for check", "Did you mean --format?"],
    [["check", "--__proto__"], "Unknown option --__proto__ for check", "See journeyc check --help"],
    [["build", "--out"], "Option --out needs a value", "--out DIR"],
    [["build", "--json=yes"], "Option --json takes no value", ""],
    [["build", "--target", "machin"], "Unknown target machin", "Did you mean machine?"],
    [["check", "--max-warnings", "few"], "--max-warnings must be a number, not few", ""],
    [["build", "--param", "host"], "--param host must be NAME=VALUE", ""],
    [["explain", "a", "b"], "Unexpected argument b for explain", "journeyc explain [code]"],
    [["explain", "unknown-node-typ"], "There is no diagnostic unknown-node-typ", "Did you mean unknown-node-type?"],
    [["nodes", "ScriptedDecisoin"], "No node type matches ScriptedDecisoin", "Did you mean ScriptedDecision?"],
    [["check", "--json", "--format", "sarif"], "--json and --format sarif contradict each other", "Give one of them"],
    [
      ["diff", "a", "b", "--json", "--format", "html"],
      "--json and --format html contradict each other",
      "Give one of them",
    ],
    [["diff", "-", "-"], "Standard input can be one of the two versions only", "Name a file for the other one"],
    [["merge", "a", "-", "b"], "Cannot read a: no such file or folder", ""],
    [["merge", "-", "a", "b"], "merge reads files, not standard input", "journeyc merge <base> <ours> <theirs>"],
    [
      ["graph", "a.journey", "-o", "p.txt"],
      "No format of pictures has the extension of p.txt",
      "--format mermaid, dot, svg, html",
    ],
    [
      ["test", "-g", "-o", "x.json"],
      "Scenarios are journey text, which x.json would not be read as",
      "Give --out a name that ends in .journey",
    ],
    [["check"], "There are no .journey files here", "Give files or folders, or start with journeyc init"],
  ])("%j is wrong use", async (args, message, hint) => {
    const { code, output, talk } = await runCommand(temporaryFolder(), args);
    expect([code, output]).toEqual([2, ""]);
    expect(talk).toBe(`error: ${message}\n${hint === "" ? "" : `${hint}\n`}`);
  });

  it("never sends control characters of the arguments to the terminal", async () => {
    const { talk } = await runCommand(temporaryFolder(), ["\u001b]0;gotcha\u0007"]);
    expect([talk.includes("\u001b"), talk.includes("\u0007")]).toEqual([false, false]);
  });
});
