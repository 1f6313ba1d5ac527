import { useState } from "preact/hooks";
import { askEndpoint, type ClientStep, type SignOnAnswer, sessionOf, signOut } from "./authenticate.js";
import { authenticateAddress, sessionsAddress } from "./server.js";

/** How this page plays a journey: the present answer, and the steps before it, which can be answered again. */
export interface Play {
  readonly journey: string | undefined;
  readonly answer: SignOnAnswer | undefined;
  /** Counts the answers, so that each step gets a form of its own. */
  readonly turn: number;
  readonly isBusy: boolean;
  /** Why there was no answer. */
  readonly trouble: string | undefined;
  readonly steps: readonly ClientStep[];
  readonly authentication: string | undefined;
  start(journey: string | undefined, query?: URLSearchParams): void;
  submit(step: ClientStep): void;
  resume(query: URLSearchParams): void;
  /** Goes on after another site has sent the browser back, with the step that led there. */
  comeBack(query: URLSearchParams): void;
  back(): void;
  signOut(): void;
  /** Forgets everything that was played. */
  clear(): void;
}

interface Played {
  readonly journey: string | undefined;
  readonly answer: SignOnAnswer | undefined;
  readonly turn: number;
  readonly steps: readonly ClientStep[];
  readonly authentication: string | undefined;
}

const nothingPlayed: Played = {
  journey: undefined,
  answer: undefined,
  turn: 0,
  steps: [],
  authentication: undefined,
};

/** @param locale of the texts that the journey shows; empty for that of the browser */
export function usePlay(locale: string): Play {
  const [played, setPlayed] = useState(nothingPlayed);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  const ask = (query: URLSearchParams, step: ClientStep | undefined, begun: Partial<Played>): Promise<void> => {
    if (locale !== "") query.set("locale", locale);
    return take(() => askEndpoint(authenticateAddress, query, step), begun);
  };
  const take = async (request: () => Promise<SignOnAnswer>, begun: Partial<Played>): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const answer = await request();
      setPlayed((before) => {
        const known = { ...before, ...begun };
        if (answer.kind === "step") keepStep(answer.step);
        if (answer.kind !== "step") return { ...known, answer, turn: known.turn + 1 };
        return {
          ...known,
          answer,
          turn: known.turn + 1,
          steps: [...known.steps, answer.step],
          authentication: sessionOf(answer.step) ?? known.authentication,
        };
      });
    } catch (error) {
      setTrouble(`The server did not answer: ${error instanceof Error ? error.message : String(error)}`);
    }
    setBusy(false);
  };

  return {
    ...played,
    isBusy,
    trouble,
    start(journey, query = new URLSearchParams()) {
      if (journey !== undefined) {
        query.set("authIndexType", "service");
        query.set("authIndexValue", journey);
      }
      void ask(query, undefined, { journey, steps: [], authentication: undefined });
    },
    submit: (step) => void ask(new URLSearchParams(), step, {}),
    resume(query) {
      void ask(query, undefined, { journey: query.get("authIndexValue") ?? undefined, steps: [] });
    },
    comeBack(query) {
      const step = takeKeptStep();
      if (step === undefined) setTrouble("The step that led to the other site is gone. Begin the journey again.");
      else void ask(query, step, { steps: [], authentication: sessionOf(step) });
    },
    signOut: () =>
      void take(() => signOut(sessionsAddress), { journey: undefined, steps: [], authentication: undefined }),
    clear: () => setPlayed(nothingPlayed),
    back() {
      setPlayed((before) => {
        const steps = before.answer?.kind === "step" ? before.steps.slice(0, -1) : before.steps;
        const step = steps.at(-1);
        if (step === undefined) return before;
        return { ...before, steps, answer: { kind: "step", step }, turn: before.turn + 1 };
      });
    },
  };
}

/** Where a step is kept while the browser is at another site, as the platform's own pages do. */
const keptStep = "journeyc-step";

function keepStep(step: ClientStep): void {
  if (step.callbacks.some(({ type }) => type === "RedirectCallback"))
    sessionStorage.setItem(keptStep, JSON.stringify(step));
}

function takeKeptStep(): ClientStep | undefined {
  const kept = sessionStorage.getItem(keptStep);
  sessionStorage.removeItem(keptStep);
  return kept === null ? undefined : (JSON.parse(kept) as ClientStep);
}
