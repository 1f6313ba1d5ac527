/**
 * The scripts that AM brings to every realm, by their ids, which are the same everywhere: real exports of several tenants have each of them as
 * `default: true`, and other exports leave them out.
 */
export const shippedScripts: ReadonlyMap<string, string> = new Map([
  ["01e1a3c0-038b-4c16-956a-6c9d89328cff", "Authentication Tree Decision Node Script"],
  ["36863ffb-40ec-48b9-94b1-9a99f71cc3b5", "OIDC Claims Script"],
  ["484e6246-dbc6-4288-97e6-54e55431402e", "Apple Profile Normalization"],
  ["58c824ae-84ed-4724-82cd-db128fc3f6c", "Normalized Profile to Managed User"],
  ["58d29080-4563-480b-89bb-1e7719776a21", "Google Profile Normalization"],
  ["5e854779-6ec1-4c39-aeba-0477e0986646", "Config Provider"],
  ["703dab1a-1921-4981-98dd-b8e5349d8548", "Device Id (Match) - Server Side"],
  ["73cecbfc-dad0-4395-be6a-6858ee3a80e5", "Microsoft Profile Normalization"],
  ["9de3eb62-f131-4fac-a294-7bd170fd4acb", "Scripted Policy Condition"],
  ["bae1d54a-e97d-4997-aa5d-c027f21af82c", "Facebook Profile Normalization"],
  ["d22f9a0c-426a-4466-b95e-d0f125b0d5fa", "OAuth2 Access Token Modification Script"],
  ["ed685f9f-5909-4726-86e8-22bd38b47663", "Normalized Profile to Identity"],
]);
