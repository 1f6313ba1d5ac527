import { type BoundFile, bindFile } from "../model/bind.js";
import type { BindOptions, FileText } from "../model/bind-options.js";
import { isOwnAffair, KeptNodes } from "../model/kept-nodes.js";
import { Reporter } from "../model/reporter.js";
import { type ParseResult, parse } from "../syntax/parse.js";
import { reparse } from "../syntax/reparse.js";
import type { SourceFile } from "../text/source-file.js";

/** A text that has been parsed and bound by itself. */
export interface RememberedText {
  readonly parsed: ParseResult;
  readonly bound: BoundFile;
}

interface Kept extends RememberedText {
  /** The files that it has asked for, with the answers. */
  readonly reads: ReadonlyMap<string, FileText>;
  readonly nodes: KeptNodes | undefined;
}

/**
 * Keeps texts that have been parsed and bound, for programs that read a project again and again. A text is bound again when it, or the answer
 * to one of its questions for files, has changed. It serves one set of options: where these change, a new memory is needed.
 */
export class TextMemory {
  readonly #texts = new Map<string, Kept>();

  /** The same objects as the last time, where nothing has changed. Their places are in the text that was read first. */
  read(source: SourceFile, options: BindOptions): RememberedText {
    const known = this.#texts.get(source.path);
    const isSame = known !== undefined && known.parsed.source.text === source.text;
    if (isSame && isAnsweredAlike(known, options)) return known;
    const edited = known === undefined || isSame ? undefined : reparse(known.parsed, source);
    // Its tree has been moved.
    if (edited !== undefined) this.#texts.delete(source.path);
    const parsed = isSame ? known.parsed : (edited?.parsed ?? parse(source));
    const keeps =
      known !== undefined &&
      edited !== undefined &&
      isOwnAffair(edited.before, edited.after) &&
      isAnsweredAlike(known, options);
    // Most texts of a workspace are read once.
    const nodes = known === undefined ? undefined : new KeptNodes(keeps ? known.nodes : undefined);
    const reads = new Map<string, FileText>();
    const readText: BindOptions["readText"] = (path, from) => {
      const answer = options.readText(path, from);
      reads.set(path, answer);
      return answer;
    };
    const kept = { parsed, bound: bindFile(parsed, { ...options, readText }, new Reporter(), nodes), reads, nodes };
    this.#texts.set(source.path, kept);
    return kept;
  }

  /** What is kept of a text, by the path that messages show. */
  keptOf(path: string): RememberedText | undefined {
    return this.#texts.get(path);
  }

  /** Keeps only these texts. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.#texts.keys()) if (!paths.has(path)) this.#texts.delete(path);
  }
}

/** Every question is put again, so that whoever notes the files that a text reads hears of them. */
function isAnsweredAlike({ reads, parsed }: Kept, { readText }: BindOptions): boolean {
  let alike = true;
  for (const [path, before] of reads) {
    const now = readText(path, parsed.source);
    const isSame =
      "text" in now
        ? "text" in before && now.text === before.text
        : "problem" in before && now.problem === before.problem;
    if (!isSame) alike = false;
  }
  return alike;
}
