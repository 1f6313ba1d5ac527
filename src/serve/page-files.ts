import type { Endpoint } from "./exchange.js";
import { Refusal } from "./refusal.js";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // Pictures of journeys bring their style with them.
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");

/** The page at `/`, and wherever a platform has its login page: links of mails lead there. */
export const page: Endpoint = {
  async GET({ address, url }) {
    const [first = "", second] = address.path;
    if (first === "am" && second !== undefined && second !== "XUI") {
      throw new Refusal(404, `Nothing is served at ${url.pathname}`);
    }
    const { documentText } = await import("./page.generated.js");
    return file(documentText, "text/html", { "content-security-policy": policy, "referrer-policy": "same-origin" });
  },
};

export const pageScriptFile: Endpoint = {
  GET: async () => file((await import("./page.generated.js")).scriptText, "text/javascript"),
};

export const pageStyleFile: Endpoint = {
  GET: async () => file((await import("./page.generated.js")).styleText, "text/css"),
};

function file(text: string, type: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  });
}
