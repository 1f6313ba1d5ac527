(() => {
  var fr = JavaImporter(org.forgerock.json.JsonValue);
  var identity = fr.JsonValue.json(fr.JsonValue.object());
  identity.put("givenName", normalizedProfile.givenName);
  return identity;
})();
