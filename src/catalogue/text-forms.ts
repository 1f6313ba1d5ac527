import { serverAtStart } from "../text/address-start.js";
import { isLdapFilter, meantLdapFilter } from "./ldap-filter.js";

/** What is written in a text, by the `format` of its property. */
export interface TextForm {
  /** What the text must be, as the end of a sentence. */
  readonly expected: string;
  readonly example: string;
  /** Whether the default of the property is the better example. */
  readonly hasUsual?: boolean;
  /** An example that keeps what a text has. */
  exampleOf?(text: string): string | undefined;
  holds(text: string): boolean;
  /** What a text that does not hold may mean; several where it holds more than one. */
  meant?(text: string): string | readonly string[] | undefined;
}

const name = /^[A-Za-z\d](?:[A-Za-z\d_.-]*[A-Za-z\d_])?$/;
const address = /^\[[\da-f:.]+\]$/i;
/** A server, with a port; before it the server of the platform that is to use it. */
const server = /^(?:[^\s|/]+\|)?([^\s|/:]+|\[[^\s\]]+\])(?::\d{1,5})?$/;

function isServer(text: string): boolean {
  const [, host] = server.exec(text.trim()) ?? [];
  return host !== undefined && (name.test(host) || address.test(host));
}

/** What stands between scheme and path. */
function withoutScheme(text: string): string {
  return text
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, "")
    .replace(/\/.*$/, "");
}

/** `ldaps://server` says its port, too. */
function serverOf(address: string): string {
  const server = withoutScheme(address);
  const [, secure] = /^ldap(s?):/i.exec(address.trim()) ?? [];
  if (secure === undefined || /:\d+$/.test(server)) return server;
  return `${server}:${secure === "" ? 389 : 636}`;
}

function partsOf(text: string, separator: RegExp): readonly string[] {
  return text.split(separator).filter((part) => part !== "");
}

const attribute = /^(?:[A-Za-z][A-Za-z\d_-]*|\d+(?:\.\d+)+)\s*=\s*\S/;

function isDistinguishedName(text: string): boolean {
  return text.split(/(?<!\\)[,+]/).every((part) => attribute.test(part.trim()));
}

/** `ou:people;dc:example`, and the name of a server such as `example.com`. */
function distinguishedName(text: string): string | undefined {
  const parts = text.split(/[,;/]\s*/);
  const named = parts.map((part) => part.trim().replace(/^([A-Za-z]+)\s*:\s*/, "$1=")).join(",");
  return isDistinguishedName(named) ? named : undefined;
}

const samlFormats: ReadonlyMap<string, string> = new Map([
  ...["unspecified", "emailAddress", "X509SubjectName", "WindowsDomainQualifiedName"].map(
    (each) => [each.toLowerCase(), `urn:oasis:names:tc:SAML:1.1:nameid-format:${each}`] as const,
  ),
  ...["persistent", "transient", "kerberos", "entity"].map(
    (each) => [each, `urn:oasis:names:tc:SAML:2.0:nameid-format:${each}`] as const,
  ),
]);

function samlFormat(text: string): string | undefined {
  return samlFormats.get(text.trim().toLowerCase().split(":").at(-1) ?? "");
}

const classPrefix = "urn:oasis:names:tc:SAML:2.0:ac:classes:";

