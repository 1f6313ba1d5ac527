import type { WireCallback } from "../../../runtime/callbacks/callback.js";
import type { JsonValue } from "../../../runtime/machine.js";

/** The answers to one callback, by the place of its inputs. */
export type Answers = readonly JsonValue[];

/** What a field is given: its callback, the answers so far, and what to do with others. */
export interface FieldProps {
  readonly callback: WireCallback;
  readonly answers: Answers;
  /** Sets the answer of one input. */
  readonly onAnswer: (input: number, value: JsonValue) => void;
  /** Sends the step, with one more answer where it is given. */
  readonly onSubmit: (input?: number, value?: JsonValue) => void;
}

export function output(callback: WireCallback, name: string): JsonValue | undefined {
  return callback.output.find((member) => member.name === name)?.value;
}

export function outputText(callback: WireCallback, name: string): string {
  const value = output(callback, name);
  return typeof value === "string" ? value : "";
}

export function outputList(callback: WireCallback, name: string): readonly JsonValue[] {
  const value = output(callback, name);
  return Array.isArray(value) ? value : [];
}

/** The answers that a form begins with: those that a callback comes with, and what a page knows without its user. */
export function firstAnswers({ type, input = [] }: WireCallback): Answers {
  const { platform, userAgent, language } = navigator;
  if (type === "DeviceProfileCallback") {
    return [JSON.stringify({ identifier: "journeyc-serve", metadata: { platform, userAgent, language } })];
  }
  // The test token that the local captcha takes for good.
  if (type === "ReCaptchaCallback") return ["pass"];
  return input.map(({ value }) => value);
}

/** The callback with its answers, as it is sent back. */
export function withAnswers(callback: WireCallback, answers: Answers): WireCallback {
  if (callback.input === undefined) return callback;
  return {
    ...callback,
    input: callback.input.map((member, index) => ({ ...member, value: answers[index] ?? member.value })),
  };
}
