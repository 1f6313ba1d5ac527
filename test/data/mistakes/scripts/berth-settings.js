config = {
  message: { en: "Welcome to the berth", cs: "Vítejte u mola" },
  messageYes: { en: "Go on", cs: "Dál" },
  messageNo: { en: "Leave", cs: "Odejít" },
};
