import { acrossCodes } from "./codes/across.js";
import { bindingCodes } from "./codes/binding.js";
import { catalogueCodes } from "./codes/catalogue.js";
import { configurationCodes } from "./codes/configuration.js";
import { exportCodes } from "./codes/export.js";
import { graphCodes } from "./codes/graph.js";
import { importingCodes } from "./codes/importing.js";
import { nodeCodes } from "./codes/nodes.js";
import { pageCodes } from "./codes/pages.js";
import { realmCodes } from "./codes/realm.js";
import { scenarioCodes } from "./codes/scenario.js";
import { scriptCodes } from "./codes/scripts.js";
import { securityCodes } from "./codes/security.js";
import { stateCodes } from "./codes/state.js";
import { suppressionCodes } from "./codes/suppression.js";
import { syntaxCodes } from "./codes/syntax.js";
import { textCodes } from "./codes/texts.js";

export type { Severity } from "./define-codes.js";

/** Named table by table: the type of the whole is longer than TypeScript writes into a declaration. */
type Codes = typeof syntaxCodes &
  typeof bindingCodes &
  typeof catalogueCodes &
  typeof nodeCodes &
  typeof scriptCodes &
  typeof graphCodes &
  typeof pageCodes &
  typeof acrossCodes &
  typeof exportCodes &
  typeof importingCodes &
  typeof realmCodes &
  typeof configurationCodes &
  typeof stateCodes &
  typeof securityCodes &
  typeof textCodes &
  typeof suppressionCodes &
  typeof scenarioCodes;

/** All diagnostics of the product by name. Each has a page in `docs/rules/`. */
export const codes: Codes = {
  ...syntaxCodes,
  ...bindingCodes,
  ...catalogueCodes,
  ...nodeCodes,
  ...scriptCodes,
  ...graphCodes,
  ...pageCodes,
  ...acrossCodes,
  ...exportCodes,
  ...importingCodes,
  ...realmCodes,
  ...configurationCodes,
  ...stateCodes,
  ...securityCodes,
  ...textCodes,
  ...suppressionCodes,
  ...scenarioCodes,
};

export type Code = keyof typeof codes;

export type ArgumentsOf<C extends Code> = Parameters<(typeof codes)[C]["title"]>[0];
