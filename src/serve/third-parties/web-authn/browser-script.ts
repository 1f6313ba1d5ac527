import type { JsonValue } from "../../../runtime/machine.js";

/**
 * The script that a page runs to ask the browser, and then fills in `webAuthnOutcome` and sends the form. Its line `var scriptContext`
 * is what the SDKs read in place of running it: to its end, so that it has no semicolon.
 */
export function browserScript(data: { readonly [name: string]: JsonValue }): string {
  // No text in the data may end a script element of a page.
  const context = JSON.stringify(data).replaceAll("<", "\\u003c");
  return `var scriptContext = ${context}
;${askAndSend}`;
}

const askAndSend = `(function (context) {
  var field = document.getElementById("webAuthnOutcome");
  var send = function (value) {
    field.value = value;
    var button = document.getElementById("loginButton_0");
    if (button) button.click();
    else if (field.form) field.form.requestSubmit();
  };
  if (!window.PublicKeyCredential) return send("unsupported");
  var bytes = function (text) {
    return Uint8Array.from(atob(text), function (unit) { return unit.charCodeAt(0); });
  };
  var numbers = function (buffer) { return new Int8Array(buffer).toString(); };
  var text = function (buffer) { return new TextDecoder().decode(buffer); };
  var known = function (list) {
    return (list || []).map(function (each) { return { type: each.type, id: new Int8Array(each.id) }; });
  };
  var failed = function (error) { send("ERROR::" + error.name + ":" + error.message); };
  var party = context._relyingPartyId;
  if (context._action === "webauthn_registration") {
    navigator.credentials.create({ publicKey: {
      challenge: bytes(context.challenge),
      rp: party ? { name: context.relyingPartyName, id: party } : { name: context.relyingPartyName },
      user: { id: new TextEncoder().encode(context.userId), name: context.userName, displayName: context.displayName },
      pubKeyCredParams: context._pubKeyCredParams,
      authenticatorSelection: context._authenticatorSelection,
      attestation: context.attestationPreference,
      timeout: Number(context.timeout),
      excludeCredentials: known(context._excludeCredentials),
      extensions: context.extensions
    } }).then(function (made) {
      send([text(made.response.clientDataJSON), numbers(made.response.attestationObject), made.id].join("::"));
    }).catch(failed);
  } else {
    var options = {
      challenge: bytes(context.challenge),
      timeout: Number(context.timeout),
      userVerification: context.userVerification,
      allowCredentials: known(context._allowCredentials),
      extensions: context.extensions
    };
    if (party) options.rpId = party;
    navigator.credentials.get({ publicKey: options }).then(function (used) {
      var parts = [text(used.response.clientDataJSON), numbers(used.response.authenticatorData), numbers(used.response.signature), used.id];
      if (used.response.userHandle) parts.push(text(used.response.userHandle));
      send(parts.join("::"));
    }).catch(failed);
  }
})(scriptContext);
`;
