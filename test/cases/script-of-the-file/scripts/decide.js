var words = require("shared words");
outcome = words.yes;
