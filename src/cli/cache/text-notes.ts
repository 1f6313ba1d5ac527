import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ReadInput, ReadText } from "../../project/journey-stream.js";
import type { Project } from "../../project/open-project.js";
import type { FileNode } from "../../syntax/ast.js";
import type { SourceFile } from "../../text/source-file.js";
import type { TextFacts } from "./keep-build.js";
import type { UnchangedText } from "./known-texts.js";

/** Items of a text that hold in it alone, and are compiled with its journeys. */
const ownItems = new Set(["journey", "script", "resource", "param"]);

/**
 * Notes the texts of a build, and which of them a later one may pass over: those that nothing was found in, whatever its severity, and
 * that hold no scenarios, which speak of other texts.
 */
export class TextNotes {
  readonly #texts: (Omit<TextFacts, "files"> & { readonly path: string; readonly known?: UnchangedText })[] = [];
  readonly #attributed = new Set<Diagnostic>();

  add(read: ReadInput, known: UnchangedText | undefined): void {
    if (read.kind === "export" || read.input.file === undefined) return;
    const { file, path } = read.input;
    if (read.kind === "known")
      this.#texts.push({ file, path, ...(known === undefined ? {} : { known, content: known }) });
    else if (read.diagnostics.length === 0 && isPlainText(read.parsed.file, read.input.source))
      this.#texts.push({ file, path, content: contentOf(read) });
    else this.#texts.push({ file, path });
    for (const diagnostic of read.diagnostics) this.#attributed.add(diagnostic);
  }

  /** The texts, when all findings are known. A finding that cannot be put down to a text may be about any. */
  facts(findings: readonly Diagnostic[], { filesNamedBy }: Pick<Project, "filesNamedBy">): readonly TextFacts[] {
    const others = new Set(findings.filter((finding) => !this.#attributed.has(finding)).flatMap(pathsOf));
    const paths = new Set(this.#texts.map(({ path }) => path));
    const isUnclear = [...others].some((path) => !paths.has(path));
    return this.#texts.map(({ file, path, content, known }) => {
      const files = known?.files ?? filesNamedBy.get(path) ?? [];
      return content === undefined || isUnclear || others.has(path) ? { file, files } : { file, files, content };
    });
  }
}

/** Whether all that a text holds is compiled with its journeys, and no comment bears on findings. */
export function isPlainText({ items }: FileNode, { text }: SourceFile): boolean {
  return items.every(({ kind }) => ownItems.has(kind)) && !text.includes("journey-ignore-next-line");
}

function contentOf({ parsed, journeys }: ReadText): NonNullable<TextFacts["content"]> {
  return {
    parameters: parsed.file.items.flatMap((item) =>
      item.kind === "param" && item.name !== undefined ? [item.name.text] : [],
    ),
    journeys: journeys.map(({ name, id, place: { range } }) => ({ name, id, range })),
  };
}

function pathsOf({ place, related }: Diagnostic): readonly string[] {
  return [place, ...related.map((each) => each.place)].map(({ source }) => source.path);
}
