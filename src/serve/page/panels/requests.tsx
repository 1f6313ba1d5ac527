import { useState } from "preact/hooks";
import type { RequestEntry } from "../../request-entry.js";
import { curlOf } from "../curl.js";
import { Listing } from "../listing.js";

/** What clients have asked, the last request first, with what was sent and received. Each can be copied as a command line. */
export function Requests({ requests }: { readonly requests: readonly RequestEntry[] }) {
  const [copied, setCopied] = useState<number>();
  if (requests.length === 0) return <p class="dim">No requests yet.</p>;
  const copy = (entry: RequestEntry): void => {
    void navigator.clipboard.writeText(curlOf(entry, location.origin)).then(() => setCopied(entry.id));
  };
  return (
    <ul class="list">
      {requests.toReversed().map((entry) => (
        <li key={entry.id} class="request">
          <details>
            <summary>
              <span class={`badge ${entry.status < 400 ? "success" : "failure"}`}>{entry.status}</span>{" "}
              <code>
                {entry.method} {entry.path}
              </code>{" "}
              <time class="dim">{new Date(entry.at).toLocaleTimeString()}</time>
            </summary>
            {entry.sent !== undefined && entry.sent !== "" && <Body title="Sent" text={entry.sent} />}
            {entry.received !== undefined && entry.received !== "" && <Body title="Received" text={entry.received} />}
          </details>
          <button type="button" class="quiet" onClick={() => copy(entry)}>
            {copied === entry.id ? "Copied" : "Copy as curl"}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Body({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h3>{title}</h3>
      <Listing text={indented(text)} />
    </>
  );
}

/** JSON on several lines; any other text as it is. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
