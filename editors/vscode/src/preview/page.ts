import type { JourneyPicture, PictureNode } from "../../../../src/language-server/journey-requests.js";
import { PictureView } from "./picture-view.js";
import type { FromPage, ToPage } from "./preview-messages.js";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

/** The page of the diagram, in its web view. */
const code = acquireVsCodeApi();

const bar = element("header");
const title = element("strong");
const found = element("span", "found");
const coverage = element("button");
coverage.textContent = "Hide coverage";
coverage.addEventListener("click", () => code.postMessage({ kind: "clear-coverage" }));
const canvas = element("main");
const list = element("footer");
const view = new PictureView(canvas);
const buttons = (
  [
    ["−", "Zoom out", () => view.zoom(0.8)],
    ["+", "Zoom in", () => view.zoom(1.25)],
    ["Fit", "Show everything", () => view.fit()],
  ] as const
).map(([text, label, press]) => {
  const button = element("button");
  button.textContent = text;
  button.title = label;
  button.addEventListener("click", press);
  return button;
});
bar.append(title, found, coverage, ...buttons);
document.body.append(bar, canvas, list);

let shown: string | undefined;

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === "picture") show(data.picture, data.hasCoverage);
  else view.select(data.index);
});
code.postMessage({ kind: "ready" });

function show(picture: JourneyPicture | null, hasCoverage: boolean): void {
  coverage.hidden = !hasCoverage;
  title.textContent = picture?.journey ?? "";
  if (picture === null) {
    canvas.textContent = "There is no journey here.";
    found.textContent = "";
    list.replaceChildren();
    shown = undefined;
    return;
  }
  view.show(picture.svg, picture.journey !== shown);
  shown = picture.journey;
  for (const node of picture.nodes) attach(node);
  const all = [...picture.nodes.flatMap(({ findings }) => findings), ...picture.findings];
  found.textContent = counted(all.map(({ severity }) => severity));
  list.replaceChildren(...picture.findings.map(findingButton));
}

/** Makes a box answer to clicks, and draws its findings in. */
function attach(node: PictureNode): void {
  const box = view.box(node.index);
  if (box === null) return;
  const open = () => code.postMessage({ kind: "open", range: node.findings[0]?.range ?? node.range });
  box.addEventListener("click", () => {
    if (!view.wasDragged) open();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") open();
  });
  const [worst] = [...node.findings].sort((left, right) => rank[left.severity] - rank[right.severity]);
  if (worst === undefined) return;
  box.classList.add(`has-${worst.severity}`);
  view.badge(box, String(node.findings.length), node.findings.map(({ message }) => message).join("\n\n"));
}

const rank = { error: 0, warning: 1, info: 2 } as const;

function findingButton({ severity, message, range }: JourneyPicture["findings"][number]): HTMLElement {
  const button = element("button", severity);
  button.textContent = message.split("\n")[0] ?? "";
  button.title = message;
  button.addEventListener("click", () => code.postMessage({ kind: "open", range }));
  return button;
}

function counted(severities: readonly string[]): string {
  const parts = (["error", "warning"] as const).flatMap((severity) => {
    const count = severities.filter((each) => each === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return parts.join(", ");
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name = ""): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}
