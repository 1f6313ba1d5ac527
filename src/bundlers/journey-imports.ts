import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { FileCompiler } from "../project/file-compiler.js";
import { machineHost } from "../project/machine-host.js";
import { UsageError } from "../project/usage-error.js";
import { type ImportedForm, moduleOf } from "./imported-form.js";
import type { JourneyPluginOptions } from "./plugin-options.js";

/** What a bundler gets for an import. */
export interface LoadedImport {
  /** Empty where there are errors. */
  readonly code: string;
  readonly errors: readonly Diagnostic[];
  /** Those that no import before has told. */
  readonly warnings: readonly Diagnostic[];
  /** Why nothing could be compiled: an option does not fit the configuration. */
  readonly refusal?: string;
  /** A change of any of these files may change the import. */
  readonly files: ReadonlySet<string>;
}

/** Compiles what a bundler imports. The forms of one file share their work. */
export class JourneyImports {
  readonly #options: JourneyPluginOptions;
  #root: string | undefined;
  #compiler: FileCompiler | undefined;
  readonly #told = new WeakSet<Diagnostic>();

  constructor(options: JourneyPluginOptions) {
    this.#options = options;
    this.#root = options.root;
  }

  /** The folder that the configuration is looked for in, and that messages name files from. */
  get root(): string {
    return this.#root ?? process.cwd();
  }

  /** Sets the folder that the bundler works in, which an option may have replaced. */
  workIn(folder: string | undefined): void {
    this.#root ??= folder;
  }

  /** To be called before a build, and when any file has changed. */
  forget(): void {
    this.#compiler?.forget();
  }

  async load(file: string, form: ImportedForm): Promise<LoadedImport> {
    const { params = {}, ...options } = this.#options;
    this.#compiler ??= new FileCompiler(machineHost(this.root), {
      ...options,
      param: Object.entries(params).map(([name, value]) => `${name}=${value}`),
    });
    const compiled = await this.#compiler.compile(file).catch(refusalOf);
    if (typeof compiled === "string")
      return { code: "", errors: [], warnings: [], refusal: compiled, files: new Set([file]) };
    const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
    const isNew = (diagnostic: Diagnostic) => !this.#told.has(diagnostic);
    const warnings = compiled.diagnostics.filter(({ severity }) => severity === "warning").filter(isNew);
    for (const warning of warnings) this.#told.add(warning);
    return {
      code: errors.length > 0 ? "" : moduleOf(form, compiled.journeys),
      errors,
      warnings,
      files: compiled.files,
    };
  }
}

/** What is wrong with the options is for the user to read; anything else is a defect of ours. */
function refusalOf(error: unknown): string {
  if (!(error instanceof UsageError)) throw error;
  return [error.message, ...(error.hint === undefined ? [] : [error.hint])].join("\n");
}
