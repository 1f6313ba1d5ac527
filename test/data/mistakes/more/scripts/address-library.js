exports.url = (code) => "https://address.example.com/postal/" + code;
