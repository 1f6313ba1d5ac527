import type { FileTarget } from "../../compile/journey-output.js";
import type { OutputOptions } from "../../compile/outputs.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ReadInput } from "../../project/journey-stream.js";
import type { ProjectSettings } from "../../project/load-settings.js";
import type { Project } from "../../project/open-project.js";
import type { Host } from "../process/host.js";
import type { BuildCheck, ComparedBuild, StoredBuild } from "./build-check.js";
import { BuildObserver } from "./build-observer.js";
import { writeStored } from "./cache-file.js";
import { makeBuildCacheFolder } from "./cache-place.js";
import { compareBuild } from "./check-build.js";
import { FileClock } from "./file-clock.js";
import { type BuildFacts, keepBuild } from "./keep-build.js";
import type { KeptSettings } from "./kept-build.js";
import { type CompiledJourney, type UnchangedText, unchangedTexts } from "./known-texts.js";
import { storedInMemory } from "./stored-in-memory.js";
import { TextNotes } from "./text-notes.js";

/** What goes from one build to the next in the same process. */
export interface BuildMemory {
  readonly check: BuildCheck;
  /** The last build that was kept. */
  kept?: StoredBuild;
}

/** The result of a build without errors. */
export interface BuildOutcome extends Pick<BuildFacts, "outputs" | "report" | "search"> {
  readonly project: Project;
  /** All findings, before ignore comments are applied. */
  readonly findings: readonly Diagnostic[];
  readonly options: OutputOptions;
}

/**
 * One build that knows what an earlier one has found out, and keeps what it finds out itself. Where nothing can be kept, there is none,
 * and the build does everything anew.
 */
export class IncrementalBuild {
  readonly observer: BuildObserver;
  readonly #memory: BuildMemory;
  readonly #clock: FileClock;
  /** When the build began to read, by the clock that files are stamped with. */
  readonly #start: number;
  readonly #workingDirectory: string;
  readonly #earlier: ComparedBuild | undefined;
  #known: ReadonlyMap<string, UnchangedText> = new Map();
  /** What was read before the journeys. */
  #settingsFiles: ReadonlySet<string> = new Set();
  #computed: string | undefined;
  #refused = false;
  readonly #texts = new TextNotes();

  private constructor(memory: BuildMemory, clock: FileClock, { files, workingDirectory }: Host) {
    this.#memory = memory;
    this.#clock = clock;
    this.#start = clock.read();
    this.#workingDirectory = workingDirectory;
    this.observer = new BuildObserver(files);
    this.#earlier = memory.kept === undefined ? memory.check.earlier : compareBuild(memory.kept, workingDirectory);
  }

  static start(memory: BuildMemory | undefined, host: Host): IncrementalBuild | undefined {
    if (memory === undefined) return undefined;
    try {
      makeBuildCacheFolder(memory.check.folder);
      return new IncrementalBuild(memory, new FileClock(memory.check.folder), host);
    } catch {
      // Nothing can be kept there. It costs speed only, so it is not worth a word.
      return undefined;
    }
  }

  /** The host whose files are observed. */
  observed(host: Host): Host {
    const { refuseConfigurationCode } = host;
    if (refuseConfigurationCode === undefined) return { ...host, files: this.observer.files };
    return {
      ...host,
      files: this.observer.files,
      refuseConfigurationCode: (file) => {
        this.#refused = true;
        refuseConfigurationCode(file);
      },
    };
  }

  /** Tells what is known of texts, when the settings have been read. */
  known(settings: ProjectSettings): (file: string) => UnchangedText | undefined {
    this.#settingsFiles = new Set(this.observer.hashes.keys());
    this.#computed = settings.configuration.computed;
    if (this.#earlier !== undefined) {
      this.#known = unchangedTexts(this.#earlier, this.#computed, this.observer, this.#workingDirectory);
    }
    return (file) => this.#known.get(file);
  }

  /** Notes an input that the build has come to. Answers the journeys of a text that was passed over. */
  note(read: ReadInput): readonly CompiledJourney[] {
    const known = read.kind === "known" ? this.#known.get(read.input.file ?? "") : undefined;
    this.#texts.add(read, known);
    return known?.compiled ?? [];
  }

  /** Keeps what a build without errors has found out. */
  keep(result: BuildOutcome): void {
    const { project, outputs, search } = result;
    const texts = this.#texts.facts(result.findings, project);
    const facts = {
      // A configuration that is code may give something else each time, and one that was not run is told of each time.
      report: this.#computed === undefined && !this.#refused ? result.report : undefined,
      texts: fileTargets(result.options) !== undefined ? texts : texts.map(({ file, files }) => ({ file, files })),
      outputs,
      search,
      code: this.#computed === undefined ? undefined : project.configuration.file,
      settings: this.#computed === undefined ? keptSettings(result) : undefined,
    };
    const kept = keepBuild(facts, {
      key: this.#memory.check.key,
      workingDirectory: this.#workingDirectory,
      observer: this.observer,
      earlier: this.#earlier,
      settingsFiles: this.#settingsFiles,
      computed: this.#computed,
      clock: this.#clock,
      start: this.#start,
    });
    if (kept === undefined) return;
    const isFirst = this.#memory.kept === undefined;
    this.#memory.kept = storedInMemory(kept.overview, kept.details);
    // A later build of a process that watches is soon followed by another one.
    if (!isFirst) return;
    try {
      writeStored(this.#memory.check.file, kept.overview, kept.details);
    } catch {
      // As where the folder cannot be made.
    }
  }

  /** To be called at the end, however it comes. */
  close(): void {
    this.#clock.close();
  }
}

/** The targets, if each writes files for each journey alone. */
function fileTargets({ targets, bundle }: OutputOptions): readonly FileTarget[] | undefined {
  const single = targets.filter((target) => target !== "types" && target !== "frconfig" && target !== "folder");
  return bundle === undefined && single.length === targets.length ? single : undefined;
}

function keptSettings({ project, options }: BuildOutcome): KeptSettings | undefined {
  const { bind, targetRealm, outputFolder } = project;
  const targets = fileTargets(options);
  if (targets === undefined || bind.externTypes.size > 0) return undefined;
  return {
    realm: bind.realm,
    ...(targetRealm === undefined ? {} : { targetRealm }),
    params: [...bind.params],
    defaultLocale: bind.defaultLocale,
    exportOptions: bind.exportOptions,
    externalJourneys: [...bind.externalJourneys],
    targets,
    ...(options.meta === undefined ? {} : { meta: options.meta }),
    outputFolder,
  };
}
