config = {
  message: { en: "Approve with your phone?" },
  messageYes: { en: "Phone" },
  messageNo: { en: "Passkey" },
};
