import { dirname, relative, resolve, sep } from "node:path";
import { type KnownFinding, withoutKnown } from "../check/known-findings.js";
import { writeBaseline } from "../configuration/write-baseline.js";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { ProjectHost } from "./project-host.js";
import { shownPath } from "./shown-path.js";

/** Compares the findings of a project with those that were accepted before, all with absolute paths. */
export class AcceptedFindings {
  readonly #known: readonly KnownFinding[];
  readonly #host: ProjectHost;
  readonly #paths: readonly string[];

  /** `paths` are those that are checked; without any, all files are. */
  constructor(known: readonly KnownFinding[], host: ProjectHost, paths: readonly string[]) {
    this.#known = known;
    this.#host = host;
    this.#paths = paths.map((path) => resolve(host.workingDirectory, path));
  }

  /** The findings that were not accepted, and what a baseline accepts and is gone. */
  compare(diagnostics: readonly Diagnostic[]): {
    readonly fresh: readonly Diagnostic[];
    readonly gone: readonly Diagnostic[];
  } {
    const { files, workingDirectory } = this.#host;
    const isThere = (file: string) => typeof files.kindOf(file) === "string";
    const { fresh, gone } = withoutKnown(diagnostics, this.#known, (each) => this.#fileOf(each), isThere);
    return {
      fresh,
      gone: gone
        .filter(({ file }) => this.#isChecked(file))
        .map(({ code, file, count, place }) =>
          createDiagnostic("stale-baseline", place, { code, file: shownPath(file, workingDirectory), count }),
        ),
    };
  }

  /** The text of a baseline file that accepts these findings, and what was accepted of files that are not checked now. */
  baselineOf(diagnostics: readonly Diagnostic[], baseline: string): string {
    const now = diagnostics.map((each) => ({ ...each, file: this.#fileOf(each), count: 1 }));
    const elsewhere = this.#known.filter(({ file }) => !this.#isChecked(file));
    const from = dirname(baseline);
    return writeBaseline(
      [...elsewhere, ...now].map((each) => ({ ...each, file: relative(from, each.file).split(sep).join("/") })),
    );
  }

  #fileOf({ place }: Diagnostic): string {
    return resolve(this.#host.workingDirectory, place.source.path);
  }

  #isChecked(file: string): boolean {
    return this.#paths.length === 0 || this.#paths.some((path) => file === path || file.startsWith(path + sep));
  }
}
