import { useId } from "preact/hooks";
import { type FieldProps, output, outputList, outputText } from "./callback.js";

/** A security question, chosen or written, and its answer. */
export function KbaField({ callback, answers, onAnswer }: FieldProps) {
  const id = useId();
  const questions = outputList(callback, "predefinedQuestions").map(String);
  const isFree = output(callback, "allowUserDefinedQuestions") === true;
  return (
    <fieldset class="field">
      <legend>{outputText(callback, "prompt") || "Security question"}</legend>
      <label for={`${id}-question`}>Question</label>
      {isFree || questions.length === 0 ? (
        <>
          <input
            id={`${id}-question`}
            list={`${id}-questions`}
            value={String(answers[0] ?? "")}
            onInput={({ currentTarget }) => onAnswer(0, currentTarget.value)}
          />
          <datalist id={`${id}-questions`}>
            {questions.map((question) => (
              <option key={question} value={question} />
            ))}
          </datalist>
        </>
      ) : (
        <select
          id={`${id}-question`}
          value={String(answers[0] ?? "")}
          onChange={({ currentTarget }) => onAnswer(0, currentTarget.value)}
        >
          <option value="">Choose a question</option>
          {questions.map((question) => (
            <option key={question} value={question}>
              {question}
            </option>
          ))}
        </select>
      )}
      <label for={`${id}-answer`}>Answer</label>
      <input
        id={`${id}-answer`}
        value={String(answers[1] ?? "")}
        onInput={({ currentTarget }) => onAnswer(1, currentTarget.value)}
      />
    </fieldset>
  );
}
