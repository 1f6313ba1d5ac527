import { join } from "node:path";
import { type Code, codes } from "../diagnostics/codes.js";
import { filesBelow } from "../project/files-below.js";
import { markdownSection } from "../text/markdown-section.js";
import { boundedText } from "./bounded-text.js";
import type { Workbench } from "./workbench.js";

/** Something that an assistant can read. */
export interface ListedResource {
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  readonly mimeType: string;
}

const scheme = "journeyc://";

/** Whole pages, by the host of their address. */
const pages: Readonly<
  Record<string, { readonly file: string; readonly description: string; readonly mimeType: string }>
> = {
  grammar: { file: "grammar/journey.ebnf", description: "The grammar of the language", mimeType: "text/plain" },
  testing: {
    file: "docs/testing.md",
    description: "How scenarios are written and what they can say",
    mimeType: "text/markdown",
  },
  "testing-scripts": {
    file: "docs/testing-scripts.md",
    description: "How scripts are tested alone",
    mimeType: "text/markdown",
  },
  scripts: {
    file: "docs/simulation-scripts.md",
    description: "What scripts find in the sandbox",
    mimeType: "text/markdown",
  },
  simulation: {
    file: "docs/simulation-nodes.md",
    description: "What each node does in a simulation",
    mimeType: "text/markdown",
  },
  world: {
    file: "schema/world.schema.json",
    description: "The schema of the simulated world",
    mimeType: "application/json",
  },
};

/** More journeys of the project are not listed; each can be read all the same. */
const mostJourneys = 200;

/** The pages of the package, and the journeys below the roots. */
export class Resources {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  list(): readonly ListedResource[] {
    return [
      ...this.#languageSections().map((heading) => ({
        uri: `${scheme}language/${heading.replaceAll(" ", "-")}`,
        name: `Language: ${heading}`,
        description: `The section "${heading}" of the language reference`,
        mimeType: "text/markdown",
      })),
      ...Object.entries(pages).map(([name, { description, mimeType }]) => ({
        uri: scheme + name,
        name,
        description,
        mimeType,
      })),
      {
        uri: `${scheme}rules`,
        name: "rules",
        description: "All findings with what they mean",
        mimeType: "text/markdown",
      },
      ...this.#examples().map((path) =>
        resourceOfFile("examples", path, "An example, which checks and whose scenarios pass"),
      ),
      ...this.#journeys().map((path) => resourceOfFile("project", path, "A journey of the project")),
    ];
  }

  /** Templates of addresses for what is not listed one by one. */
  templates(): readonly (Omit<ListedResource, "uri"> & { readonly uriTemplate: string })[] {
    return [
      {
        uriTemplate: `${scheme}rules/{code}`,
        name: "rule",
        description: "The page of a finding, by its code",
        mimeType: "text/markdown",
      },
      {
        uriTemplate: `${scheme}project/{+path}`,
        name: "journey of the project",
        description: "A .journey text below the roots",
        mimeType: "text/plain",
      },
    ];
  }

  /** `undefined` where there is no such resource. */
  read(uri: string): { readonly text: string; readonly mimeType: string } | undefined {
    if (!uri.startsWith(scheme)) return undefined;
    const [kind = "", ...parts] = uri.slice(scheme.length).split("/");
    const rest = decoded(parts.join("/"));
    if (rest === undefined) return undefined;
    if (rest === "" && kind === "rules") return markdown(ruleIndex());
    const page = rest === "" && Object.hasOwn(pages, kind) ? pages[kind] : undefined;
    if (page !== undefined) return { text: this.#workbench.page(page.file), mimeType: page.mimeType };
    switch (kind) {
      case "language":
        return this.#section(rest);
      case "rules":
        return Object.hasOwn(codes, rest) ? markdown(this.#workbench.page(`docs/rules/${rest}.md`)) : undefined;
      case "examples":
        return this.#examples().includes(rest) ? plain(this.#workbench.page(`examples/${rest}`)) : undefined;
      case "project":
        return this.#projectText(rest);
      default:
        return undefined;
    }
  }

  #languageSections(): readonly string[] {
    return [...this.#workbench.page("docs/language.md").matchAll(/^## (.+)$/gm)].map(([, heading = ""]) => heading);
  }

  #section(name: string) {
    const heading = this.#languageSections().find((each) => each.replaceAll(" ", "-") === name);
    const text = heading && markdownSection(this.#workbench.page("docs/language.md"), heading);
    return text === undefined || text === "" ? undefined : markdown(text);
  }

  #examples(): readonly string[] {
    const { files, packageFolder } = this.#workbench.host;
    const folder = join(packageFolder, "examples");
    const found = [...filesBelow(folder, files, (name) => /\.(?:journey|js)$/.test(name))];
    return found.map((path) => path.slice(folder.length + 1).replaceAll("\\", "/")).sort();
  }

  #journeys(): readonly string[] {
    const { roots } = this.#workbench.host;
    const found: string[] = [];
    for (const root of roots) {
      for (const path of filesBelow(root, this.#workbench.files, (name) => name.endsWith(".journey"))) {
        if (found.length === mostJourneys) return found.sort();
        found.push(this.#workbench.shown(path));
      }
    }
    return found.sort();
  }

  #projectText(path: string) {
    if (!path.endsWith(".journey")) return undefined;
    const read = this.#workbench.files.readText(this.#workbench.absolute(path));
    return "text" in read ? plain(boundedText(read.text).text) : undefined;
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function resourceOfFile(kind: string, path: string, description: string): ListedResource {
  const uri = `${scheme}${kind}/${path.split("/").map(encodeURIComponent).join("/")}`;
  return { uri, name: path, description, mimeType: "text/plain" };
}

function markdown(text: string) {
  return { text, mimeType: "text/markdown" };
}

function plain(text: string) {
  return { text, mimeType: "text/plain" };
}

function ruleIndex(): string {
  const lines = (Object.keys(codes) as Code[]).map(
    (code) => `- \`${code}\` (${codes[code].severity}): ${codes[code].why}`,
  );
  return `# Findings\n\nThe page of each: \`${scheme}rules/CODE\`.\n\n${lines.join("\n")}\n`;
}
