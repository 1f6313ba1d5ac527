import type { NodeType } from "../catalogue/node-type.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { Journey } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import { textsIn } from "../text/texts-in.js";

/** What shows that a journey is for the cloud. */
export interface CloudSign {
  /** The realm that it names; `undefined` where both may be meant. */
  readonly realm: string | undefined;
  /** Where it stands; `undefined` where the journey comes from a realm of the cloud. */
  readonly at: Place | undefined;
  /** Whether nobody has written it: users of the realm are the default of a text. */
  readonly isDefault?: boolean;
}

const realms: readonly string[] = ["alpha", "bravo"];
const usersOfRealm = /\bmanaged\/(alpha|bravo)_[a-z]/;
/** `/alpha/partners`, `/am/oauth2/alpha?…`, `realm=alpha`, `realm === "/bravo"`. */
const inPath = /\/(alpha|bravo)(?=$|[/?&#"'`\s,;)])/;
const besideRealm = /\brealms?(?:Name|Path)?["']?\s*(?:[=!]==?|[:=])\s*["'`]?\/?(?:root\/)?(alpha|bravo)\b/i;
const variables = /&\{esv[.-]|\bsystemEnv\s*\.\s*getProperty\s*\(\s*["']esv\./;

/**
 * The first sign that a journey is for the cloud: it comes from there, names a realm of it or an ESV, or has a node that exists only there.
 * What Amster or file-based configuration holds is of a self-managed deployment, whose realms may be called so too.
 */
export function cloudSign({ origin, settings, nodes, scripts, resources }: Journey): CloudSign | undefined {
  if (origin.kind !== "text" && origin.isSelfManaged) return undefined;
  if (origin.kind !== "text" && realms.includes(origin.realm ?? "")) return { realm: origin.realm, at: undefined };
  const all = allNodes(nodes);
  const named = [...settings, ...all.flatMap(({ properties }) => [...properties])];
  for (const [name, { value, place, explicit }] of named) {
    for (const text of textsIn(value)) {
      const isRealm = /^realm(?:Name|Path)?$/i.test(name) && realms.includes(text.replace(/^\//, ""));
      const realm = isRealm ? text.replace(/^\//, "") : realmIn(text);
      if (realm !== undefined || variables.test(text)) return { realm, at: place, isDefault: !explicit };
    }
  }
  for (const { body, place } of scripts) {
    const realm = realmIn(body);
    if (realm !== undefined || variables.test(body)) return { realm, at: place };
  }
  const variable = resources.find(({ kind, id }) => kind === "variable" && id.startsWith("esv-"));
  if (variable !== undefined) return { realm: undefined, at: variable.place };
  const node = all.find(({ typeId, type }) => type !== undefined && isOfCloudAlone(typeId, type.where));
  return node && { realm: undefined, at: node.typePlace };
}

/** Types that tenants install or make themselves may exist elsewhere, too. */
function isOfCloudAlone(typeId: string, { cloud, onPrem, marketplace, custom }: NodeType["where"]): boolean {
  return cloud && !onPrem && !marketplace && custom === undefined && !typeId.startsWith("designer-");
}

function realmIn(text: string): string | undefined {
  return [usersOfRealm, inPath, besideRealm].map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
}
