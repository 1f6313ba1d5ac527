/** Puts the one-time password into a text: where the text has a place for it, else at its end. */
export function fillOneTimePassword(text: string, code: string): string {
  const filled = text.replaceAll("{{OTP}}", code).replaceAll("{{otp}}", code);
  if (filled !== text) return filled;
  return text === "" ? code : `${text} ${code}`;
}
