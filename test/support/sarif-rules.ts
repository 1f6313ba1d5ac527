import type { SarifLog } from "../../src/diagnostics/render/sarif.js";

interface Text {
  readonly text?: string;
  readonly markdown?: string;
}

interface Location {
  readonly physicalLocation?: {
    readonly artifactLocation?: { readonly uri?: string; readonly index?: number };
    readonly region?: Readonly<Record<"startLine" | "startColumn" | "endLine" | "endColumn", number>>;
  };
}

interface Rule {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription?: Text;
  readonly fullDescription?: Text;
  readonly help?: Text;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: Text;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
}

/**
 * What Microsoft's validator (sarif-multitool, rules SARIF1xxx and SARIF2xxx) and GitHub's upload (GHxxxx) would say of a log, as
 * far as their rules concern what journeyc writes.
 */
export function sarifFaults(log: SarifLog): readonly string[] {
  const faults: string[] = [];
  const demand = (rule: string, holds: boolean, what: string) => {
    if (!holds) faults.push(`${rule}: ${what}`);
  };
  demand("SARIF2008", log.$schema.startsWith("https://") && log.version === "2.1.0", "schema and version");
  for (const { tool, results, artifacts } of log.runs as unknown as readonly {
    readonly tool: {
      readonly driver: { readonly version: string; readonly informationUri?: string; readonly rules: readonly Rule[] };
    };
    readonly results: readonly Result[];
    readonly artifacts: readonly { readonly location: { readonly uri: string }; readonly mimeType?: string }[];
  }[]) {
    const { rules, version, informationUri = "" } = tool.driver;
    demand("SARIF2005", /^\d+\.\d+\.\d+/.test(version), `version ${version}`);
    demand("SARIF2005", /^[a-z]+:./.test(informationUri), "informationUri is absolute");
    demand("SARIF1001", new Set(rules.map(({ id }) => id)).size === rules.length, "rule ids are unique");
    for (const { id, name, shortDescription, fullDescription, help } of rules) {
      demand("SARIF2009", /^[A-Z]{2,}\d{3}$/.test(id), `id ${id}`);
      demand("SARIF2012", /^([A-Z][a-z0-9]*)+$/.test(name ?? ""), `name of ${id}`);
      for (const [member, text] of Object.entries({ shortDescription, fullDescription })) {
        demand("SARIF2001", /[.!?]$/.test(text?.text ?? ""), `${member} of ${id} ends a sentence`);
      }
      demand("GH2012", (help?.text ?? "") !== "" && (help?.markdown ?? "") !== "", `help of ${id}`);
    }
    artifacts.forEach(({ location, mimeType }, index) => {
      demand("SARIF2004", mimeType !== undefined, `artifact ${index} has more than its location`);
      demand("SARIF1002", isRelative(location.uri), `artifact ${location.uri}`);
    });
    for (const { ruleId, ruleIndex, message, locations, relatedLocations = [], partialFingerprints } of results) {
      demand("SARIF1010", rules[ruleIndex]?.id === ruleId, `rule of ${ruleId}`);
      demand("SARIF2001", /[.!?`)"]$/.test(message.text ?? ""), `message of ${ruleId}: ${message.text}`);
      demand("GH1001", locations.length === 1, `location of ${ruleId}`);
      demand("fingerprint", Object.keys(partialFingerprints ?? {}).length > 0, `of ${ruleId}`);
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const { artifactLocation, region } = physicalLocation ?? {};
        const uri = artifactLocation?.uri ?? "";
        demand("SARIF1004", isRelative(uri), `uri ${uri}`);
        demand("SARIF1009", artifacts[artifactLocation?.index ?? -1]?.location.uri === uri, `artifact of ${uri}`);
        demand(
          "SARIF1007",
          region !== undefined &&
            region.startLine >= 1 &&
            region.startColumn >= 1 &&
            (region.endLine > region.startLine ||
              (region.endLine === region.startLine && region.endColumn >= region.startColumn)),
          `region ${JSON.stringify(region)}`,
        );
      }
    }
  }
  return faults;
}

function isRelative(uri: string): boolean {
  return /^(?![A-Za-z][A-Za-z0-9+.-]*:)[A-Za-z0-9\-._~%!$&'()*+,;=:@/]+$/.test(uri) && !uri.startsWith("/");
}
