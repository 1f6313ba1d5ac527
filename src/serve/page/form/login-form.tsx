import { useEffect, useRef, useState } from "preact/hooks";
import type { JsonValue } from "../../../runtime/machine.js";
import type { ClientStep } from "../authenticate.js";
import { type Answers, firstAnswers, withAnswers } from "./callback.js";
import { fieldOf } from "./field-of.js";
import { PageText } from "./page-text.js";
import { isKeyAnswer, keyRequestOf, SecurityKey } from "./security-key.js";

/** The form of a step: a field for each callback. */
export function LoginForm({ step, isBusy, onSubmit, onJourney }: Props) {
  const [answers, setAnswers] = useState<readonly Answers[]>(() => step.callbacks.map(firstAnswers));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // What is most wanted first. A step may be nothing but a message.
    const wanted = ["input:not([type=checkbox]), select", "button.main", "input, button, a[href]", ".message"];
    const [first] = wanted.flatMap((selector) => form.current?.querySelector<HTMLElement>(selector) ?? []);
    first?.focus({ preventScroll: true });
  }, []);

  const withAnswer = (callback: number, input: number, value: JsonValue): readonly Answers[] =>
    answers.map((of, index) => (index === callback ? of.map((held, place) => (place === input ? value : held)) : of));
  const send = (given: readonly Answers[]): void =>
    onSubmit({
      ...step,
      callbacks: step.callbacks.map((callback, index) => withAnswers(callback, given[index] ?? [])),
    });
  const hasOwnButtons = step.callbacks.some(({ type }) => type === "ConfirmationCallback");
  const keyRequest = keyRequestOf(step);
  const asks = step.callbacks.some(({ input = [] }) => input.length > 0);

  return (
    <form
      ref={form}
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        send(answers);
      }}
    >
      {step.header !== undefined && <h2>{step.header}</h2>}
      {step.description !== undefined && <PageText html={step.description} onJourney={onJourney} />}
      {step.callbacks.map((callback, index) => {
        if (keyRequest !== undefined && isKeyAnswer(callback)) {
          const answer = (value: string): void => send(withAnswer(index, 0, value));
          return <SecurityKey key="security-key" request={keyRequest} onAnswer={answer} />;
        }
        const FieldOfCallback = fieldOf(callback.type);
        return (
          <FieldOfCallback
            key={`${index}-${callback.type}`}
            callback={callback}
            answers={answers[index] ?? []}
            onAnswer={(input, value) => setAnswers(withAnswer(index, input, value))}
            onSubmit={(input, value = null) => send(input === undefined ? answers : withAnswer(index, input, value))}
          />
        );
      })}
      {asks && !hasOwnButtons && keyRequest === undefined && (
        <button type="submit" class="main" disabled={isBusy}>
          Next
        </button>
      )}
    </form>
  );
}

interface Props {
  readonly step: ClientStep;
  readonly isBusy: boolean;
  readonly onSubmit: (step: ClientStep) => void;
  /** Begins another journey, which a text of the page leads to. */
  readonly onJourney: (journey: string) => void;
}
