exports.yes = "true";
