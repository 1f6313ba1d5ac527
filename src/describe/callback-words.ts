/** What each type of callback is to the user, by its name on the wire. */
const words: Readonly<Record<string, string>> = {
  AppIntegrityCallback: "checks the app",
  BooleanAttributeInputCallback: "asks for yes or no",
  ChoiceCallback: "offers a choice",
  ConfirmationCallback: "shows buttons",
  ConsentMappingCallback: "asks for consent",
  DeviceBindingCallback: "binds the device",
  DeviceProfileCallback: "collects facts about the device",
  DeviceSigningVerifierCallback: "checks the bound device",
  HiddenValueCallback: "exchanges a hidden value",
  HttpCallback: "asks the browser for HTTP authentication",
  IdPCallback: "signs on with a social provider",
  KbaCreateCallback: "asks for a security question and its answer",
  LanguageCallback: "asks for the language",
  MetadataCallback: "sends data to the client",
  NameCallback: "asks for a text",
  NumberAttributeInputCallback: "asks for a number",
  PasswordCallback: "asks for a hidden text",
  PingOneProtectEvaluationCallback: "collects signals for PingOne Protect",
  PingOneProtectInitializeCallback: "starts PingOne Protect",
  PollingWaitCallback: "waits",
  ReCaptchaCallback: "shows a CAPTCHA",
  ReCaptchaEnterpriseCallback: "shows a CAPTCHA",
  RedirectCallback: "sends the browser to another address",
  ScriptTextOutputCallback: "runs a script in the browser",
  SelectIdPCallback: "offers social providers",
  StringAttributeInputCallback: "asks for a text",
  SuspendedTextOutputCallback: "shows a text and waits for the link in a mail",
  TermsAndConditionsCallback: "asks to accept the terms",
  TextInputCallback: "asks for a text",
  TextOutputCallback: "shows a text",
  ValidatedCreatePasswordCallback: "asks for a password",
  ValidatedCreateUsernameCallback: "asks for a user name",
};

/** What callbacks are to the user, each once; a type without words stands as it is. */
export function callbackWords(types: readonly string[]): readonly string[] {
  return [...new Set(types.map((type) => (Object.hasOwn(words, type) ? (words[type] ?? type) : type)))];
}
