import { expect, test } from "vitest";
import { analyseScript } from "../../../src/rhino/analysis/analyse-script.js";

function secrets(body: string): readonly string[] {
  const analysed = analyseScript(body);
  if (analysed.kind !== "analysed") throw new Error("no script");
  return analysed.secrets.map(({ what, name }) => (name === undefined ? what : `${what}, ${name}`));
}

const credentials = ["credentials of an HTTP request"];

test.each<[string, string, readonly string[]]>([
  ["a header", 'headers.add("Authorization", "Basic dXNlcjpwYXNzd29yZA==");', credentials],
  ["a header that is put together", 'headers.add("Authorization", "Basic " + "dXNlcjpwYXNzd29yZA==");', credentials],
  ["a header with a constant", 'var c = "dXNlcjpwYXNzd29yZA=="; var h = { Authorization: "Basic " + c };', credentials],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a script
  ["a template", "var c = 'dXNlcjpwYXNzd29yZA=='; var h = `Basic ${c}`;", credentials],
  ["what is encoded", 'var h = "Basic " + utils.base64.encode("svc-user:Sup3rS3cret");', credentials],
  [
    "two constants that are encoded",
    'var u = "svc", p = "Sup3rS3cret"; var h = "Basic " + Base64.encode(u + ":" + p);',
    credentials,
  ],
  [
    "what Java encodes",
    'var h = "Basic " + java.util.Base64.getEncoder().encodeToString("svc-user:Sup3rS3cret".getBytes());',
    credentials,
  ],
  [
    "what Java encodes of its own text",
    'var p = "Sup3rS3cret"; h.add("Authorization", "Basic " + Encoder.encodeToString(new java.lang.String("svc:" + p).getBytes("UTF-8")));',
    credentials,
  ],
  [
    "a key that is decoded",
    'var k = "MDEyMzQ1Njc4OWFiY2RlZg=="; new SecretKeySpec(fr.Base64.decode(k), "Hmac");',
    ["a key"],
  ],
  [
    "a key of a text",
    'new javax.crypto.spec.SecretKeySpec(new java.lang.String("k3yOf2long4text").getBytes(), "Hmac");',
    ["a key"],
  ],
  ["a token", 'var h = "Bearer " + "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc";', ["a token of an HTTP request"]],
  ["a key in a header", 'request.getHeaders().add("X-Api-Key", "8f14e45fceea167a5a36dedd");', ["a secret, X-Api-Key"]],
  ["a key in an object", 'var h = { "x-api-key": "8f14e45fceea167a5a36dedd" };', ["a secret, x-api-key"]],
  [
    "a variable that takes it over",
    'var config = { signingKey: "a8F3kd92LmQ0zX" };\nvar secret = config.signingKey;',
    ["a secret, config.signingKey"],
  ],
  ["a variable", 'var clientSecret = "a8F3kd92LmQ0zX";', ["a secret, clientSecret"]],
  ["a form", 'send("grant_type=client_credentials&client_secret=a8F3kd92LmQ0zX");', ["a secret in an HTTP request"]],
  ["an address", 'httpClient.send("https://a.example/?api_key=a8F3kd92LmQ0zX");', ["a secret in an HTTP request"]],
])("%s: found", (_what, body, expected) => {
  expect(secrets(body)).toEqual(expected);
});

test.each([
  ["a variable of the tenant", 'headers.add("Authorization", "Basic " + systemEnv.getProperty("esv.basic"));'],
  ["a token of a variable", 'headers.add("Authorization", "Bearer " + token);'],
  ["what is encoded of variables", 'var h = "Basic " + utils.base64.encode(user + ":" + password);'],
  [
    "a name of its own and a password of the tenant",
    'var h = "Basic " + encode("svc:" + systemEnv.getProperty("esv.pw"));',
  ],
  ["a key of the tenant", 'new SecretKeySpec(Base64.decode(systemEnv.getProperty("esv.key1.of.mine")), "Hmac");'],
  ["what stands for a token", 'var h = "Bearer YOUR_ACCESS_TOKEN_GOES_HERE_123"; var apiKey = "your-api-key-12345";'],
  ["a message", 'var errorPassword = "Your password must have 8 characters";'],
  ["the name of a variable of the tenant", 'var apiKey = systemEnv.getProperty("esv.api.key1234");'],
  [
    "another text with such a word",
    'logger.debug("Basic auth failed for user"); var tokenUrl = "https://a1.example/token";',
  ],
  ["a form without a value", 'send("client_secret=" + secret); send("password={password1234}");'],
  ["a comment", '// headers.add("Authorization", "Basic dXNlcjpwYXNzd29yZA==");'],
])("%s: not found", (_what, body) => {
  expect(secrets(body)).toEqual([]);
});
