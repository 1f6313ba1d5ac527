import { defineCodes, quote } from "../define-codes.js";

/** JRN6xx: what an attacker would look for. */
export const securityCodes = defineCodes({
  "write-without-proof": {
    id: "JRN601",
    severity: "warning",
    title: (a: { node: string; path: string }) =>
      `Node ${quote(a.node)} changes an account, and on one path nobody has proved to own it: ${a.path}`,
    why: "Whoever knows a user name or an address could set the password or other attributes of somebody else's account.",
    help: () =>
      "Let every path pass a proof: a credential check, a session, a link sent by e-mail, a one-time code or a device.",
  },
  "success-without-credential": {
    id: "JRN602",
    severity: "warning",
    title: (a: { path: string }) => `A session without any credential: ${a.path}`,
    why: "The journey ends in success for whatever user name has been entered, and nothing on this path shows that the user owns the account.",
    help: () => "Check a credential on this path, or set `noSession: true` if the journey is not for signing on.",
  },
  "account-existence-revealed": {
    id: "JRN603",
    severity: "warning",
    title: (a: { node: string; known: string; unknown: string }) =>
      `Node ${quote(a.node)} reveals whether an account exists: who has one sees ${a.known}, others see ${a.unknown}`,
    why: "Anybody can try addresses or names and learn which have an account here, before proving anything.",
    help: () => "Go on in the same way for both: send the mail only to accounts that exist, and show the same page.",
  },
  "patch-as-object": {
    id: "JRN604",
    severity: "warning",
    title: (a: { node: string; path: string }) =>
      `Node ${quote(a.node)} patches as the user, who has not signed on: ${a.path}`,
    why: "With `patchAsObject: true` the user's own rights apply, and without a session or a password check there is no such user: the documentation of the password reset demands `false`.",
    help: () => "Set `patchAsObject: false`.",
  },
  "code-not-sent": {
    id: "JRN605",
    severity: "warning",
    title: (a: { node: string; path: string }) => `The one-time code is asked for without having been sent: ${a.path}`,
    why: "Nobody can know the code: no node on this path sends it.",
    help: () => "Send the code by e-mail or SMS before it is asked for.",
  },
  "code-checked-twice": {
    id: "JRN606",
    severity: "warning",
    title: (a: { node: string; path: string }) =>
      `A one-time code is asked for again after it has been used: ${a.path}`,
    why: "A code that was right is removed from the state: the second check finds none and fails.",
    help: () => "Make and send a new code in between, or remove the second check.",
  },
  "code-shown": {
    id: "JRN607",
    severity: "warning",
    title: (a: { node: string }) =>
      `The script of node ${quote(a.node)} shows the one-time code to whoever is signing on`,
    why: "A code proves something only if it reaches the user by another way than the page that asks for it.",
    help: () => "Send the code instead; remove what was put there for a test.",
  },
  "secret-in-plain": {
    id: "JRN608",
    severity: "warning",
    title: (a: { node: string; property: string }) =>
      `${quote(a.property)} of node ${quote(a.node)} is a secret in plain text`,
    why: "Whoever can read the file or its history has the secret, and it cannot differ between environments.",
    help: () => "Put a placeholder there, such as `&{esv.my.secret}`, and the value into the tenant.",
  },
  "secret-in-script": {
    id: "JRN609",
    severity: "warning",
    title: (a: { script: string; what: string }) => `Script ${quote(a.script)} holds ${a.what}`,
    why: "Whoever can read the script or its history has the secret, and it cannot differ between environments.",
    help: () => 'Read it from the tenant: `systemEnv.getProperty("esv.my.secret")`.',
  },
  "debug-node": {
    id: "JRN610",
    severity: "warning",
    title: (a: { node: string }) => `Node ${quote(a.node)} shows the state of the journey to whoever is signing on`,
    why: "It is for developers: what it shows may hold names, addresses and codes.",
    help: () => "Remove it before the journey is used.",
  },
  "open-redirect": {
    id: "JRN611",
    severity: "warning",
    title: (a: { node: string; key: string }) => `Node ${quote(a.node)} takes ${quote(a.key)} from the request`,
    why: "Anybody can make a link to the journey that leads users on to a page of his own after they have signed on here.",
    help: () => "Choose among known addresses, or leave the choice to the platform's own `goto`, which it validates.",
  },
  "insecure-redirect": {
    id: "JRN612",
    severity: "warning",
    title: (a: { node: string; address: string }) =>
      `Node ${quote(a.node)} sends users to ${quote(a.address)}, which is not encrypted`,
    why: "What comes after the journey can be read and changed on the way.",
    help: () => "Use `https://`.",
  },
});
