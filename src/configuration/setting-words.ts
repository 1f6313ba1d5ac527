/** Settings, and what other tools call them. */
const words: readonly (readonly [setting: string, words: string])[] = [
  ["params", "parameters parameter param variables vars values"],
  ["environments", "environment envs env stages stage tenants"],
  ["include", "files file sources source src input inputs paths path journeysDir entry"],
  ["outDir", "output out dist outputDir outputFolder destination buildDir"],
  ["targets", "target formats format outputs"],
  ["defaultLocale", "locale language defaultLanguage lang"],
  ["rules", "check lint linter lints diagnostics severities severity checks"],
  ["setAside", "ignore ignores ignored suppress suppressions suppressed exceptions allow exclude"],
  ["simulate", "world simulation test tests scenarios mocks"],
  ["nodeTypes", "types customNodes customNodeTypes externs extern"],
  ["export", "exports exportOptions build"],
];

/** The setting that a word means which is none, of those that are not set. */
export function settingCalled(word: string, given: readonly string[]): string | undefined {
  const [setting] = words.find(([, others]) => others.toLowerCase().split(" ").includes(word.toLowerCase())) ?? [];
  return setting === undefined || given.includes(setting) ? undefined : setting;
}

/** Severities, and what other tools call them. */
const severities: readonly (readonly [severity: string, words: readonly unknown[]])[] = [
  ["warning", ["warn", "warnings", "w", 1]],
  ["info", ["note", "information", "hint", "notice", "suggestion"]],
  ["error", ["err", "errors", "fatal", "deny", 2, true]],
  ["off", ["none", "ignore", "disable", "disabled", "silent", "allow", 0, false]],
];

/** Targets, and what other tools call them. */
const targets: readonly (readonly [target: string, words: string])[] = [
  ["export", "json exports journey tree frodo"],
  ["machine", "typescript ts code xstate"],
  ["types", "d.ts dts typings"],
  ["frconfig", "fr-config fr-config-manager config"],
  ["mermaid", "diagram picture svg mmd"],
];

/** The target that a word means which is none, of those that are possible. */
export function targetCalled(value: unknown, possible: readonly unknown[]): string | undefined {
  const [target] = targets.find(([, words]) => words.split(" ").includes(String(value).toLowerCase())) ?? [];
  return target !== undefined && possible.includes(target) ? target : undefined;
}

/** The severity that a value means which is none, of those that are possible. */
export function severityCalled(value: unknown, possible: readonly unknown[]): string | undefined {
  const found = typeof value === "string" ? value.toLowerCase() : value;
  const [severity] = severities.find(([, others]) => others.includes(found)) ?? [];
  return severity !== undefined && possible.includes(severity) ? severity : undefined;
}
