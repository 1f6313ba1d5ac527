import type { Soundness } from "../../check/rule.js";
import { soundnessOf } from "../../check/soundness.js";
import { type Code, codes, type Severity } from "../../diagnostics/codes.js";
import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { type PageExample, type RulePage, rulePageFile, rulePageOf } from "../../project/rule-page.js";
import { UsageError } from "../../project/usage-error.js";
import { exitCode } from "../process/exit-code.js";
import { defineCommand } from "./define-command.js";

/** `journeyc explain`: what a diagnostic means. */
export const explain = defineCommand({
  usage: "explain [code]",
  description:
    "Explains a diagnostic, by its name (unknown-node-type) or its number (JRN201). Without a code, lists all diagnostics.",
  options: { json: { type: "boolean", help: "as JSON" } },
  positionals: {
    minimum: 0,
    maximum: 1,
    completes: () => (Object.keys(codes) as Code[]).map((code) => ({ value: code, description: codes[code].id })),
  },
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
    const page = rulePageOf(code, host.packageFolder);
    host.output.write(options.json ? json(asJson(found, page)) : describe(found, page, host.output.style));
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
  return { code, id, severity, page: rulePageFile(code, packageFolder) };
}

function list(style: Style): string {
  return (Object.keys(codes) as Code[])
    .map((code) => `${codes[code].id}  ${style.cyan(code)}\n`)
    .sort()
    .join("");
}

function asJson(found: Entry, { what, soundness, wrong, right }: RulePage): object {
  const { code } = found;
  const kind = soundnessOf(code);
  return {
    version: 1,
    ...found,
    why: codes[code].why,
    what,
    ...(kind === undefined ? {} : { soundness: { kind, text: soundness } }),
    wrong,
    right,
  };
}

/** How far findings can be trusted, in a word. */
const trust: Readonly<Record<Soundness, string>> = {
  proves: "Never wrong, and misses nothing.",
  "may-miss": "Never wrong, but it may miss some.",
  "may-overreport": "Heuristic: a finding may be harmless.",
};

function soundnessText(code: Code, { soundness }: RulePage): string {
  const kind = soundnessOf(code);
  if (kind === undefined) return "Never wrong: no rule judges here, it is found while the input is read.";
  return soundness === undefined ? trust[kind] : `${trust[kind]}\n${soundness}`;
}

function describe({ code, id, severity, page: file }: Entry, page: RulePage, style: Style): string {
  return [
    `${style.bold(code)} ${id}, ${severity}\n`,
    page.what === undefined ? "" : `${page.what}\n`,
    `${style.bold("Why")}\n${codes[code].why}\n`,
    `${style.bold("Soundness")}\n${soundnessText(code, page)}\n`,
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
