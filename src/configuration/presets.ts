import type { Code, Severity } from "../diagnostics/codes.js";

type Severities = Partial<Record<Code, Severity | "off">>;

/**
 * For a tenant that is only read: its journeys are changed in the console by somebody else. Left out is what only its authors could tidy
 * up, and what the platform took is no more than worth knowing where the catalogue does not know it.
 */
const readOnly: Severities = {
  "same-title": "off",
  "empty-text": "off",
  "orphan-body": "off",
  "other-realm": "off",
  "member-not-read": "off",
  "left-out-of-machine": "off",
  "deprecated-property": "off",
  "unused-inner-journey": "off",
  "unused-resource": "off",
  "unused-script": "off",
  "deprecated-node-type": "info",
  "disagreeing-version": "info",
  "missing-reference": "info",
  "unknown-node-type": "info",
  "unknown-property": "info",
  "unreachable-node": "info",
  "value-not-allowed": "info",
  "value-out-of-range": "info",
  "wrong-value-type": "info",
};

/** Severities by name of the preset. `rules` override them one by one. */
export const presets = { "read-only": readOnly } as const satisfies Record<string, Severities>;
