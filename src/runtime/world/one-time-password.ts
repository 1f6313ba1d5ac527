/** Inserts the one-time password into a text: at `{{OTP}}`, or else at the end. */
export function fillOneTimePassword(text: string, code: string): string {
  const filled = text.replaceAll("{{OTP}}", code).replaceAll("{{otp}}", code);
  if (filled !== text) return filled;
  return text === "" ? code : `${text} ${code}`;
}
