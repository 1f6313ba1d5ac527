import type { ShownClient } from "./inside.js";
import type { PanelData } from "./server.js";

/** The clients on their way, and those of whom only requests are left: their journeys have ended in the first one. */
export function clientsOf({ authentications, requests }: PanelData): readonly ShownClient[] {
  const known = new Set(authentications.map(({ id }) => id));
  const others = new Map<string, ShownClient>();
  for (const { at, journey } of requests) {
    if (journey === undefined || known.has(journey.authentication)) continue;
    const { authentication: id, status, path } = journey;
    others.set(id, { id, journey: journey.journey, startedAt: others.get(id)?.startedAt ?? at, status, path });
  }
  return [...authentications, ...others.values()].sort((one, other) => one.startedAt - other.startedAt);
}
