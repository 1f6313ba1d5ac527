import type { ManagedObject } from "../../../runtime/world/world-options.js";
import { escapedHtml, htmlPage } from "../../html-page.js";
import { codeOf, profileAttributes } from "./social-profile.js";

/**
 * The page of the local identity provider: it lets the developer be one of the users of the world, or invent one, and sends the browser
 * back as a provider does. It needs no script. A test that adds `user` or `subject` to the address is sent back at once.
 */
export function providerPage(address: URL, users: readonly ManagedObject[]): Response {
  const given = address.searchParams;
  const back = given.get("redirect_uri") ?? "";
  if (!URL.canParse(back) || !/^https?:$/.test(new URL(back).protocol)) {
    return htmlPage(
      400,
      "Identity provider",
      "<h1>No address to go back to</h1><p>The parameter redirect_uri is missing, or it is no address.</p>",
    );
  }
  const provider = given.get("provider") ?? "";
  const state = given.get("state") ?? "";
  const named = given.get("user");
  if (named !== null) {
    const user = users.find(({ _id, userName }) => userName === named || _id === named);
    if (user === undefined) return notFound(named);
    const attributes = Object.fromEntries(profileAttributes.map((name) => [name, textOf(user, name)]));
    return comeBack(back, { code: codeOf({ subject: subjectOf(user, provider), attributes }), state });
  }
  const subject = given.get("subject");
  if (subject !== null && subject !== "") {
    const attributes = Object.fromEntries(profileAttributes.map((name) => [name, given.get(name) ?? ""]));
    return comeBack(back, { code: codeOf({ subject, attributes }), state });
  }
  const hidden = ["provider", "state", "redirect_uri"].map((name) => field("hidden", name, given.get(name) ?? ""));
  const choices = users.map((user) => {
    const values = profileAttributes.map((name) => field("hidden", name, textOf(user, name)));
    return `<form>${hidden.join("")}${field("hidden", "subject", subjectOf(user, provider))}${values.join("")}<button>${escapedHtml(textOf(user, "userName"))}</button></form>`;
  });
  const fields = ["subject", ...profileAttributes].map(
    (name) => `<label>${name} ${field("text", name, name === "subject" ? "1001" : "")}</label>`,
  );
  return htmlPage(
    200,
    "Identity provider",
    `<h1>Sign in with ${escapedHtml(provider)}</h1>
<p>This is the identity provider of <code>journeyc serve</code>. Nobody else is asked.</p>
<h2>Be a user of the world</h2>
<div class="users">${choices.join("\n")}</div>
<h2>Be somebody else</h2>
<form class="new">${hidden.join("")}${fields.join("\n")}<button>Sign in</button></form>
<p><a href="${escapedHtml(withParameters(back, { error: "access_denied", state }))}">Go back without signing in</a></p>`,
  );
}

function comeBack(address: string, parameters: Record<string, string>): Response {
  return new Response(undefined, { status: 302, headers: { Location: withParameters(address, parameters) } });
}

function withParameters(address: string, parameters: Record<string, string>): string {
  const target = new URL(address);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  return target.href;
}

/** The subject under which a user of the world is here: the one of before, or the user's id. */
function subjectOf(user: ManagedObject, provider: string): string {
  const aliases = Array.isArray(user.aliasList) ? user.aliasList.map(String) : [];
  const known = aliases.find((alias) => alias.startsWith(`${provider}-`));
  return known?.slice(provider.length + 1) ?? textOf(user, "_id");
}

function notFound(user: string): Response {
  return htmlPage(404, "Identity provider", `<h1>The world has no user ${escapedHtml(user)}</h1>`);
}

function textOf(user: ManagedObject, name: string): string {
  const value = Object.hasOwn(user, name) ? user[name] : undefined;
  return typeof value === "string" ? value : "";
}

function field(type: string, name: string, value: string): string {
  return `<input type="${type}" name="${name}" value="${escapedHtml(value)}">`;
}
