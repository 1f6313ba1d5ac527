import { errorsBeside, journeysThatRun } from "../../language/journey-errors.js";
import type { ReadProject } from "../../language/language-project.js";
import { loadWorld } from "../../project/load-world.js";
import { RunError } from "../../runtime/run.js";
import { scriptSandbox } from "../../simulate/scripts/script-sandbox.js";
import { JsonRun } from "../../simulate/session/json-run.js";
import { startRun } from "../../simulate/start-run.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { journeyRequests, type RequestRefusal, type SimulatedRun, type SimulateParams } from "../journey-requests.js";
import type { Session } from "../session.js";
import { documentJourneys, journeyAtPosition } from "./document-journeys.js";
import { pathPlaces } from "./path-places.js";

interface HeldRun {
  readonly run: JsonRun;
  readonly journey: string;
  /** The project as it was when the run began. */
  readonly read: ReadProject;
}

/** Runs of journeys that a client drives. They go on with the texts as they were at their start. */
export function answerSimulations(session: Session): void {
  const runs = new Map<number, HeldRun>();
  let last = 0;

  session.connection.onRequest<SimulatedRun | RequestRefusal, void>(
    journeyRequests.simulate,
    async ({
      run,
      textDocument,
      position,
      journey,
      command,
    }: SimulateParams): Promise<SimulatedRun | RequestRefusal> => {
      if (run !== undefined) return goOn(run, command);
      if (textDocument === undefined) return { problem: "A run begins with a document." };
      const begun = await begin(session, textDocument.uri, { position, journey });
      if ("problem" in begun) return begun;
      runs.set(++last, begun);
      return stopOf(last, begun, session);
    },
  );

  async function goOn(id: number, command: object = {}): Promise<SimulatedRun | RequestRefusal> {
    const held = runs.get(id);
    if (held === undefined) return { problem: "This run is over; begin it again." };
    if (Object.hasOwn(command, "quit")) runs.delete(id);
    else {
      try {
        // It came as JSON.
        const given = command as Json;
        if (isJsonObject(given)) await held.run.take(given);
      } catch (error) {
        if (!(error instanceof RunError)) throw error;
        return { ...stopOf(id, held, session), error: error.message };
      }
    }
    return stopOf(id, held, session);
  }
}

async function begin(
  session: Session,
  uri: string,
  wanted: { readonly position: SimulateParams["position"]; readonly journey: string | undefined },
): Promise<HeldRun | RequestRefusal> {
  const found = await documentJourneys(session, uri);
  if (found === undefined) return { problem: "There is no journey in this document." };
  const { read } = found;
  const { world, diagnostics } = loadWorld(session.workspace.hostAt(read.folder), read.project.configuration, {});
  const named = found.journeys.find(({ id }) => id === wanted.journey);
  const journey = named ?? journeyAtPosition(found, wanted.position);
  const running = journeysThatRun([journey.id], read.model.model);
  const [error] = [...errorsBeside(running, read.model.diagnostics), ...diagnostics];
  if (error) {
    const { line } = error.place.source.positionAt(error.place.range.start);
    return { problem: `Mend the errors first. ${error.place.source.path}, line ${line}: ${error.message}` };
  }
  const run = await startRun(journey, { model: read.model.model, world, scripts: scriptSandbox() });
  return { run: new JsonRun(run), journey: journey.id, read };
}

function stopOf(id: number, { run, journey, read }: HeldRun, session: Session): SimulatedRun {
  return { run: id, journey, stop: run.stop(), state: run.run.state, path: pathPlaces(run.run.path, read, session) };
}
