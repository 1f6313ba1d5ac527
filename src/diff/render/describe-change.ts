import { shortTypeName } from "../../catalogue/catalogue.js";
import type { Change, ConnectionLabel, NamedValue, NodeLabel, ScenarioChange, ValueChange } from "../difference.js";
import { describeScript } from "./describe-script.js";
import { describeValue, valueText } from "./describe-value.js";
import { type Described, described, name, now, old, type Piece, plain } from "./described.js";

/** Describes one change of a journey in words. */
export function describeChange(change: Change): Described {
  switch (change.kind) {
    case "journey-renamed":
      return described("~", [plain("journey is called "), now(change.after), plain(", was "), old(change.before)]);
    case "journey-setting":
      return describeValue([], change.change);
    case "start-moved":
      return described("~", [name("start"), ...leadsTo("", change.before, change.after)]);
    case "node-added":
    case "node-removed":
    case "node-renamed":
    case "node-retyped":
    case "node-upgraded":
    case "node-moved":
    case "page-reordered":
    case "node-setting":
    case "node-outcomes":
    case "outcome-rewired":
      return describeNodeChange(change);
    case "rule-added":
      return described("+", [plain("rule "), now(change.rule)]);
    case "rule-removed":
      return described("-", [plain("rule "), old(change.rule)]);
    case "raw-changed":
      return describeValue([], change.change);
    case "placed":
      return described("~", [
        name(change.what),
        plain(" at "),
        now(change.after),
        plain(", was at "),
        old(change.before),
      ]);
    case "id-changed":
      return described("~", [
        name(change.what),
        plain(" has the id "),
        now(change.after),
        plain(", had "),
        old(change.before),
      ]);
    case "export-option":
      return describeValue([], change.change);
    default:
      return describeDependency(change);
  }
}

type NodeChange = Extract<Change, { readonly node: NodeLabel }>;

function describeNodeChange(change: NodeChange): Described {
  const subject = [name(nodeText(change.node))];
  switch (change.kind) {
    case "node-added": {
      if (change.movedFrom !== undefined) {
        const arrows = change.outcomes.map(arrowPieces);
        return described("~", [...subject, plain(" came out of journey "), old(change.movedFrom)], { details: arrows });
      }
      const what = change.replaces === undefined ? "" : " in the place of the old one of this name";
      return described("+", [plain("node "), ...subject, plain(` (${typeText(change.node)})${what}`)], {
        details: addedDetails(change),
      });
    }
    case "node-removed":
      if (change.movedTo !== undefined)
        return described("~", [...subject, plain(" moved to journey "), now(change.movedTo)]);
      return described("-", [plain("node "), ...subject, plain(` (${typeText(change.node)})`)], {
        details: change.settings.map((setting) => namedValuePieces(setting, old)),
      });
    case "node-renamed":
      return described("~", renamedPieces(change));
    case "node-retyped":
      return described("~", [
        ...subject,
        plain(" is now a "),
        now(shortTypeName(change.after)),
        plain(", was a "),
        old(shortTypeName(change.before)),
      ]);
    case "node-upgraded":
      return described("~", [
        ...subject,
        plain(" has version "),
        now(change.after),
        plain(", was "),
        old(change.before),
      ]);
    case "node-moved":
      return described("~", [...subject, plain(" moved "), ...movedPieces(change.from, change.to)]);
    case "page-reordered":
      return described("~", [
        ...subject,
        plain(" shows "),
        now(change.after.join(", ")),
        plain(", was "),
        old(change.before.join(", ")),
      ]);
    case "node-setting":
      return describeValue([...subject, plain(": ")], withScriptTitles(change));
    case "node-outcomes": {
      const added = change.added.length > 0 ? [plain(" has new outcomes "), now(change.added.join(", "))] : [];
      const removed = change.removed.length > 0 ? [plain(" has lost outcomes "), old(change.removed.join(", "))] : [];
      return described("~", [...subject, ...added, ...removed]);
    }
    case "outcome-rewired":
      return described(wiringSign(change.before, change.after), [
        ...subject,
        ...leadsTo(change.outcome, change.before, change.after),
      ]);
    default:
      return change satisfies never;
  }
}

