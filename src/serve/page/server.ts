import type { JsonDiagnostic } from "../../diagnostics/render/json.js";
import type { RequestEntry } from "../request-entry.js";
import type { JourneyInfo, ShownClient, ShownMessage, ShownPicture } from "./inside.js";

/** Everything that the panels show, as it is at one time. */
export interface PanelData {
  readonly journeys: readonly JourneyInfo[];
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly authentications: readonly ShownClient[];
  readonly messages: readonly ShownMessage[];
  readonly users: readonly { readonly [attribute: string]: unknown }[];
  readonly requests: readonly RequestEntry[];
}

export const noPanelData: PanelData = {
  journeys: [],
  diagnostics: [],
  authentications: [],
  messages: [],
  users: [],
  requests: [],
};

export async function fetchPanelData(): Promise<PanelData> {
  const [{ journeys, diagnostics }, { authentications }, messages, { users = [] }, requests] = await Promise.all([
    fetchJson<Pick<PanelData, "journeys" | "diagnostics">>("journeys"),
    fetchJson<Pick<PanelData, "authentications">>("sessions"),
    fetchJson<PanelData["messages"]>("outbox"),
    fetchJson<Partial<Pick<PanelData, "users">>>("world"),
    fetchJson<PanelData["requests"]>("requests"),
  ]);
  return { journeys, diagnostics, authentications, messages, users, requests };
}

export function fetchPicture(journey: string): Promise<ShownPicture> {
  return fetchJson(`picture?${new URLSearchParams({ journey })}`);
}

/**
 * Calls back whenever a request has been answered, there is news of a mail, or something else is served than before. The browser connects
 * again by itself; what it has missed until then counts as a change.
 */
export function onEvent(
  callback: (kind: "request" | "delivery" | "change") => void,
  onConnection: (isOpen: boolean) => void,
): () => void {
  const events = new EventSource(controlAddress("events"));
  for (const kind of ["request", "delivery", "change"] as const) events.addEventListener(kind, () => callback(kind));
  events.onopen = () => {
    onConnection(true);
    callback("change");
  };
  events.onerror = () => onConnection(false);
  return () => events.close();
}

/** Begins anew: users, messages, sessions and clients are as when the server was started. */
export async function resetWorld(): Promise<void> {
  await fetch(controlAddress("world"), { method: "DELETE" });
}

/** The name of an isolated world is the beginning of the path, for the page as for everything else. */
const prefix = /^\/@[^/]+/.exec(location.pathname)?.[0] ?? "";

export const authenticateAddress = `${prefix}/am/json/authenticate`;
export const sessionsAddress = `${prefix}/am/json/sessions`;

function controlAddress(path: string): string {
  return `${prefix}/journeyc/${path}`;
}

async function fetchJson<Value>(path: string): Promise<Value> {
  const response = await fetch(controlAddress(path), { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${path}: status ${response.status}`);
  return (await response.json()) as Value;
}
