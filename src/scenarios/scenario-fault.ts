import type { ArgumentsOf, Code } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic, type DiagnosticExtras, type Place } from "../diagnostics/diagnostic.js";
import { quoteText } from "../format/print/quote-text.js";
import type { UnansweredCall } from "../runtime/unanswered-call.js";

/** Makes the failure of a scenario at one of its steps. */
export function scenarioFault<C extends Code>(
  code: C,
  place: Place,
  args: ArgumentsOf<C>,
  extras?: DiagnosticExtras,
): Diagnostic {
  return createDiagnostic(code, place, args, extras);
}

/** The step that would answer a call. */
export function stubForCall({ service, operation, target }: UnansweredCall): string {
  const answer = service === "http" ? "{ status: 200, body: { … } }" : operation === "query" ? "[{ … }]" : "{ … }";
  return `stub ${service} ${operation} "${quoteText(target)}" -> ${answer}`;
}
