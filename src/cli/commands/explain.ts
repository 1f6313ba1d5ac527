import { join } from "node:path";
import { type Code, codes, type Severity } from "../../diagnostics/codes.js";
import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import { rulePageUrl } from "../../diagnostics/rule-page.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { readTextFile } from "../../project/read-text.js";
import { UsageError } from "../input/usage-error.js";
import { type PageExample, type RulePage, readRulePage } from "../output/rule-page.js";
import { defineCommand } from "../process/command.js";
import { exitCode } from "../process/exit-code.js";

/** `journeyc explain`: what a diagnostic means. */
export const explain = defineCommand({
  usage: "explain <code>",
  description: "Explains a diagnostic, by its name (unknown-node-type) or its number (JRN201). Without one, lists all.",
  options: { json: { type: "boolean", help: "as JSON" } },
  positionals: { minimum: 0, maximum: 1 },
  async run({ options, positionals: [name], host }) {
    if (name === undefined) {
      host.output.write(
        options.json ? json({ version: 1, codes: Object.keys(codes).map(entry) }) : list(host.output.style),
      );
      return exitCode.fine;
    }
    const code = codeNamed(name);
    const page = pageOf(code, host.packageFolder);
    host.output.write(
      options.json
        ? json({ version: 1, ...entry(code), why: codes[code].why, ...page })
        : describe(code, page, host.output.style),
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
    nearest ? `Did you mean ${nearest}?` : "journeyc explain lists all",
  );
}

function entry(code: string): { code: string; id: string; severity: Severity; url: string } {
  const { id, severity } = codes[code as Code];
  return { code, id, severity, url: rulePageUrl(code) };
}

function pageOf(code: Code, packageFolder: string): RulePage {
  const page = readTextFile(join(packageFolder, "docs", "rules", `${code}.md`));
  return "text" in page ? readRulePage(page.text) : { what: undefined, wrong: undefined, right: undefined };
}

function list(style: Style): string {
  return (Object.keys(codes) as Code[])
    .map((code) => `${codes[code].id}  ${style.cyan(code)}\n`)
    .sort()
    .join("");
}

function describe(code: Code, page: RulePage, style: Style): string {
  const { id, severity, why } = codes[code];
  return [
    `${style.bold(code)} ${id}, ${severity}\n`,
    page.what === undefined ? "" : `${page.what}\n`,
    `${style.bold("Why")}\n${why}\n`,
    example("Wrong", page.wrong, style.red, style),
    example("Right", page.right, style.green, style),
    `${rulePageUrl(code)}\n`,
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
