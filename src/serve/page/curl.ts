import type { RequestEntry } from "../request-entry.js";

/** A request as a command line for curl, in the quotes of POSIX shells. */
export function curlOf({ method, path, sent }: Pick<RequestEntry, "method" | "path" | "sent">, origin: string): string {
  const headers = ["Accept-API-Version: protocol=1.0,resource=2.1", "Content-Type: application/json"];
  const parts = [
    "curl",
    ...(method === "GET" ? [] : ["-X", method]),
    ...headers.flatMap((header) => ["-H", quoted(header)]),
    ...(sent === undefined || sent === "" ? [] : ["--data-raw", quoted(sent)]),
    quoted(`${origin}${path}`),
  ];
  return parts.join(" ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
