import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { done, runLegacy } from "./script-fixture.js";

const imports = `var fr = JavaImporter(org.forgerock.json.jose.jwt.JwtClaimsSet, org.forgerock.json.jose.builders.JwtBuilderFactory,
  org.forgerock.json.jose.jws.JwsAlgorithm, org.forgerock.json.jose.jws.SigningManager, org.forgerock.json.jose.common.JwtReconstruction,
  org.forgerock.json.jose.jws.SignedJwt, org.forgerock.json.jose.jws.handlers.SecretHmacSigningHandler, org.forgerock.secrets.SecretBuilder,
  org.forgerock.secrets.keys.SigningKey, org.forgerock.util.encode.Base64, org.forgerock.util.encode.Base64url,
  java.time.temporal.ChronoUnit, java.time.Clock, javax.crypto.spec.SecretKeySpec);
  var bytes = java.util.Base64.getDecoder().decode("${Buffer.from("a secret of some length").toString("base64")}");
  var builder = new fr.SecretBuilder;
  builder.secretKey(new fr.SecretKeySpec(bytes, "Hmac")).stableId("id").expiresIn(5, fr.ChronoUnit.MINUTES, fr.Clock.systemUTC());
  var handler = new fr.SecretHmacSigningHandler(new fr.SigningKey(builder));`;
const build = `var claims = new fr.JwtClaimsSet;
  claims.setIssuer("me"); claims.addAudience("you"); claims.setSubject(sharedState.get("username"));
  claims.setIssuedAtTime(new Date(1000)); claims.setExpirationTime(new Date(61500)); claims.setClaim("n", 1);
  var jwt = new fr.JwtBuilderFactory().jws(handler).headers().alg(fr.JwsAlgorithm.HS256).keyId("k").done().claims(claims).build();`;

async function outcomeOf(body: string): Promise<string> {
  return String(done(await runLegacy(imports + body, { shared: { username: "anna" } })).outcome);
}

function decoded(part = ""): unknown {
  return JSON.parse(Buffer.from(part, "base64url").toString());
}

test("a JWT is signed with HMAC and SHA-256", async () => {
  const jwt = await outcomeOf(`${build} outcome = jwt;`);
  const [header, claims, signature] = jwt.split(".");
  expect(decoded(header)).toEqual({ typ: "JWT", alg: "HS256", kid: "k" });
  expect(decoded(claims)).toEqual({ iss: "me", aud: "you", sub: "anna", iat: 1, exp: 61, n: 1 });
  const expected = createHmac("sha256", "a secret of some length").update(`${header}.${claims}`).digest("base64url");
  expect(signature).toBe(expected);
});

test("it is read and verified again", async () => {
  const read = `${build} var again = new fr.JwtReconstruction().reconstructJwt(jwt, fr.SignedJwt);
    var other = fr.SigningManager().newHmacSigningHandler(new java.lang.String("other").getBytes());
    outcome = [again.verify(handler), again.verify(other), again.getClaimsSet().getSubject(), again.getClaimsSet().getClaim("n"),
      again.getClaimsSet().getExpirationTime().getTime(), again.getHeader().getKeyId()].join();`;
  expect(await outcomeOf(read)).toBe("true,false,anna,1,61000,k");
});

test("Base64 of the platform", async () => {
  const body = `var text = new java.lang.String("a?>").getBytes();
    outcome = [fr.Base64.encode(text), fr.Base64url.encode(text), java.lang.String(fr.Base64.decode("YT8+")), java.lang.String(fr.Base64url.decode("YT8-"))].join();`;
  expect(await outcomeOf(body)).toBe("YT8+,YT8-,a?>,a?>");
});

test.each([
  ["fr.SigningManager().newRsaSigningHandler(1)", "Signing with RSA"],
  ["new fr.JwtBuilderFactory().jws(handler).headers().alg(fr.JwsAlgorithm.HS512)", "The algorithm HS512 of a JWT"],
  ["new fr.JwtBuilderFactory().jwe(1)", "Encryption of a JWT"],
  ["new fr.JwtReconstruction().reconstructJwt('a.b.c.d.e', fr.SignedJwt)", "Decryption of a JWT"],
])("%s makes the node a stub that says why", async (call, what) => {
  const { result } = await runLegacy(`${imports} ${call};`);
  expect(result).toEqual({ kind: "unsupported", reason: `${what} is not available in the simulation` });
});
