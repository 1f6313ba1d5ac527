import { printable } from "../../diagnostics/render/printable.js";
import { openModel } from "../../project/read-model.js";
import { findRequirements } from "../../requires/find-requirements.js";
import { type Requirement, type RequirementKind, requirementKinds } from "../../requires/requirement.js";
import { projectOptions } from "../input/project-options.js";
import { writePretty } from "../output/report.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc requires`: what a target tenant must have. */
export const requires = defineCommand({
  usage: "requires [paths…]",
  description:
    "Lists what a tenant must have for journeys to work there: ESVs, scripts, inner journeys, e-mail templates and so on.\n" +
    "A + marks what the journeys bring along, a - what the tenant must have already.",
  options: {
    json: { type: "boolean", help: "as JSON" },
    missing: { type: "boolean", help: "only what the journeys do not bring along" },
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const { model, diagnostics, isUnreadable } = await openModel(host, { ...options, paths: positionals });
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    const found = findRequirements(model).filter(({ provided }) => !(options.missing === true && provided));
    writePretty(errors, host.talk);
    if (options.json === true) host.output.write(`${JSON.stringify(asJson(found), null, 2)}\n`);
    else if (found.length > 0 || !isUnreadable) writeText(found, host);
    if (isUnreadable) return exitCode.usage;
    return errors.length > 0 ? exitCode.findings : exitCode.fine;
  },
});

function asJson(requirements: readonly Requirement[]): object {
  return {
    version: 1,
    requirements: requirements.map(({ kind, id, title, provided, journeys }) => ({
      kind,
      id,
      ...(title === undefined ? {} : { title }),
      provided,
      journeys,
    })),
  };
}

const headings: Readonly<Record<RequirementKind, string>> = {
  variable: "Variables and secrets (ESVs)",
  secretLabel: "Secret labels",
  script: "Scripts",
  libraryScript: "Library scripts",
  journey: "Inner journeys",
  emailTemplate: "E-mail templates",
  theme: "Themes",
  socialProvider: "Social providers",
  saml2Entity: "SAML entities",
  managedObject: "Managed objects",
  service: "Services",
  webhook: "Webhooks",
  policySet: "Policy sets",
  identityStore: "Identity stores",
  idmConnector: "Connectors",
  nodeType: "Node types",
};

function writeText(requirements: readonly Requirement[], host: Host): void {
  const { style } = host.output;
  const blocks = requirementKinds.flatMap((kind) => {
    const ofKind = requirements.filter((requirement) => requirement.kind === kind);
    if (ofKind.length === 0) return [];
    const lines = ofKind.map(({ id, title, provided, journeys }) => {
      const name = title === undefined ? id : `${title} (${id})`;
      return `  ${provided ? "+" : "-"} ${printable(name)}  ${style.dim(printable(journeys.join(", ")))}\n`;
    });
    return [`${style.bold(headings[kind])}\n${lines.join("")}`];
  });
  host.output.write(blocks.length === 0 ? "Nothing is required\n" : blocks.join("\n"));
}