/** The forms that are checked by themselves. */
export const textForms: Readonly<Record<string, TextForm>> = {
  server: {
    expected: "a server with its port",
    example: "server.example.com:636",
    holds: isServer,
    meant: (text) => {
      const parts = partsOf(text, /\s*[,;]\s*/).map(serverOf);
      if (!parts.every(isServer)) return undefined;
      return parts.length > 1 ? parts : parts[0];
    },
  },
  "whole web address": {
    expected: "a whole web address",
    example: "https://portal.example.com/login",
    holds: (text) => /^[a-z][a-z\d+.-]*:\/\/[^\s*]+$/i.test(text.trim()),
    // A path such as `images/logo.png` is one on a server that only the author knows.
    meant: (text) =>
      serverAtStart(text) !== undefined && !/[\s*]|^(?:com|org|net|io|app)\./.test(text.trim())
        ? `https://${text.trim()}`
        : undefined,
    exampleOf: (text) => {
      // Of a pattern for several addresses, the beginning is one.
      const [beginning] = /^https?:\/\/[^\s*]+(?=\/\*$)/i.exec(text.trim()) ?? [];
      if (beginning !== undefined) return beginning;
      return /^[\w.~%/?=&-]+\/?$/.test(text) && /\/|\.\w+$/.test(text) && !/^(?:com|org|net|io|app)\./.test(text)
        ? `https://www.example.com/${text.replace(/^(?:\.{0,2}\/)+/, "")}`
        : undefined;
    },
  },
  "attribute name": {
    expected: "the name of an attribute",
    example: "mail",
    hasUsual: true,
    holds: (text) => /^[A-Za-z][\w.;-]*$/.test(text.trim()),
  },
  "cookie name": {
    expected: "a name without blanks and semicolons",
    example: "last-visit",
    holds: (text) => requestName.holds(text),
    meant: (text) => requestName.meant?.(text),
  },
  "cookie value": {
    expected: "a text without semicolons, at which browsers end the value",
    example: "seen",
    holds: (text) => !text.includes(";"),
  },
  "cookie path": {
    expected: "a path that begins with `/`",
    example: "/",
    holds: (text) => text.startsWith("/"),
    meant: (text) => (URL.canParse(text) ? new URL(text).pathname : /^[\w./-]+$/.test(text) ? `/${text}` : undefined),
  },
  "hexadecimal colour": {
    expected: "a colour of six hexadecimal digits",
    example: "032b75",
    holds: (text) => /^#?(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i.test(text.trim()),
  },
  "secret label identifier": {
    expected: "a label of letters, digits and full stops",
    example: "journeys.client",
    exampleOf: (text) => {
      // The secret of the tenant is mapped to the label, which has a name of its own.
      const label = partsOf(text.replace(/^esv[-._]/i, ""), /[^A-Za-z\d]+/).join(".");
      return label === "" ? undefined : label;
    },
    holds: (text) => /^[A-Za-z\d](?:[A-Za-z\d.]*[A-Za-z\d])?$/.test(text),
  },
  "host alone": {
    expected: "the name of a server alone",
    example: "server.example.com",
    holds: (text) => !/[\s/@]|^[^:]+:\d*$/.test(text),
    meant: (text) => {
      const host = withoutScheme(text).replace(/:\d*$/, "");
      return isServer(host) ? host : undefined;
    },
  },
  host: {
    expected: "the name or the address of a server alone",
    example: "server.example.com",
    holds: (text) => !/[\s/@]/.test(text),
    meant: (text) =>
      /^[a-z][a-z\d+.-]*:\/\/[^\s/]/i.test(text) ? withoutScheme(text).replace(/:\d+$/, "") : undefined,
  },
  "distinguished name": {
    expected: "a distinguished name",
    example: "ou=people,dc=example,dc=com",
    holds: isDistinguishedName,
    meant: distinguishedName,
  },
  "bind name": {
    expected: "the distinguished name of an account",
    example: "uid=reader,dc=example,dc=com",
    // Active Directory takes `user@domain` and `DOMAIN\user` as well.
    holds: (text) => /[@\\]/.test(text) || isDistinguishedName(text),
    meant: distinguishedName,
  },
  "LDAP filter": {
    expected: "an LDAP filter",
    example: "(objectClass=person)",
    holds: isLdapFilter,
    meant: meantLdapFilter,
  },
  "attribute pair": {
    expected: "an attribute, or two with `|` between them",
    example: "sn|surname",
    holds: (text) => /^[\w.;-]+(?:\s*\|\s*[\w.;-]+)?$/.test(text.trim()),
    meant: (text) => {
      const pair = text.trim().replace(/\s*(?:=>|->|[=:])\s*/, "|");
      return /^[\w.;-]+\|[\w.;-]+$/.test(pair) ? pair : undefined;
    },
  },
  "comma-separated pairs": {
    expected: "pairs such as `name=value`, with commas between them",
    example: "name=value,other=value",
    holds: (text) => text.split(",").every((pair) => /^[^=]+=/.test(pair.trim())),
    meant: (text) => {
      const pairs = partsOf(text.replace(/^\?/, ""), /[&;,]\s*/).map((pair) => pair.replace(/^(\w+)\s*:\s*/, "$1="));
      return pairs.every((pair) => /^[^=]+=/.test(pair)) ? pairs.join(",") : undefined;
    },
  },
  "plain name": {
    expected: "a name alone",
    example: "LegacyDirectory",
    holds: (text) => !/[/\s]|:\/\//.test(text),
    meant: (text) => /^system\/([^/\s]+)(?:\/\w+)?$/.exec(text)?.[1],
  },
  "class name": {
    expected: "the name of a class with its package",
    example: "com.example.AccountProvider",
    holds: (text) => /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/.test(text.trim()),
  },
  "meta alias": {
    expected: "a meta alias, with the realm before the name",
    example: "/alpha/sp",
    holds: (text) => /^\/[^\s:]+$/.test(text),
    meant: (text) => (/^[\w.-]+\/[\w./-]+$/.test(text) ? `/${text}` : undefined),
  },
  "name id format": {
    expected: "the address of a format of SAML",
    example: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    holds: (text) =>
      text.includes(":") && (!/^urn:oasis:names:tc:SAML:/i.test(text) || samlFormat(text) === text.trim()),
    meant: samlFormat,
  },
  "authentication context": {
    expected: "the address of an authentication context of SAML",
    example: `${classPrefix}PasswordProtectedTransport`,
    holds: (text) => text.includes(":"),
    meant: (text) => (/^[A-Z][A-Za-z\d]+$/.test(text) ? classPrefix + text : undefined),
  },
  "service principal": {
    expected: "a service and its server",
    example: "HTTP/login.example.com@EXAMPLE.COM",
    holds: (text) => /^[^\s/:]+\/[^\s/:]+$/.test(text),
    meant: (text) => {
      const host = withoutScheme(text);
      return name.test(host.replace("@", "")) && host.includes(".") ? `HTTP/${host}` : undefined;
    },
  },
  "kerberos realm": {
    expected: "a realm of Kerberos",
    example: "EXAMPLE.COM",
    holds: (text) => !/[\s/]/.test(text),
  },
  "existing file path": {
    expected: "the path of a file",
    example: "/etc/login.keytab",
    holds: (text) => !/^[a-z]{2,}:\/\//i.test(text),
    meant: (text) => /^file:\/\/(\/.+)$/i.exec(text)?.[1],
  },
};

/** What the name of a header or a cookie is made of. */
export const requestName: TextForm = {
  expected: "a name without blanks and colons",
  example: "x-user-name",
  holds: (text) => /^[\w!#$%&'*+.^`|~-]+$/.test(text),
  meant: (text) => {
    const plain = text.trim().replace(/\s*:\s*$/, "");
    if (requestName.holds(plain)) return plain;
    const joined = plain.replace(/\s+/g, "-");
    return requestName.holds(joined) ? joined : undefined;
  },
};
