import { plainStyle } from "../../../../src/diagnostics/render/style.js";
import type { SimulatedRun } from "../../../../src/language-server/journey-requests.js";
import type { Step, WireCallback } from "../../../../src/runtime/callbacks/callback.js";
import type { JsonValue } from "../../../../src/runtime/machine.js";
import type { RunSession, StubRequest } from "../../../../src/runtime/run.js";
import type { Message } from "../../../../src/runtime/world/outbox.js";
import { answered, type Question, questionsOf } from "../../../../src/simulate/session/question.js";
import { showMessage, showStep } from "../../../../src/simulate/session/show-step.js";
import type { FromPage, ToPage } from "./simulate-messages.js";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

/** What `journeyc simulate --json` writes at each stop. */
interface Stop extends Partial<Step> {
  readonly status: "waiting" | "suspended" | "stub" | "success" | "failure" | "error";
  readonly stub?: StubRequest;
  readonly messages?: readonly Message[];
  readonly warnings?: readonly { readonly script: string; readonly text: string }[];
  readonly message?: string;
  readonly session?: RunSession;
  readonly problem?: { readonly message: string };
}

/** The page of a run, in its web view. */
const code = acquireVsCodeApi();
const step = element("main");
const facts = element("aside");
document.body.append(step, facts);

addEventListener("message", ({ data }: MessageEvent<ToPage>) => show(data.run));
code.postMessage({ kind: "ready" });

function show(run: SimulatedRun): void {
  const stop = run.stop as Stop;
  step.replaceChildren(
    ...(run.error === undefined ? [] : [paragraph(run.error, "error")]),
    ...(stop.messages ?? []).map(mail),
    ...(stop.warnings ?? []).map(({ script, text }) => paragraph(`${script}: ${text}`, "warning")),
    ...stopParts(stop),
  );
  facts.replaceChildren(element("h2", "Path"), path(run), element("h2", "Node state"), state(run.state));
  step.querySelector<HTMLElement>("input, select, button")?.focus();
}

function stopParts(stop: Stop): readonly HTMLElement[] {
  switch (stop.status) {
    case "waiting":
      return [form(stop)];
    case "suspended":
      return [...shown(stop), button("Follow the link", () => command({ resume: true }))];
    case "stub":
      return [
        paragraph(`${stop.stub?.child ?? stop.stub?.node ?? ""}: ${stop.stub?.reason ?? ""}`, ""),
        element("h2", "Its outcome"),
        ...(stop.stub?.outcomes ?? []).map((outcome) => button(outcome, () => command({ stub: outcome }))),
      ];
    case "success":
      return [
        paragraph("✓ Success", "success"),
        ...(stop.session ? [paragraph(`Session of ${stop.session.username}`, "")] : []),
        again(),
      ];
    case "failure":
    case "error":
      return [paragraph(`✕ ${stop.problem?.message ?? stop.message ?? "Failure"}`, "error"), again()];
    default:
      return stop.status satisfies never;
  }
}

function shown({ callbacks = [], header, description }: Stop): readonly HTMLElement[] {
  const [title, ...rest] = showStep(
    { callbacks, ...(header && { header }), ...(description && { description }) },
    plainStyle,
  );
  if (title === undefined) return [];
  return [header ? element("h1", title) : paragraph(title, ""), ...rest.map((line) => paragraph(line, ""))];
}

/** The fields of a step. Their answers are sent together, as a login page does. */
function form(stop: Stop): HTMLElement {
  const callbacks = stop.callbacks ?? [];
  const asked = callbacks.map((callback) => questionsOf(callback).map((question) => field(question)));
  const made = document.createElement("form");
  const next = button("Next", () => undefined);
  next.setAttribute("type", "submit");
  made.append(...shown(stop), ...asked.flat().map(({ label }) => label), next);
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const answers = callbacks.map((callback: WireCallback, index) =>
      answered(callback, new Map((asked[index] ?? []).map(({ input, value }) => [input, value()]))),
    );
    command({ callbacks: answers });
  });
  return made;
}

interface Field {
  readonly label: HTMLElement;
  /** The index of the input in its callback. */
  readonly input: number;
  value(): JsonValue;
}

function field({ input, label: text, kind, choices, byDefault }: Question): Field {
  const label = element("label", text);
  if (kind === "choice") {
    const select = document.createElement("select");
    for (const choice of choices) select.append(new Option(choice.text));
    const chosen = choices.findIndex(({ value }) => value === byDefault);
    select.selectedIndex = Math.max(0, chosen);
    label.append(select);
    return { label, input, value: () => choices[select.selectedIndex]?.value ?? byDefault };
  }
  const box = document.createElement("input");
  label.append(box);
  switch (kind) {
    case "flag":
      box.type = "checkbox";
      box.checked = byDefault === true;
      return { label, input, value: () => box.checked };
    case "number":
      box.type = "number";
      box.step = "any";
      box.value = String(byDefault ?? "");
      return { label, input, value: () => (box.value === "" ? byDefault : box.valueAsNumber) };
    case "secret":
      box.type = "password";
      return { label, input, value: () => box.value };
    case "text":
      box.value = String(byDefault ?? "");
      return { label, input, value: () => box.value };
    case "json":
      box.value = JSON.stringify(byDefault);
      return { label, input, value: () => parsed(box.value) };
    default:
      return kind satisfies never;
  }
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

function mail(message: Message): HTMLElement {
  const box = element("section");
  box.append(...showMessage(message, plainStyle).map((line) => paragraph(line, "")));
  return box;
}

function path({ path: steps, journey: root }: SimulatedRun): HTMLElement {
  const list = element("ol");
  for (const { journey, node, outcome, location } of steps) {
    const item = element("li");
    const name = journey === root ? node : `${journey}/${node}`;
    const link = location ? button(name, () => code.postMessage({ kind: "open", location })) : element("span", name);
    item.append(link, ...(outcome === undefined ? [] : [` → ${outcome}`]));
    list.append(item);
  }
  return list;
}

function state(stores: object): HTMLElement {
  const parts = Object.entries(stores).filter(([, values]) => Object.keys(values as object).length > 0);
  const text = parts.map(([store, values]) => `${store} ${JSON.stringify(values, undefined, 2)}`).join("\n");
  return element("pre", text === "" ? "empty" : text);
}

function again(): HTMLElement {
  return button("Run again", () => code.postMessage({ kind: "again" }));
}

function command(sent: object): void {
  code.postMessage({ kind: "command", command: sent });
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = element("button", text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

function paragraph(text: string, name: string): HTMLElement {
  const made = element("p", text);
  made.className = name;
  return made;
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = ""): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
