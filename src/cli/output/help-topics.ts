import { join } from "node:path";
import { readTextFile } from "../../project/read-text.js";
import { UsageError } from "../../project/usage-error.js";
import { markdownSection } from "../../text/markdown-section.js";

/** What `journeyc help` shows besides commands: a page of `docs`, or a section of one. */
interface HelpTopic {
  readonly page: string;
  /** The heading of the section; absent for the whole page. */
  readonly heading?: string;
}

/** The topics by name, in the order in which they are listed. */
export const helpTopics: Readonly<Record<string, HelpTopic>> = {
  language: { page: "language.md" },
  names: { page: "language.md", heading: "Names" },
  journeys: { page: "language.md", heading: "Journey" },
  outcomes: { page: "language.md", heading: "Nodes" },
  pages: { page: "language.md", heading: "Pages" },
  scripts: { page: "language.md", heading: "Scripts" },
  resources: { page: "language.md", heading: "Resources" },
  parameters: { page: "language.md", heading: "Parameters" },
  rules: { page: "language.md", heading: "Rules" },
  layout: { page: "language.md", heading: "Layout" },
  raw: { page: "language.md", heading: "Raw" },
  scenarios: { page: "testing.md" },
  "script-scenarios": { page: "testing-scripts.md" },
  exports: { page: "formats.md" },
  configuration: { page: "configuration.md" },
  paths: { page: "command-line.md", heading: "Paths" },
  "exit-status": { page: "command-line.md", heading: "Exit status" },
  files: { page: "command-line.md", heading: "Files" },
  environment: { page: "command-line.md", heading: "Environment" },
  ignoring: { page: "check.md", heading: "Ignoring a finding" },
  baseline: { page: "check.md", heading: "A project that has findings already" },
  formatting: { page: "formatting.md" },
  git: { page: "git.md" },
  pipelines: { page: "pipelines.md" },
  documents: { page: "describe.md" },
  assistants: { page: "agents.md" },
  bundlers: { page: "bundlers.md" },
  machines: { page: "machine.md" },
  library: { page: "library.md" },
  trust: { page: "trust.md" },
};

/** The page of a topic as Markdown, and the file that it comes from. Throws for a package whose pages were removed. */
export function topicPage({ page, heading }: HelpTopic, packageFolder: string): { markdown: string; file: string } {
  const file = join(packageFolder, "docs", page);
  const read = readTextFile(file);
  if ("problem" in read) throw new UsageError(`Cannot read ${file}: ${read.problem}`);
  const text = read.text.replaceAll("\r\n", "\n");
  return { markdown: heading === undefined ? text : (markdownSection(text, heading) ?? text), file };
}

/** Where the text of a topic stands, in words. */
export function topicPlace({ page, heading }: HelpTopic): string {
  return heading === undefined ? `docs/${page}` : `docs/${page}, ${heading}`;
}
