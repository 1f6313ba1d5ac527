import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Journey, Model } from "../model/model.js";
import type { EmailTemplate } from "../runtime/world/world-options.js";
import { type JourneyMachines, machinesOf } from "../simulate/start-run.js";
import { getOwn, isJsonObject, type JsonObject } from "../text/json.js";
import type { NotStarted } from "./not-started.js";

/** The journeys to serve, and what is wrong in them: what `openJourneys` gives. */
export interface JourneysToServe {
  readonly model: Model;
  /** A journey with an error is not served. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** A journey without errors. */
export interface ServedJourney extends JourneyMachines {
  readonly id: string;
  readonly journey: Journey;
}

/** The journeys that are served at one time. What a journey needs is made when somebody first asks for it. */
export class ServedJourneys {
  readonly source: JourneysToServe;
  readonly #byId: ReadonlyMap<string, Journey>;
  #emailTemplates: { readonly [name: string]: EmailTemplate } | undefined;
  readonly #ready = new Map<string, ServedJourney>();

  constructor(source: JourneysToServe) {
    this.source = source;
    const broken = brokenJourneys(source);
    const sound = source.model.journeys.filter((journey) => !broken.has(journey));
    this.#byId = new Map(sound.map((journey) => [journey.id, journey]));
  }

  /** The e-mail templates that the journeys bring with them, by name. */
  get emailTemplates(): { readonly [name: string]: EmailTemplate } {
    this.#emailTemplates ??= Object.fromEntries(
      this.source.model.journeys
        .flatMap(({ resources }) => resources)
        .flatMap(({ kind, id, content }) =>
          kind === "emailTemplate" && isJsonObject(content) ? [[id, templateOf(content)]] : [],
        ),
    );
    return this.#emailTemplates;
  }

  /** The ids of all journeys that are served. */
  get ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  /** Why a client may not start a journey; `undefined` where it may. */
  whyNotStarted({ id, settings }: Journey): NotStarted | undefined {
    if (!this.#byId.has(id)) return "errors";
    if (settings.get("enabled")?.value === false) return "disabled";
    const flags = ["innerTreeOnly", "transactionalOnly"] as const;
    return flags.find((flag) => settings.get(flag)?.value === true);
  }

  find(id: string): ServedJourney | undefined {
    const journey = this.#byId.get(id);
    if (journey === undefined) return undefined;
    const known = this.#ready.get(id);
    if (known) return known;
    const made = { id, journey, ...machinesOf(journey, this.#byId) };
    this.#ready.set(id, made);
    return made;
  }
}

/** Whether two versions of a journey run alike, with all inner journeys and scripts. */
export function isUnchanged(old: ServedJourney, now: ServedJourney | undefined): boolean {
  return old === now || (now !== undefined && textOf(old) === textOf(now));
}

const texts = new WeakMap<ServedJourney, string>();

function textOf(journey: ServedJourney): string {
  const known = texts.get(journey);
  if (known !== undefined) return known;
  const text = JSON.stringify([journey.machine, ...journey.inner]);
  texts.set(journey, text);
  return text;
}

/** The journeys in which there are errors. An error before the first journey of a file is one of all of them. */
function brokenJourneys({ model, diagnostics = [] }: JourneysToServe): ReadonlySet<Journey> {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return new Set(errors.flatMap(({ place }) => journeysAt(place, model.journeys)));
}

function journeysAt({ source, range, pointer }: Place, journeys: readonly Journey[]): readonly Journey[] {
  const inFile = journeys.filter(({ place }) => place.source.path === source.path);
  if (inFile.length <= 1) return inFile;
  if (pointer !== undefined) return inFile.filter(({ place }) => pointer.startsWith(parentOf(place.pointer ?? "")));
  const before = inFile.filter(({ place }) => place.range.start <= range.start);
  if (before.length === 0) return inFile;
  return [before.reduce((last, each) => (each.place.range.start > last.place.range.start ? each : last))];
}

/** The journey of an export, by the pointer of its tree. */
function parentOf(pointer: string): string {
  return `${pointer.slice(0, pointer.lastIndexOf("/"))}/`;
}

/** The texts of a template as it is exported: each is one, or several by language. */
function templateOf(content: JsonObject): EmailTemplate {
  const [subject, message] = ["subject", "message"].map((name) => {
    const given = getOwn(content, name);
    if (!isJsonObject(given)) return typeof given === "string" ? given : undefined;
    return Object.fromEntries(
      Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  });
  const from = getOwn(content, "from");
  return {
    ...(subject !== undefined && { subject }),
    ...(message !== undefined && { message }),
    ...(typeof from === "string" && from !== "" && { from }),
  };
}
