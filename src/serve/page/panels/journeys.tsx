import type { JsonDiagnostic } from "../../../diagnostics/render/json.js";
import type { JourneyInfo, ShownClient } from "../inside.js";

const reasons: Readonly<
  Record<NonNullable<JourneyInfo["notServed"]>, { readonly badge: string; readonly title: string }>
> = {
  errors: { badge: "not served", title: "It has errors" },
  disabled: { badge: "disabled", title: "Its setting enabled is false" },
  innerTreeOnly: { badge: "inner only", title: "It runs inside other journeys only (innerTreeOnly)" },
  transactionalOnly: { badge: "transactions only", title: "It runs in transactions only (transactionalOnly)" },
};

/** The journeys that there are. A click begins one. */
export function Journeys({ journeys, diagnostics, current, onStart }: JourneysProps) {
  return (
    <nav aria-labelledby="journeys-heading">
      <h2 id="journeys-heading">Journeys</h2>
      <ul class="list">
        {journeys.map(({ id, description, notServed }) => (
          <li key={id}>
            <button
              type="button"
              class="row"
              title={notServed ? reasons[notServed].title : typeof description === "string" ? description : id}
              disabled={notServed !== undefined}
              aria-current={id === current ? "true" : undefined}
              onClick={() => onStart(id)}
            >
              {id}
              {notServed && (
                <span class={`badge ${notServed === "errors" ? "error" : ""}`}>{reasons[notServed].badge}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {diagnostics.length > 0 && <Findings diagnostics={diagnostics} />}
    </nav>
  );
}

function Findings({ diagnostics }: { readonly diagnostics: readonly JsonDiagnostic[] }) {
  const hasErrors = diagnostics.some(({ severity }) => severity === "error");
  return (
    <details open={hasErrors}>
      <summary>{diagnostics.length === 1 ? "1 finding" : `${diagnostics.length} findings`}</summary>
      <ul class="findings">
        {diagnostics.map(({ severity, code, message, place: { file, range } }) => (
          <li key={`${file} ${range.start.offset} ${code}`} class={severity}>
            <code>{code}</code> {message}{" "}
            <span class="dim">
              {file}:{range.start.line}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface JourneysProps {
  readonly journeys: readonly JourneyInfo[];
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly current: string | undefined;
  readonly onStart: (journey: string) => void;
}

/** The clients that are on their way or have ended, those of other applications too. A click looks inside. */
export function Clients({ authentications, own, shown, onShow }: ClientsProps) {
  return (
    <section aria-labelledby="clients-heading">
      <h2 id="clients-heading">Clients</h2>
      {authentications.length === 0 && <p class="dim">None yet. Begin a journey, or let an application begin one.</p>}
      <ul class="list">
        {authentications.toReversed().map(({ id, journey, status = "waiting", startedAt }) => (
          <li key={id}>
            <button
              type="button"
              class="row"
              aria-current={id === shown ? "true" : undefined}
              onClick={() => onShow(id)}
            >
              <span>
                {journey} <span class="dim">{id === own ? "this page" : new Date(startedAt).toLocaleTimeString()}</span>
              </span>
              <span class={`badge ${status}`}>{status}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ClientsProps {
  readonly authentications: readonly ShownClient[];
  /** The one of this page. */
  readonly own: string | undefined;
  readonly shown: string | undefined;
  readonly onShow: (id: string) => void;
}
