import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/** Addresses that leave the machine and its network: the host is a name with a dot, and none that only the inside of a network knows. */
const outside = /^http:\/\/(?:[^@/]*@)?[^/:?#]+\.[^/:?#]+/i;
const inside =
  /^http:\/\/(?:[^@/]*@)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[^/:?#]*\.(?:local|localhost|internal|svc|test|invalid)(?=[/:?#]|$)|[^/:?#]*\.svc\.)/i;

/** Reports HTTP requests of scripts to addresses that begin with `http://`, as far as the script shows them. */
export const unencryptedRequest = modelRule("unencrypted-request", "may-miss", (model, report) => {
  for (const { title, sentRequests, placeOf } of analysedScripts(model)) {
    const seen = new Set<string>();
    for (const { address, isComputed, at: offset } of sentRequests) {
      // A host that is computed to its end may be any, unless it has an end already: `"http://crm.example.com" + path`.
      const isCut = isComputed && !/^http:\/\/[^/?#]+(?:[/?#]|\.[^/?#]+\.[a-z]{2,}$)/i.test(address);
      if (isCut || !outside.test(address) || inside.test(address) || seen.has(address)) continue;
      seen.add(address);
      const { at, line } = placeOf(offset);
      report({ at, args: { script: title, line, address } });
    }
  }
});
