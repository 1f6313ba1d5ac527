import { useEffect, useState } from "preact/hooks";
import { clientsOf } from "./clients-of.js";
import { firstRequest, nextAddress } from "./first-request.js";
import { LoginForm } from "./form/login-form.js";
import type { ShownClient, ShownPicture } from "./inside.js";
import { Graph } from "./panels/graph.js";
import { Clients, Journeys } from "./panels/journeys.js";
import { Messages } from "./panels/messages.js";
import { Path } from "./panels/path.js";
import { Requests } from "./panels/requests.js";
import { Users } from "./panels/users.js";
import { type Play, usePlay } from "./play.js";
import { Result, SignedOut } from "./result.js";
import { fetchPanelData, fetchPicture, noPanelData, onEvent, type PanelData, resetWorld } from "./server.js";
import { Tabs } from "./tabs.js";

/** The page: journeys and clients on the left, the form in the middle, and what happens inside on the right. */
export function App() {
  const [inside, setInside] = useState<PanelData>(noPanelData);
  const [isLive, setLive] = useState(false);
  const [locale, setLocale] = useState("");
  const [chosen, setChosen] = useState<string>();
  /** Counts the changes of what is served. */
  const [changes, setChanges] = useState(0);
  const play = usePlay(locale);

  const refresh = (): void => void fetchPanelData().then(setInside, () => setLive(false));
  useEffect(() => {
    refresh();
    return onEvent((kind) => {
      refresh();
      if (kind === "change") setChanges((count) => count + 1);
    }, setLive);
  }, []);
  // An answer may come before the server tells of it, or of anything.
  useEffect(refresh, [play.turn]);
  const follow = (): void => {
    const asked = firstRequest(location);
    if (asked === undefined) return;
    setChosen(undefined);
    if (asked.kind === "start") play.start(asked.journey, asked.query);
    else if (asked.kind === "sign out") play.signOut();
    else if (asked.kind === "resume") play.resume(asked.query);
    else play.comeBack(asked.query);
  };
  useEffect(follow, []);
  // Each time anew, since it sees the language that was chosen last.
  useEffect(() => {
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  });
  const success = play.answer?.kind === "success" ? play.answer.body : undefined;
  useEffect(() => {
    const next = nextAddress(location, success?.successUrl);
    if (next !== undefined) location.assign(next);
  }, [success]);

  const clients = clientsOf(inside);
  // Of a journey that has ended in its first request, nothing but the request is left.
  const own = play.authentication ?? clients.findLast(({ journey }) => journey === play.journey)?.id;
  const shown = clients.find(({ id }) => id === (chosen ?? own));
  return (
    <>
      <Top
        isLive={isLive}
        locale={locale}
        onLocale={setLocale}
        onReset={() => {
          play.clear();
          void resetWorld().then(refresh);
        }}
      />
      <main class="layout">
        <div class="side">
          <Journeys
            journeys={inside.journeys}
            diagnostics={inside.diagnostics}
            current={play.journey}
            onStart={(journey) => {
              setChosen(undefined);
              play.start(journey, targets());
            }}
          />
          <Clients
            authentications={clients}
            own={play.answer === undefined ? undefined : own}
            shown={shown?.id}
            onShow={setChosen}
          />
        </div>
        <div class="stage">
          <section aria-label="Login">
            <Stage play={play} />
          </section>
        </div>
        <InsidePanel
          inside={inside}
          shown={shown}
          journey={shown?.journey ?? play.journey}
          changes={changes}
          onResume={(address) => {
            setChosen(undefined);
            play.resume(new URL(address, location.href).searchParams);
          }}
        />
      </main>
    </>
  );
}

/** `goto` and `gotoOnFail` of the address that led here. */
function targets(): URLSearchParams {
  const given = new URLSearchParams(location.search);
  return new URLSearchParams([...given].filter(([name]) => name === "goto" || name === "gotoOnFail"));
}

function Top({ isLive, locale, onLocale, onReset }: TopProps) {
  return (
    <header class="top">
      <h1>journeyc serve</h1>
      <span class={`badge ${isLive ? "success" : "failure"}`} role="status">
        {isLive ? "live" : "not connected"}
      </span>
      <span class="grow" />
      <label>
        Language{" "}
        <input
          size={8}
          placeholder="browser's"
          value={locale}
          onInput={({ currentTarget }) => onLocale(currentTarget.value.trim())}
        />
      </label>
      <button type="button" onClick={onReset}>
        Begin with a new world
      </button>
    </header>
  );
}

interface TopProps {
  readonly isLive: boolean;
  readonly locale: string;
  readonly onLocale: (locale: string) => void;
  readonly onReset: () => void;
}

function Stage({ play }: { readonly play: Play }) {
  const { answer, turn, isBusy, trouble, steps } = play;
  if (trouble !== undefined) {
    return (
      <p class="message error" role="alert">
        {trouble}
      </p>
    );
  }
  if (answer === undefined) return <p class="dim">Choose a journey to begin with.</p>;
  if (answer.kind === "signed out") {
    return <SignedOut key={turn} hadSession={answer.hadSession} onSignIn={() => play.start(undefined, targets())} />;
  }
  const canGoBack = answer.kind === "step" ? steps.length > 1 : steps.length > 0;
  return (
    <>
      {answer.kind === "step" ? (
        <LoginForm
          key={turn}
          step={answer.step}
          isBusy={isBusy}
          onSubmit={play.submit}
          onJourney={(journey) => play.start(journey, targets())}
        />
      ) : (
        <Result
          key={turn}
          success={answer.kind === "success" ? answer.body : undefined}
          failure={answer.kind === "failure" ? answer.body : undefined}
          onAgain={() => play.start(play.journey, targets())}
        />
      )}
      {canGoBack && (
        <button type="button" class="quiet" onClick={play.back}>
          ← Back to the step before
        </button>
      )}
    </>
  );
}

function InsidePanel({ inside, shown, journey, changes, onResume }: InsideProps) {
  const [picture, setPicture] = useState<ShownPicture & { readonly of: string }>();
  const [selected, setSelected] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    const of = journey;
    const show = (fetched?: ShownPicture): void => {
      if (isCurrent) setPicture(fetched && of !== undefined ? { ...fetched, of } : undefined);
    };
    if (of === undefined) show();
    else void fetchPicture(of).then(show, () => show());
    return () => {
      isCurrent = false;
    };
  }, [journey, changes]);
  const { messages, users, requests } = inside;
  const path = shown ? (
    <Path authentication={shown} requests={requests} selected={selected} />
  ) : (
    <p class="dim">Nothing has run yet.</p>
  );
  return (
    <div class="inside">
      <section aria-label="Picture">
        <h2>{journey ?? "No journey yet"}</h2>
        {picture !== undefined && journey === picture.of && (
          <Graph picture={picture} path={shown?.path ?? []} journey={journey} onSelect={setSelected} />
        )}
      </section>
      <section aria-label="PanelData">
        <Tabs
          tabs={[
            { name: "Path and state", content: path },
            { name: "Messages", count: messages.length, content: <Messages messages={messages} onResume={onResume} /> },
            { name: "Users", count: users.length, content: <Users users={users} /> },
            { name: "Requests", count: requests.length, content: <Requests requests={requests} /> },
          ]}
        />
      </section>
    </div>
  );
}

interface InsideProps {
  readonly inside: PanelData;
  readonly shown: ShownClient | undefined;
  readonly journey: string | undefined;
  /** How often something else was served than before. */
  readonly changes: number;
  readonly onResume: (address: string) => void;
}
