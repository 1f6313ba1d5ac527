import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import type { Step, WireCallback } from "../../runtime/callbacks/callback.js";
import type { Message } from "../../runtime/world/outbox.js";
import { htmlText } from "./html-text.js";
import { policyText } from "./policy-text.js";
import { wireOutput, wireText } from "./question.js";

/** The lines that a login page shows above its fields. */
export function showStep({ header, description, callbacks }: Step, style: Style): readonly string[] {
  return [
    ...(header ? [style.bold(printable(header))] : []),
    ...htmlText(description ?? "").map(printable),
    ...callbacks.flatMap((callback) => showCallback(callback, style)),
  ];
}

/** The text that a callback shows. */
function showCallback(callback: WireCallback, style: Style): readonly string[] {
  const refused = policiesOf(callback).map((policy) => style.red(`  ${printable(policy)}`));
  switch (callback.type) {
    case "TextOutputCallback":
    case "SuspendedTextOutputCallback":
      return wireOutput(callback, "messageType") === "4"
        ? [style.dim("(a script for the browser)")]
        : htmlText(wireText(callback, "message")).map(printable);
    case "TermsAndConditionsCallback":
      return htmlText(wireText(callback, "terms")).map(printable);
    case "ConsentMappingCallback":
      return [printable(`${wireText(callback, "message")} ${wireText(callback, "displayName")}`)];
    case "PollingWaitCallback":
      return htmlText(wireText(callback, "message")).map(printable);
    case "RedirectCallback":
      return [style.dim(printable(`(the browser goes to ${wireText(callback, "redirectUrl")})`))];
    default:
      return refused;
  }
}

/** A sent message, as lines. */
export function showMessage(
  { kind, to, template, subject, text, resumeUri }: Message,
  style: Style,
): readonly string[] {
  const what = template === undefined ? "" : ` (template ${template})`;
  return [
    style.cyan(printable(`${kind === "email" ? "E-mail" : "SMS"} to ${to}${what}`)),
    ...(subject ? [printable(`  ${subject}`)] : []),
    ...htmlText(text ?? "").map((line) => printable(`  ${line}`)),
    ...(resumeUri ? [`  link: ${printable(resumeUri)}`] : []),
  ];
}

/** The policies that the last answer failed, each as JSON text: `{"policyRequirement": "MIN_LENGTH", "params": {…}}`. */
function policiesOf(callback: WireCallback): readonly string[] {
  const failed = wireOutput(callback, "failedPolicies");
  return Array.isArray(failed) ? failed.map(policyText) : [];
}
