import { printable } from "../../diagnostics/render/printable.js";
import { loadWorld } from "../../project/load-world.js";
import { openModel } from "../../project/read-model.js";
import { UsageError } from "../../project/usage-error.js";
import type { WorldOptions } from "../../runtime/world/world-options.js";
import { isLoopback } from "../../serve/host-guard.js";
import { type JourneysToServe, ServedJourneys } from "../../serve/journeys.js";
import { stubFaults } from "../../simulate/stub-faults.js";
import { journeyNames } from "../completion/journey-names.js";
import { chooseJourney } from "../input/choose-journey.js";
import { projectOptions } from "../input/project-options.js";
import { userOptions, withUsers } from "../input/user-options.js";
import { worldOptions } from "../input/world-options.js";
import { writePretty } from "../output/report.js";
import type { Host } from "../process/host.js";
import { runOnChanges } from "../process/watch.js";
import { openBrowser } from "../serve/open-browser.js";
import { requestJson, requestLines, writeSoon } from "../serve/request-line.js";
import type { SmtpDelivery } from "../serve/smtp-delivery.js";
import type { RunningServer, ServerAddress } from "../serve/start-server.js";
import { defineCommand, type OptionValues } from "./define-command.js";

const options = {
  port: { type: "string", value: "PORT", help: "the port to listen at (default: 8080); 0 takes a free one" },
  host: { type: "string", value: "HOST", help: "the address to listen at (default: 127.0.0.1)" },
  "allow-remote": {
    type: "boolean",
    help: "let other machines in, where --host is an address that they reach, and mails out",
  },
  default: {
    type: "string",
    value: "JOURNEY",
    help: "the journey that runs when a request names none (default: Login)",
    completes: journeyNames,
  },
  cors: {
    type: "string",
    multiple: true,
    value: "ORIGIN",
    help: "an origin whose pages may send requests, beside those of this machine",
  },
  smtp: {
    type: "string",
    value: "HOST:PORT",
    help: "hand mails to the SMTP server at this address, such as a catcher",
  },
  open: { type: "boolean", help: "open the page in the browser" },
  json: { type: "boolean", help: "write each request as a JSON object on one line" },
  ...userOptions,
  ...worldOptions,
  ...projectOptions,
} as const;

/** `journeyc serve`: the platform on this machine, for applications. */
export const serve = defineCommand({
  usage: "serve [paths…]",
  description:
    "Answers requests as the platform does, running journeys: an application signs its users on here, unchanged and without a\n" +
    "tenant. A saved change is served at once. Input as for check; without paths, the configuration's `include`, or the\n" +
    ".journey files below the current folder.",
  options,
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const address = addressOf(options);
    const mails = await mailDelivery(options, host);
    const { startServer } = await import("../serve/start-server.js");
    const served: Served = { source: { model: { journeys: [], externTypes: new Map(), scenarios: [] } }, world: {} };
    let server: RunningServer | undefined;
    let url = "";
    const work = async (watchedHost: Host) => {
      const project = await load(served, { ...options, paths: positionals }, watchedHost);
      if (server === undefined) {
        refuseToStart(served.source, project.isWorldRead);
        const asked = { ...options, default: defaultJourneyOf(served.source, options.default, host) };
        const handler = { ...handlerOptions(served, asked, host), ...(mails && { deliver: mails.deliver }) };
        server = await startServer(() => served.source, handler, address).catch((error) => {
          throw startProblem(error, address);
        });
        url = `http://${hostName(address.host)}:${server.port}`;
        if (options.json === true) host.output.write(`${JSON.stringify({ listening: url })}\n`);
        else host.output.write(`${url}\n`);
        if (!isLoopback(hostName(address.host))) warnOfOthers(host);
        if (options.open === true) openPage(url, host);
      }
      return { watched: project.watched, result: `${countOf(served.source)} at ${url}`, isFine: project.isFine };
    };
    try {
      return await runOnChanges(host, work);
    } finally {
      await server?.close();
      mails?.close();
    }
  },
});

/** What is served at the moment. */
interface Served {
  source: JourneysToServe;
  world: WorldOptions;
}

type Options = OptionValues<typeof options>;

/** Reads what is to be served now, and shows what is wrong in it. A world that cannot be read leaves the one before. */
async function load(served: Served, request: Options & { readonly paths: readonly string[] }, host: Host) {
  const { project, model, diagnostics } = await openModel(host, request);
  const loaded = loadWorld(host, project.configuration, request);
  const errors = [...diagnostics, ...loaded.diagnostics].filter(({ severity }) => severity === "error");
  writePretty(errors, host.talk);
  for (const { message } of stubFaults(loaded.world.stubs ?? {}, model.journeys)) {
    host.talk.write(`${host.talk.style.red("warning")}: a stub of the world never applies. ${printable(message)}\n`);
  }
  served.source = { model, diagnostics };
  const world = withUsers(loaded.world, request.user);
  const isNew = loaded.diagnostics.length === 0 && JSON.stringify(world) !== JSON.stringify(served.world);
  if (isNew) served.world = world;
  return { watched: project.watched, isFine: errors.length === 0, isWorldRead: loaded.diagnostics.length === 0 };
}

