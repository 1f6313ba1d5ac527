import type { Journey } from "../../../src/model/model.js";
import { journey, node, outcome, settings } from "../../support/journey-fixture.js";

/** Names by which somebody could try to slip code into a picture. */
export const hostileTexts = [
  `<img src=x onerror="document.title='owned'">`,
  `</text></svg><script>document.title='owned'</script>`,
  `]]>--></style></title>`,
  `"];click n1 call alert()`,
  `%%{init: {"securityLevel": "loose"}}%%`,
  `a\\"; evil [label="x`,
  "`**md**` #quot; &amp; & <b>",
  "line one\nline two\u2028three\u0000\u0007\uD800 end",
  "\u202Egnirts detrever",
  "__proto__",
];

/** A journey that holds all of them: as display names, outcomes, settings, types and its own id. */
export function hostileJourney(): Journey {
  const nodes = hostileTexts.map((text, index) =>
    node(
      `N${index}`,
      { [`${text} a`]: index + 1 < hostileTexts.length ? `N${index + 1}` : "success", [`${text} b`]: `#${text}` },
      {
        displayName: text,
        typeId: text,
        properties: settings({ [text]: text, list: [text, { [text]: 1 }] }),
        outcomes: [outcome(`${text} a`), outcome(`${text} b`)],
        children: index === 1 ? [node("Inner", {}, { displayName: text, typeId: text, page: "N1" })] : [],
      },
    ),
  );
  return journey("N0", nodes, { id: hostileTexts[1]! });
}
