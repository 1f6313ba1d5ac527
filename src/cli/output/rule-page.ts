/** One example of a page in `docs/rules`. */
export interface PageExample {
  readonly language: string;
  readonly text: string;
}

/** The parts of a page of `docs/rules` that `explain` shows. */
export interface RulePage {
  readonly what: string | undefined;
  readonly wrong: PageExample | undefined;
  readonly right: PageExample | undefined;
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
    wrong: firstExample(sections.get("wrong")),
    right: firstExample(sections.get("right")),
  };
}

function firstExample(section: string | undefined): PageExample | undefined {
  const match = section?.match(/^```(\S*)[^\n]*\n([\s\S]*?)^```/m);
  return match ? { language: match[1] ?? "", text: (match[2] ?? "").trimEnd() } : undefined;
}
