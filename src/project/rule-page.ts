import { join } from "node:path";
import type { Code } from "../diagnostics/codes.js";
import { readTextFile } from "./read-text.js";

/** One example of a page in `docs/rules`. */
export interface PageExample {
  readonly language: string;
  readonly text: string;
}

/** The parts of a page of `docs/rules` that `explain` shows. */
export interface RulePage {
  readonly what: string | undefined;
  /** What the rule proves, may miss or may report without need. */
  readonly soundness: string | undefined;
  readonly wrong: PageExample | undefined;
  readonly right: PageExample | undefined;
  /** The page without its title. */
  readonly markdown: string | undefined;
}

const noPage: RulePage = {
  what: undefined,
  soundness: undefined,
  wrong: undefined,
  right: undefined,
  markdown: undefined,
};

/** The file of a diagnostic's page, which comes with the package. */
export function rulePageFile(code: Code, packageFolder: string): string {
  return join(packageFolder, "docs", "rules", `${code}.md`);
}

/** The parts of a diagnostic's page; none of a package whose pages were removed. */
export function rulePageOf(code: Code, packageFolder: string): RulePage {
  const page = readTextFile(rulePageFile(code, packageFolder));
  return "text" in page ? readRulePage(page.text) : noPage;
}

/** Finds the parts of a page: the line below the title, and the first example under `## Wrong` and `## Right`. */
export function readRulePage(markdown: string): RulePage {
  const sections = new Map<string, string>();
  for (const section of `\n${markdown.replaceAll("\r\n", "\n")}`.split(/\n##? /).slice(1)) {
    const [title = "", ...body] = section.split("\n");
    sections.set(sections.size === 0 ? "title" : title.trim().toLowerCase(), body.join("\n").trim());
  }
  return {
    what: sections.get("title")?.split("\n\n", 1)[0]?.replaceAll("\n", " ") || undefined,
    soundness: sections.get("soundness")?.replaceAll("\n", " ") || undefined,
    wrong: firstExample(sections.get("wrong")),
    right: firstExample(sections.get("right")),
    markdown:
      markdown
        .replaceAll("\r\n", "\n")
        .replace(/^# .*\n+/, "")
        .trim() || undefined,
  };
}

function firstExample(section: string | undefined): PageExample | undefined {
  const match = section?.match(/^```(\S*)[^\n]*\n([\s\S]*?)^```/m);
  return match ? { language: match[1] ?? "", text: (match[2] ?? "").trimEnd() } : undefined;
}