/** A node as the language refers to it. */
export function nodeText({ name: text, page }: NodeLabel): string {
  return page === undefined ? text : `${page}.${text}`;
}

function typeText({ type }: NodeLabel): string {
  return shortTypeName(type);
}

function addedDetails(change: Extract<Change, { readonly kind: "node-added" }>): readonly (readonly Piece[])[] {
  const settings =
    change.replaces?.map((setting) => describeValue([], withScriptTitles(setting)).pieces) ??
    change.settings.map((setting) => namedValuePieces(setting, now));
  return [...settings, ...change.outcomes.map(arrowPieces)];
}

function arrowPieces({ outcome, target }: ConnectionLabel): readonly Piece[] {
  return [plain(outcome === "" ? "→ " : `${outcome} → `), now(target)];
}

function namedValuePieces({ name: key, value, script }: NamedValue, style: typeof now): readonly Piece[] {
  return [plain(`${key}: `), style(script ?? valueText(value))];
}

/** The change with the titles of scripts in place of their ids, where both are known. */
export function withScriptTitles({ change, scripts }: Extract<Change, { readonly kind: "node-setting" }>): ValueChange {
  return {
    ...change,
    ...(scripts?.before === undefined ? {} : { before: scripts.before }),
    ...(scripts?.after === undefined ? {} : { after: scripts.after }),
  };
}

function renamedPieces(change: Extract<Change, { readonly kind: "node-renamed" }>): readonly Piece[] {
  const { before, node: after } = change;
  const titles = [
    plain("shows as "),
    now(JSON.stringify(after.title)),
    plain(", was "),
    old(JSON.stringify(before.title)),
  ];
  if (before.name === after.name) return [name(nodeText(after)), plain(" "), ...titles];
  const names = [
    name(nodeText(after)),
    plain(change.isLikely ? " was probably called " : " was called "),
    old(nodeText(before)),
  ];
  return before.title === after.title ? names : [...names, plain("; "), ...titles];
}

function movedPieces(from: string | undefined, to: string | undefined): readonly Piece[] {
  const out = from === undefined ? [] : [plain("out of page "), old(from)];
  const into = to === undefined ? [] : [plain("into page "), now(to)];
  return out.length > 0 && into.length > 0 ? [...out, plain(" "), ...into] : [...out, ...into];
}

function wiringSign(before: string | undefined, after: string | undefined): Described["sign"] {
  return before === undefined ? "+" : after === undefined ? "-" : "~";
}

function leadsTo(outcome: string, before: string | undefined, after: string | undefined): readonly Piece[] {
  const arrow = plain(outcome === "" ? " → " : ` ${outcome} → `);
  if (after === undefined) return [arrow, old(before ?? "")];
  return before === undefined ? [arrow, now(after)] : [arrow, now(after), plain(", was "), old(before)];
}

type DependencyChange = Exclude<
  Change,
  | NodeChange
  | { readonly kind: `journey-${string}` | `rule-${string}` }
  | { readonly kind: "start-moved" | "raw-changed" | "placed" | "id-changed" | "export-option" }
>;

function describeDependency(change: DependencyChange): Described {
  switch (change.kind) {
    case "script-added":
      return described("+", [plain("script "), name(change.script)]);
    case "script-removed":
      return described("-", [plain("script "), name(change.script)]);
    case "script-changed":
      return describeScript(change);
    case "resource-added":
      return described("+", [plain(`${change.resource} `), name(change.id)]);
    case "resource-removed":
      return described("-", [plain(`${change.resource} `), name(change.id)]);
    case "resource-changed":
      return describeValue([plain(`${change.resource} `), name(change.id), plain(": ")], change.change);
    default:
      return change satisfies never;
  }
}

export function describeScenario(change: ScenarioChange): Described {
  const subject = [plain("scenario "), name(change.scenario)];
  switch (change.kind) {
    case "scenario-added":
      return described("+", subject);
    case "scenario-removed":
      return described("-", subject);
    case "scenario-changed":
      return described("~", subject, { lines: change.lines });
    default:
      return change satisfies never;
  }
}
