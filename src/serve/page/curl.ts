import type { RequestEntry } from "../request-entry.js";

/** A request as a command line for curl, in the quotes of POSIX shells. */
export function curlOf({ method, path, sent = "", world }: CurlFacts, origin: string): string {
  const isForm = sent !== "" && !sent.trimStart().startsWith("{");
  const headers = [
    "Accept-API-Version: protocol=1.0,resource=2.1",
    ...(method === "GET" ? [] : [`Content-Type: application/${isForm ? "x-www-form-urlencoded" : "json"}`]),
    // The path does not say in which world it was where a header has said so.
    ...(world === undefined || path.startsWith("/@") ? [] : [`X-Journeyc-World: ${world}`]),
  ];
  const parts = [
    "curl",
    ...(method === "GET" ? [] : ["-X", method]),
    ...headers.flatMap((header) => ["-H", quoted(header)]),
    ...(sent === "" ? [] : ["--data-raw", quoted(sent)]),
    quoted(`${origin}${path}`),
  ];
  return parts.join(" ");
}

type CurlFacts = Pick<RequestEntry, "method" | "path" | "sent" | "world">;

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
