/*
 * Values in which a realm has a part of its own. Other texts may contain the name of a realm by chance ("alpha") and are left alone.
 */

const inText: readonly RegExp[] = [
  // https://…/?realm=alpha, realm=/alpha, realm=%2Falpha
  /(?<=[?&;#]realm=(?:\/|%2F)*)[\w-]+/gi,
  // Names of services and agents: "Gateway [/alpha]"
  /(?<=\[\/)[\w-]+(?=\])/g,
  // The managed objects of a realm: managed/alpha_user
  /(?<=\bmanaged\/)[A-Za-z0-9-]+(?=_(?:user|role|group|organization|application|assignment)\b)/g,
  // Paths of the REST interface: /realms/root/realms/alpha
  /(?<=\/realms\/)(?!root\b)[\w-]+/g,
  // Addresses of SAML entities: …/metaAlias/alpha/sp
  /(?<=\/metaAlias\/)[\w-]+(?=\/)/g,
];

/** The alias of a SAML entity: its realm, then its name. */
const inAlias = /(?<=^\/)[\w-]+(?=\/)/g;

function formsOf(property: string | undefined): readonly RegExp[] {
  return property !== undefined && /metaAlias$/i.test(property) ? [inAlias, ...inText] : inText;
}

/** The realms that a text names, each once; `property` is the name of the property that it is the value of. */
export function realmsIn(text: string, property?: string): readonly string[] {
  return [...new Set(formsOf(property).flatMap((form) => text.match(form) ?? []))];
}

/** Where a text first names a realm. */
export function placeOfRealm(text: string, realm: string): number | undefined {
  const found = inText.flatMap((form) => [...text.matchAll(form)]).filter(([name]) => name === realm);
  return found.length === 0 ? undefined : Math.min(...found.map(({ index }) => index));
}
