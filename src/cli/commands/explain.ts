import { join } from "node:path";
import { type Code, codes, type Severity } from "../../diagnostics/codes.js";
import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { readTextFile } from "../../project/read-text.js";
import { UsageError } from "../../project/usage-error.js";
import { type PageExample, type RulePage, readRulePage } from "../output/rule-page.js";
import { exitCode } from "../process/exit-code.js";
import { defineCommand } from "./define-command.js";

/** `journeyc explain`: what a diagnostic means. */
export const explain = defineCommand({
  usage: "explain <code>",
  description:
    "Explains a diagnostic, by its name (unknown-node-type) or its number (JRN201). Without one, lists all diagnostics.",
  options: { json: { type: "boolean", help: "as JSON" } },
  positionals: { minimum: 0, maximum: 1 },
  async run({ options, positionals: [name], host }) {
    if (name === undefined) {
      const names = Object.keys(codes) as Code[];
      host.output.write(
        options.json
          ? json({ version: 1, codes: names.map((code) => entry(code, host.packageFolder)) })
          : list(host.output.style),
      );
      return exitCode.fine;
    }
    const code = codeNamed(name);
    const found = entry(code, host.packageFolder);
    const text = pageText(found.page);
    host.output.write(
      options.json
        ? json({ version: 1, ...found, why: codes[code].why, ...text })
        : describe(found, text, host.output.style),
    );
    return exitCode.fine;
  },
});

function codeNamed(name: string): Code {
  const wanted = name.toLowerCase();
  for (const code of Object.keys(codes) as Code[]) {
    if (code === wanted || codes[code].id.toLowerCase() === wanted) return code;
  }
  const nearest = nearestName(wanted, Object.keys(codes));
  throw new UsageError(
    `There is no diagnostic ${name}`,
    nearest ? `Did you mean ${nearest}?` : "journeyc explain lists all diagnostics",
  );
}

interface Entry {
  readonly code: Code;
  readonly id: string;
  readonly severity: Severity;
  /** The file of its page, which comes with the package. */
  readonly page: string;
}

function entry(code: Code, packageFolder: string): Entry {
  const { id, severity } = codes[code];
  return { code, id, severity, page: join(packageFolder, "docs", "rules", `${code}.md`) };
}

function pageText(file: string): RulePage {
  const page = readTextFile(file);
  return "text" in page ? readRulePage(page.text) : { what: undefined, wrong: undefined, right: undefined };
}

function list(style: Style): string {
  return (Object.keys(codes) as Code[])
    .map((code) => `${codes[code].id}  ${style.cyan(code)}\n`)
    .sort()
    .join("");
}

function describe({ code, id, severity, page: file }: Entry, page: RulePage, style: Style): string {
  return [
    `${style.bold(code)} ${id}, ${severity}\n`,
    page.what === undefined ? "" : `${page.what}\n`,
    `${style.bold("Why")}\n${codes[code].why}\n`,
    example("Wrong", page.wrong, style.red, style),
    example("Right", page.right, style.green, style),
    `${style.dim(`More: ${file}`)}\n`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function example(
  title: string,
  { text }: Partial<PageExample> = {},
  paint: (text: string) => string,
  style: Style,
): string {
  if (text === undefined) return "";
  const lines = text.split("\n").map((line) => `${paint("|")} ${printable(line)}`.trimEnd());
  return `${style.bold(title)}\n${lines.join("\n")}\n`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
