exports.of = (name) => (name.indexOf("@partner.example.com") > 0 ? "partner" : "staff");
