import type { FunctionComponent } from "preact";
import type { FieldProps } from "./callback.js";
import { BooleanField, ConsentField, TermsField } from "./checkbox-field.js";
import { ChoiceField, ConfirmationField } from "./choice-field.js";
import { KbaField } from "./kba-field.js";
import { HiddenValueField, OtherField } from "./other-field.js";
import { PasswordField } from "./password-field.js";
import { PollingWait } from "./polling-wait.js";
import { ProviderField } from "./provider-field.js";
import { Redirect } from "./redirect.js";
import { NumberField, TextField } from "./text-field.js";
import { TextOutput } from "./text-output.js";

/** Data for the application, which a page shows nothing of. */
const Nothing = (): null => null;

const fields: Readonly<Record<string, FunctionComponent<FieldProps>>> = {
  NameCallback: TextField,
  TextInputCallback: TextField,
  StringAttributeInputCallback: TextField,
  ValidatedCreateUsernameCallback: TextField,
  NumberAttributeInputCallback: NumberField,
  PasswordCallback: PasswordField,
  ValidatedCreatePasswordCallback: PasswordField,
  BooleanAttributeInputCallback: BooleanField,
  TermsAndConditionsCallback: TermsField,
  ConsentMappingCallback: ConsentField,
  ChoiceCallback: ChoiceField,
  ConfirmationCallback: ConfirmationField,
  KbaCreateCallback: KbaField,
  SelectIdPCallback: ProviderField,
  TextOutputCallback: TextOutput,
  SuspendedTextOutputCallback: TextOutput,
  PollingWaitCallback: PollingWait,
  RedirectCallback: Redirect,
  HiddenValueCallback: HiddenValueField,
  MetadataCallback: Nothing,
};

/** The field for a type of callback. */
export function fieldOf(type: string): FunctionComponent<FieldProps> {
  return (Object.hasOwn(fields, type) ? fields[type] : undefined) ?? OtherField;
}
