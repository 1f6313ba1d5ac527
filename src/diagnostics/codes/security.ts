import { defineCodes, quote } from "../define-codes.js";

/** JRN6xx: weaknesses that an attacker would look for. */
export const securityCodes = defineCodes({
  "write-without-proof": {
    id: "JRN601",
    severity: "warning",
    title: (a: { node: string; path: string; unlocks?: boolean }) =>
      a.unlocks === true
        ? `Node ${quote(a.node)} unlocks the account of a user who has failed: ${a.path}`
        : `Node ${quote(a.node)} changes an account without proof of ownership on one path: ${a.path}`,
    why: "Anybody who knows a username or an e-mail address could set the password or other attributes of somebody else's account.",
    help: () =>
      "Make every path pass a proof of ownership: a credential check, a session, a link sent by e-mail, a one-time code or a device.",
  },
  "success-without-credential": {
    id: "JRN602",
    severity: "warning",
    title: (a: { path: string }) => `The journey creates a session without any credential: ${a.path}`,
    why: "The journey ends in success for any username that is entered, and nothing on this path proves that the user owns the account.",
    help: () => "Check a credential on this path, or set `noSession: true` if the journey is not for signing on.",
  },
  "account-existence-revealed": {
    id: "JRN603",
    severity: "warning",
    title: (a: { node: string; known: string; unknown: string }) =>
      `Node ${quote(a.node)} reveals whether an account exists: users with an account see ${a.known}, others see ${a.unknown}`,
    why: "Anybody can try addresses or names, and learn which of them have an account, before proving anything.",
    help: () => "Treat both alike: send mail only to existing accounts, and show the same page.",
  },
  "patch-as-object": {
    id: "JRN604",
    severity: "warning",
    title: (a: { node: string; path: string }) =>
      `Node ${quote(a.node)} patches as the user, who has not signed on: ${a.path}`,
    why: "With `patchAsObject: true` the node acts with the user's own rights, and without a session or a password check no user has signed on. The documentation of the password reset journey requires `false`.",
    help: () => "Set `patchAsObject: false`.",
  },
  "code-not-sent": {
    id: "JRN605",
    severity: "warning",
    title: (a: { node: string; path: string }) =>
      `The one-time code of node ${quote(a.node)} is asked for without being sent: ${a.path}`,
    why: "No user can know the code, because no node on this path sends it.",
    help: () => "Send the code by e-mail or SMS before it is asked for.",
  },
  "code-checked-twice": {
    id: "JRN606",
    severity: "warning",
    title: (a: { node: string; path: string }) =>
      `The one-time code that node ${quote(a.node)} has checked is asked for again: ${a.path}`,
    why: "The first check removes a correct code from node state, so the second check finds none and fails.",
    help: () => "Generate and send a new code in between, or remove the second check.",
  },
  "code-shown": {
    id: "JRN607",
    severity: "warning",
    title: (a: { node: string }) =>
      `The script of node ${quote(a.node)} shows the one-time code to whoever is signing on`,
    why: "A code proves something only if it reaches the user in another way than through the page that asks for it.",
    help: () => "Send the code instead, and remove test code that shows it.",
  },
  "secret-in-plain": {
    id: "JRN608",
    severity: "warning",
    title: (a: { node: string; property: string }) =>
      `${quote(a.property)} of node ${quote(a.node)} is a secret in plain text`,
    why: "Anybody who can read the file or its history knows the secret, and it cannot differ between environments.",
    help: () => "Use a placeholder such as `&{esv.my.secret}`, and keep the value in the tenant.",
  },
  "secret-in-script": {
    id: "JRN609",
    severity: "warning",
    title: (a: { script: string; what: string; name?: string | undefined; line: number }) =>
      `Script ${quote(a.script)} contains ${a.what} in line ${a.line}${a.name === undefined ? "" : `: ${quote(a.name)}`}`,
    why: "Anybody who can read the script or its history knows the secret, and it cannot differ between environments.",
    help: () => 'Read it from the tenant: `systemEnv.getProperty("esv.my.secret")`.',
  },
  "debug-node": {
    id: "JRN610",
    severity: "warning",
    title: (a: { node: string; others: number }) =>
      a.others === 0
        ? `Node ${quote(a.node)} shows the state of the journey to whoever is signing on`
        : `Node ${quote(a.node)} and ${a.others} more show the state of the journey to whoever is signing on`,
    why: "The node is made for developers: what it shows may contain names, addresses and codes.",
    help: () => "Remove the node before the journey is used.",
  },
  "open-redirect": {
    id: "JRN611",
    severity: "warning",
    title: (a: { node: string; key: string }) => `Node ${quote(a.node)} takes ${quote(a.key)} from the request`,
    why: "Anybody can make a link to this journey that sends users to any page after they have signed on.",
    help: () => "Choose among known addresses, or use the platform's own `goto` parameter, which it validates.",
  },
  "insecure-redirect": {
    id: "JRN612",
    severity: "warning",
    title: (a: { node: string; address: string }) =>
      `Node ${quote(a.node)} sends users to ${quote(a.address)}, which is not encrypted`,
    why: "The requests after the journey can be read and changed on the way.",
    help: () => "Use `https://`.",
  },
  "unprotected-cookie": {
    id: "JRN613",
    severity: "warning",
    title: (a: { node: string; lacks: "Secure" | "HttpOnly" | "NONE" }) =>
      a.lacks === "NONE"
        ? `The cookie of node ${quote(a.node)} is for other sites and not secure`
        : `The cookie of node ${quote(a.node)} signs a user on, and is not ${a.lacks}`,
    why: "Without Secure a cookie is sent in the clear, and without HttpOnly scripts of the page can read it: whoever has it is signed on. Browsers refuse a cookie with SameSite=None that is not Secure.",
    help: (a) => `Set \`${a.lacks === "HttpOnly" ? "useHttpOnlyCookie" : "useSecureCookie"}\`.`,
  },
  "unencrypted-request": {
    id: "JRN621",
    severity: "warning",
    title: (a: { script: string; line: number; address: string }) =>
      `Script ${quote(a.script)} sends a request to ${quote(a.address)} in line ${a.line}, which is not encrypted`,
    why: "What is sent and what comes back can be read and changed on the way.",
    help: () => "Use `https://`.",
  },
  "credential-exposed": {
    id: "JRN622",
    severity: "warning",
    title: (a: { script: string; line: number; what: "password" | "one-time code"; to: "log" | "state" }) =>
      `Script ${quote(a.script)} writes the ${a.what} to ${a.to === "log" ? "the log" : "shared state"} in line ${a.line}`,
    why: "Logs are kept and read by many. Shared state stays until the journey ends, and other nodes and scripts see it, where the platform itself keeps a password in transient state only.",
    help: (a) => (a.to === "log" ? "Leave it out of the log." : "Use transient state: `nodeState.putTransient(…)`."),
  },
  "username-shown": {
    id: "JRN623",
    severity: "warning",
    title: (a: { node: string; path: string }) =>
      `Node ${quote(a.node)} shows a user name to somebody who has proved nothing: ${a.path}`,
    why: "Anybody who knows an e-mail address learns the user name of its owner, and that there is an account.",
    help: () => "Send a link by e-mail before it, and show the user name to whoever follows the link.",
  },
});
