import { expect, test } from "vitest";
import { checkTexts } from "../../support/check-text.js";

const certificates = (collected: string, not: string) => `journey Surgery {
  start -> Collect

  node Collect: product-CertificateCollector {
    certificateCollectionMethod: "HEADER"
    clientCertificateHttpHeaderName: "x-client-cert"
    trustedRemoteHosts: ["proxy.vet.example"]

    COLLECTED -> ${collected}
    NOT_COLLECTED -> ${not}
  }

  node Other: PersistentCookieDecision {
    hmacSigningKey: "&{esv.cookie.key}"

    true -> success
    false -> failure
  }

  node Validate: product-CertificateValidation {
    checkCertificateExpiry: true

    TRUE -> Extract
    FALSE, NOT_FOUND, EXPIRED, PATH_VALIDATION_FAILED, REVOKED -> failure
  }

  node Extract: product-CertificateUserExtractor {
    certificateAttributeToProfileMapping: "SUBJECT_UID"

    EXTRACTED -> success
    NOT_EXTRACTED -> failure
  }
}
`;

test("where two arrows of the node that makes a key are exchanged, the right outcome is named", () => {
  const of = (text: string) => checkTexts(text).filter(({ severity }) => severity !== "info");
  expect(of(certificates("Validate", "Other"))).toEqual([]);
  const told = of(certificates("Other", "Validate"));
  expect(told.map(({ code, help }) => [code, help])).toEqual([
    ["state-never-written", "`Collect` writes it on its outcome `COLLECTED` alone: lead that to `Validate`."],
  ]);
});
