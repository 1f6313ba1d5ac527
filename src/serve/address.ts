import { Refusal } from "./refusal.js";

/**
 * What a path addresses. `am`: an endpoint below `…/json/`. `oauth2`: one below `…/oauth2/`. `openidm`: one of identity management.
 * `control`: one of our own, for tests. `page`: anything else.
 */
export type Area = "am" | "oauth2" | "openidm" | "control" | "page";

/** A path, taken apart. */
export interface Address {
  readonly area: Area;
  /** The world that the path names with `/@NAME`; `undefined` where it names none. */
  readonly world: string | undefined;
  /** The path between the world and `/json` or `/oauth2`, such as `/am`. */
  readonly base: string;
  /** The realm that the path names, such as `/alpha`; `/` is the root realm. */
  readonly realm: string;
  /** The rest, part by part: `["users", "demo"]`. */
  readonly path: readonly string[];
}

/** The folders below which the endpoints of access management are, by area. */
const areas: { readonly [folder: string]: Area } = { json: "am", oauth2: "oauth2" };

/**
 * Takes a path apart. All spellings of the realm are understood: `realms/root/realms/alpha`, `alpha`, and nothing at all for the root
 * realm. `isResource` knows the first parts of the endpoints, before which the short spelling has the realm.
 */
export function readAddress(pathname: string, isResource: (area: Area, name: string) => boolean): Address {
  const parts = pathname
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
  const world = parts[0]?.startsWith("@") ? parts.shift()?.slice(1) : undefined;
  const [first = ""] = parts;
  if (first === "openidm") return { area: "openidm", world, base: "", realm: "/", path: parts.slice(1) };
  if (first === controlFolder) return { area: "control", world, base: "", realm: "/", path: parts.slice(1) };
  const at = [0, 1].find((index) => Object.hasOwn(areas, parts[index] ?? ""));
  const area = at === undefined ? undefined : areas[parts[at] ?? ""];
  if (at === undefined || area === undefined) return { area: "page", world, base: "", realm: "/", path: parts };
  const { realm, path } = realmAndRest(parts.slice(at + 1), (name) => isResource(area, name));
  return { area, world, base: at === 0 ? "" : `/${first}`, realm, path };
}

/** The folder of what is no endpoint of the platform. */
export const controlFolder = "journeyc";

function realmAndRest(parts: readonly string[], isResource: (name: string) => boolean) {
  const realms: string[] = [];
  let at = 0;
  while (parts[at] === "realms" && at + 1 < parts.length) {
    realms.push(parts[at + 1] ?? "");
    at += 2;
  }
  if (realms[0] === "root") realms.shift();
  const found = parts.findIndex((part, index) => index >= at && isResource(part));
  if (found > at) {
    realms.push(...parts.slice(at, found));
    at = found;
  }
  return { realm: `/${realms.join("/")}`, path: parts.slice(at) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Refusal(400, "The path is not percent-encoded UTF-8");
  }
}
