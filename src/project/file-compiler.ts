import { resolve } from "node:path";
import { CheckedProject, type CompiledFile } from "./checked-project.js";
import { loadSettings, type ProjectSettings } from "./load-settings.js";
import { openProject, pathsOf } from "./open-project.js";
import type { ProjectHost } from "./project-host.js";
import type { ProjectOptions } from "./project-options.js";
import { recordReads } from "./record-reads.js";
import { shownPath } from "./shown-path.js";
import { UsageError } from "./usage-error.js";

/**
 * Compiles single files of a project, as bundlers ask for them. The project is read and checked as a whole, because what is right in a journey
 * depends on the journeys around it, once for all files that are asked for until `forget`.
 */
export class FileCompiler {
  readonly #host: ProjectHost;
  readonly #options: ProjectOptions;
  #settings: Promise<RecordedSettings> | undefined;
  #whole: Promise<CheckedProject | undefined> | undefined;
  /** Files that are no part of the project. Each is judged with the project around it, and without the others. */
  readonly #outside = new Map<string, Promise<CompiledFile>>();

  constructor(host: ProjectHost, options: ProjectOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** To be called after any file of the project has changed. */
  forget(): void {
    this.#settings = undefined;
    this.#whole = undefined;
    this.#outside.clear();
  }

  /** Rejects with a `UsageError` where an option names what the configuration does not have. */
  async compile(path: string): Promise<CompiledFile> {
    const file = resolve(this.#host.workingDirectory, path);
    this.#settings ??= loadRecorded(this.#host, this.#options);
    const settings = await this.#settings;
    this.#whole ??= openWhole(this.#host, settings);
    const whole = await this.#whole;
    if (whole?.reads(file)) return whole.partOf(file);
    let outside = this.#outside.get(file);
    if (outside === undefined) {
      // Where there is no such file, it is told under the path that messages show.
      const shown = shownPath(file, this.#host.workingDirectory);
      const named = pathsOf([], settings.settings.configuration);
      outside = open(this.#host, [...named, shown], settings, whole).then((each) => each.partOf(file));
      this.#outside.set(file, outside);
    }
    return outside;
  }
}

/** The settings of a project, and the files that they come from. */
interface RecordedSettings {
  readonly settings: ProjectSettings;
  readonly files: ReadonlySet<string>;
}

async function loadRecorded(host: ProjectHost, options: ProjectOptions): Promise<RecordedSettings> {
  const files = new Set<string>();
  const settings = await loadSettings({ ...host, files: recordReads(host.files, files) }, options);
  if (settings.configuration.file !== undefined) files.add(settings.configuration.file);
  return { settings, files };
}

/** `undefined` where the files that are asked for are no part of a project. */
async function openWhole(host: ProjectHost, settings: RecordedSettings): Promise<CheckedProject | undefined> {
  try {
    return await open(host, [], settings);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function open(
  host: ProjectHost,
  paths: readonly string[],
  settings: RecordedSettings,
  around?: CheckedProject,
): Promise<CheckedProject> {
  const known = around && ((file: string) => around.known(file));
  const request = { paths, settings: settings.settings, ...(known && { known: () => known }) };
  return new CheckedProject(await openProject(host, request), settings.files, host.workingDirectory, around);
}
