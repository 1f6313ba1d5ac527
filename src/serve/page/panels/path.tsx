import { useEffect, useRef } from "preact/hooks";
import type { NodeTurn } from "../../../runtime/world/node-turn.js";
import type { RequestEntry } from "../../request-entry.js";
import type { ShownClient } from "../inside.js";
import { JsonListing } from "../listing.js";

/** The nodes that have run, request by request, what each has changed in node state, and what scripts have logged. */
export function Path({ authentication, requests, selected }: Props) {
  const { id, journey, state, problem } = authentication;
  const moved = requests.flatMap((entry) => (entry.journey?.authentication === id ? entry.journey : []));
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected !== undefined) list.current?.querySelector(".selected")?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <div ref={list}>
      {problem !== undefined && <p class="message error">{problem.message}</p>}
      {moved.map(({ turns, log, problem: failure }, index) => (
        // Requests are never taken out of the middle, so that their places are good keys.
        <section key={index} class="turn" aria-label={`Request ${index + 1}`}>
          <ol class="path">
            {turns.map((turn, place) => (
              <li key={`${place}-${turn.node}`} class={turn.node === selected ? "selected" : undefined}>
                <TurnLine turn={turn} journey={journey} />
              </li>
            ))}
          </ol>
          {log.map(({ level, script, text }, place) => (
            <p key={`${place}-${text}`} class={`log ${level}`}>
              {script} {level}: {text}
            </p>
          ))}
          {failure !== undefined && <p class="message error">{failure}</p>}
        </section>
      ))}
      {state !== undefined && (
        <details>
          <summary>Node state now</summary>
          {(["shared", "transient", "secure"] as const).map((store) => (
            <section key={store}>
              <h3>{store}</h3>
              <JsonListing value={state[store]} />
            </section>
          ))}
        </details>
      )}
    </div>
  );
}

interface Props {
  readonly authentication: ShownClient;
  readonly requests: readonly RequestEntry[];
  /** The node that was clicked in the picture. */
  readonly selected: string | undefined;
}

function TurnLine({ turn, journey }: { readonly turn: NodeTurn; readonly journey: string }) {
  const { node, outcome, changes } = turn;
  return (
    <>
      <strong>{turn.journey === journey ? node : `${turn.journey} / ${node}`}</strong>{" "}
      {outcome === undefined ? <span class="badge waiting">stays</span> : <span>→ {outcome}</span>}
      {changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">node state</th>
              <th scope="col">before</th>
              <th scope="col">after</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ store, key, before, after }) => (
              <tr key={`${store} ${key}`}>
                <th scope="row">
                  {key} <span class="dim">{store}</span>
                </th>
                <td>
                  <Value value={before} />
                </td>
                <td>
                  <Value value={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Value({ value }: { readonly value: unknown }) {
  return value === undefined ? <span class="dim">none</span> : <code>{JSON.stringify(value)}</code>;
}
