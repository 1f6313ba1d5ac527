import type { RunStatus } from "../../runtime/run.js";
import type { ShownClient } from "./inside.js";
import type { PanelData } from "./server.js";

/**
 * The clients that the server knows, and those of whom only requests are left: their journeys have ended in the first one, or have changed
 * since, or the world was begun anew.
 */
export function clientsOf({ authentications, requests }: PanelData): readonly ShownClient[] {
  const known = new Set(authentications.map(({ id }) => id));
  const others = new Map<string, ShownClient>();
  for (const { at, journey } of requests) {
    if (journey === undefined || known.has(journey.authentication)) continue;
    const { authentication: id, path } = journey;
    const status = isEnd(journey.status) ? journey.status : "ended";
    others.set(id, { id, journey: journey.journey, startedAt: others.get(id)?.startedAt ?? at, status, path });
  }
  const all = authentications.map((each) => (each.isOver === true ? { ...each, status: "ended" as const } : each));
  return [...all, ...others.values()].sort((one, other) => one.startedAt - other.startedAt);
}

function isEnd(status: RunStatus): boolean {
  return status === "success" || status === "failure" || status === "error";
}