/** How many journeys there are, and how many of them clients can start, where that is another number. */
function countOf(source: JourneysToServe): string {
  const { journeys } = source.model;
  const served = new ServedJourneys(source);
  const reasons = journeys.flatMap((journey) => served.whyNotStarted(journey) ?? []);
  const count = `${journeys.length} ${journeys.length === 1 ? "journey" : "journeys"}`;
  if (reasons.length === 0) return count;
  const broken = reasons.filter((reason) => reason === "errors").length;
  const others = reasons.length - broken;
  const parts = [
    ...(broken > 0 ? [`${broken} with errors`] : []),
    ...(others > 0 ? [`${others} that no client may start`] : []),
  ];
  return `${journeys.length - reasons.length} of ${count} (${parts.join(", ")})`;
}

/** Ends the command where it cannot begin. Later, what is missing may come back. */
function refuseToStart({ model }: JourneysToServe, isWorldRead: boolean): void {
  if (model.journeys.length === 0) throw new UsageError("There is no journey to serve");
  if (!isWorldRead) throw new UsageError("The world cannot be read");
}

/** The id of the default journey. It may have errors at the moment. */
function defaultJourneyOf(source: JourneysToServe, wanted: string | undefined, { talk }: Host): string | undefined {
  if (wanted === undefined) return undefined;
  const { id } = chooseJourney(source.model.journeys, wanted, "serve");
  if (!new ServedJourneys(source).ids.includes(id)) {
    talk.write(
      `${talk.style.red("warning")}: the default journey has errors, and is not served before they are mended\n`,
    );
  }
  return id;
}

function handlerOptions(served: Served, options: Options, host: Host) {
  return {
    world: () => served.world,
    origins: options.cors.map(originFrom),
    ...(options.default !== undefined && { defaultJourney: options.default }),
    onRequest: options.json === true ? writeSoon(host.output, requestJson) : writeSoon(host.talk, requestLines),
  };
}

function addressOf({ port = "8080", host = "127.0.0.1", ...options }: Options): ServerAddress {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port must be a number up to 65535, not ${port}`);
  if (!isLoopback(hostName(host)) && options["allow-remote"] !== true) {
    throw new UsageError(
      `Other machines can reach ${host}`,
      "Whoever reaches the server signs on as any user of its world, and reads everything in it. If that is meant, add --allow-remote",
    );
  }
  return { host, port: Number(port) };
}

/** What hands mails on, where that is asked for. */
async function mailDelivery(options: Options, { talk }: Host): Promise<SmtpDelivery | undefined> {
  if (options.smtp === undefined) return undefined;
  const address = smtpAddressOf(options.smtp, options["allow-remote"] === true);
  const { smtpDelivery } = await import("../serve/smtp-delivery.js");
  return smtpDelivery(address, ({ to }, problem) => {
    talk.write(
      `${talk.style.red("warning")}: the mail to ${printable(to)} was not handed to ${options.smtp}: ${printable(problem)}\n`,
    );
  });
}

function smtpAddressOf(given: string, allowsRemote: boolean): ServerAddress {
  const [, host, port] = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(given) ?? [];
  if (host === undefined || Number(port) > 65_535) {
    throw new UsageError(`--smtp takes a host and a port, not ${given}`, "--smtp 127.0.0.1:1025");
  }
  if (!isLoopback(host) && !allowsRemote) {
    throw new UsageError(
      `${host} is another machine`,
      "The server there may deliver the mails to real people. If that is meant, or if it is a catcher, add --allow-remote",
    );
  }
  return { host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
}

/** Nobody waits for the browser, and nothing is lost where there is none. */
function openPage(url: string, { talk }: Host): void {
  void openBrowser(url).then((isOpen) => {
    if (!isOpen) talk.write(`No browser could be opened. The page is at ${url}\n`);
  });
}

function warnOfOthers({ talk }: Host): void {
  talk.write(
    `${talk.style.red("warning")}: other machines can reach this server. Whoever does signs on as any user of its world, and reads\n` +
      "everything in it, without a password. It is meant for invented users in a network that you trust.\n",
  );
}

/** Made here and not in `startServer`, which is in a bundle of its own: the `UsageError` there is another class. */
function startProblem(error: NodeJS.ErrnoException, { host, port }: ServerAddress): Error {
  const taken = `Port ${port} of ${host} is taken by another program`;
  if (error.code === "EADDRINUSE") return new UsageError(taken, "--port 0 takes a free one");
  if (error.code === "EACCES") return new UsageError(`Port ${port} may not be taken`, "Ports from 1024 on usually may");
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new UsageError(`${host} is no address of this machine`, "--host 127.0.0.1");
  }
  return error;
}

/** A host as it stands in a URL. */
function hostName(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function originFrom(given: string): string {
  try {
    const { origin, href } = new URL(given);
    if (origin !== "null" && href === `${origin}/`) return origin;
  } catch {
    // Reported below.
  }
  throw new UsageError(`--cors takes an origin, not ${given}`, "--cors https://app.example.com");
}
