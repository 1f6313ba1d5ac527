import { describe, expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

/** A journey with one node that has only the setting in question, so that other findings do not matter. */
const journey = (type: string, setting: string) => `journey Shop {
  start -> Node

  node Node: ${type} {
    ${setting}
  }
}
`;

/** What is said of the form of the setting's value: the remedy, and the text that a fix writes. */
function told(type: string, setting: string): readonly (string | undefined)[] {
  return checkTexts(journey(type, setting))
    .filter(({ code, message }) => code === "wrong-value-type" && message.startsWith(`"${setting.split(":")[0]}`))
    .flatMap(({ help, fixes }) => [help, fixes[0]?.edits[0]?.text]);
}

describe("texts of a form", () => {
  test.each([
    // servers
    ["LdapDecision", 'primaryServers: ["ldaps://ldap.shop.example:636"]', '"ldap.shop.example:636"'],
    ["LdapDecision", 'secondaryServers: ["ldap://ldap.shop.example:389/dc=shop"]', '"ldap.shop.example:389"'],
    [
      "ADDecision",
      'primaryServers: ["a.shop.example:636;b.shop.example:636"]',
      '"a.shop.example:636", "b.shop.example:636"',
    ],
    ["RadiusDecision", 'primaryServers: ["radius://radius.shop.example:1812"]', '"radius.shop.example:1812"'],
    [
      "product-CertificateCollector",
      'trustedRemoteHosts: ["https://gateway.shop.example:8443"]',
      '"gateway.shop.example"',
    ],
    ["product-Kerberos", 'kerberosServerName: "https://kdc.shop.example"', '"kdc.shop.example"'],
    // names in directories
    ["LdapDecision", 'accountSearchBaseDn: ["ou:people,dc:shop"]', '"ou=people,dc=shop"'],
    ["product-CertificateValidation", 'ldapSearchStartDN: ["ou: people, dc: shop"]', '"ou=people,dc=shop"'],
    ["LdapDecision", 'userSearchFilter: "(a=b)&(c=d)"', '"(&(a=b)(c=d))"'],
    ["ADDecision", 'userSearchFilter: "(a=b) and (!(c=d))"', '"(&(a=b)(!(c=d)))"'],
    ["LdapDecision", `userSearchFilter: "objectClass eq 'person'"`, '"(objectClass=person)"'],
    ["LdapDecision", 'userSearchFilter: "(objectClass=person"', '"(objectClass=person)"'],
    ["LdapDecision", 'userCreationAttrs: ["sn=surname"]', '"sn|surname"'],
    ["ADDecision", 'userCreationAttrs: ["sn => surname"]', '"sn|surname"'],
    // names of the request
    ["ZeroPageLogin", 'usernameHeader: "X-Shop-User:"', '"X-Shop-User"'],
    ["Oidc", 'headerName: "id token"', '"id-token"'],
    ["CookiePresenceDecision", 'cookieName: "shop visit"', '"shop-visit"'],
    ["ZeroPageLogin", 'referrerWhiteList: ["portal.shop.example/login"]', '"https://portal.shop.example/login"'],
    ["OathRegistration", 'imgUrl: "www.shop.example/logo.png"', '"https://www.shop.example/logo.png"'],
    ["OathRegistration", 'imgUrl: "localhost:8080/logo.png"', '"https://localhost:8080/logo.png"'],
    // names of the platform
    ["PassthroughAuthentication", 'systemEndpoint: "system/Payroll/account"', '"Payroll"'],
    ["product-Saml2", 'metaAlias: "alpha/shop"', '"/alpha/shop"'],
    ["product-Saml2", 'nameIdFormat: "persistent"', '"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"'],
    [
      "product-Saml2",
      'nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress"',
      '"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"',
    ],
    ["product-Saml2", 'authnContextClassRef: ["X509"]', '"urn:oasis:names:tc:SAML:2.0:ac:classes:X509"'],
    ["product-Kerberos", 'principalName: "https://login.shop.example"', '"HTTP/login.shop.example"'],
    ["product-Kerberos", 'keytabFileName: "file:///etc/shop.keytab"', '"/etc/shop.keytab"'],
    ["product-CertificateValidation", 'crlHttpParameters: "format:der; kind:full"', '"format=der,kind=full"'],
  ])("%s %s has one meaning, which a fix writes", (type, setting, text) => {
    const help = text.includes('", "') ? `Write each in a text of its own: \`${text}\`.` : `Write \`${text}\`.`;
    expect(told(type, setting)).toEqual([help, text]);
  });

  test.each([
    ["LdapDecision", 'primaryServers: ["the directory"]', '"server.example.com:636"'],
    ["LdapDecision", 'accountSearchBaseDn: ["people"]', '"ou=people,dc=example,dc=com"'],
    ["LdapDecision", 'adminDn: "journeys"', '"uid=reader,dc=example,dc=com"'],
    ["LdapDecision", 'userSearchFilter: "all persons"', '"(objectClass=person)"'],
    ["LdapDecision", 'mtlsSecretLabel: "shop_client"', '"shop.client"'],
    ["ZeroPageLogin", 'referrerWhiteList: ["https://portal.shop.example/*"]', '"https://portal.shop.example"'],
    // A path is one on a server that is not known.
    ["OathRegistration", 'imgUrl: "images/logo.png"', '"https://www.example.com/images/logo.png"'],
    ["OathRegistration", 'imgUrl: "/static/shop.svg"', '"https://www.example.com/static/shop.svg"'],
    ["OathRegistration", 'imgUrl: "../logo.jpeg"', '"https://www.example.com/logo.jpeg"'],
    ["OathRegistration", 'imgUrl: "logo.webp"', '"https://www.example.com/logo.webp"'],
    ["OathRegistration", 'imgUrl: "logo"', '"https://portal.example.com/login"'],
    ["product-Saml2", 'metaAlias: "https://shop.example"', '"/alpha/sp"'],
    ["ProvisionDynamicAccount", 'accountProviderClass: "DefaultAccountProvider"', '"com.example.AccountProvider"'],
    ["product-Kerberos", 'trustedKerberosRealms: ["/alpha"]', '"EXAMPLE.COM"'],
  ])("%s %s has no meaning that is certain: an example is given", (type, setting, example) => {
    expect(told(type, setting)).toEqual([`Write it as \`${example}\`, for example.`, undefined]);
  });

  test.each([
    ["LdapDecision", 'primaryServers: ["ldap.shop.example"]'],
    [
      "LdapDecision",
      'primaryServers: ["login.shop.example|ldap_1.shop.example:1389", "[2001:db8::1]:636", "10.0.0.5:389"]',
    ],
    ["LdapDecision", 'accountSearchBaseDn: ["ou=people, o=A\\\\, B, 2.5.4.11=x"]'],
    ["LdapDecision", 'accountSearchBaseDn: ["&{esv.base}", "ou=people,&{esv.base}"]'],
    ["LdapDecision", 'adminDn: "SHOP\\\\reader"'],
    ["LdapDecision", 'adminDn: "reader@shop.example"'],
    [
      "LdapDecision",
      'userSearchFilter: "(&(objectClass=person)(|(memberOf=cn=a\\\\28b\\\\29,dc=shop)(mail=*)(age>=18)(cn:dn:2.4.8.10:=x)))"',
    ],
    ["LdapDecision", 'userSearchFilter: "objectClass=person"'],
    ["LdapDecision", 'userCreationAttrs: ["cn", "sn|surname"]'],
    ["product-Saml2", 'metaAlias: "@@META_ALIAS@@"'],
    ["product-Saml2", 'nameIdFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"'],
    ["product-Saml2", 'nameIdFormat: "https://shop.example/format"'],
    ["PassthroughAuthentication", 'objectType: "__ACCOUNT__"'],
    ["CookiePresenceDecision", 'cookieName: "__Host-shop.visit"'],
    ["product-Kerberos", 'principalName: "HTTP/login.shop.example@SHOP.EXAMPLE"'],
  ])("%s %s is right", (type, setting) => {
    expect(told(type, setting)).toEqual([]);
  });
});
