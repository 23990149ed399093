/**
 * An example of a command as an OTP source, for the sandbox: prints the newest message that came after the mark. What the
 * suite says to it stands in the environment; see the contract in `test/conformance/otp/command.ts`.
 */
const { OTP_ISSUER, OTP_STEP, OTP_CONTACT = '', OTP_MARK = '', OTP_TIMEOUT_SECONDS = '10' } = process.env;

/** @returns {Promise<{ id: string, code: string | null, text: string }[]>} newest first */
const messages = async (query = '') => {
  const answer = await fetch(`${OTP_ISSUER}/sandbox/messages?contact=${encodeURIComponent(OTP_CONTACT)}${query}`);
  return (await answer.json()).messages;
};

if (OTP_STEP === 'mark') {
  console.log((await messages())[0]?.id ?? '');
} else {
  const wait = `&waitSeconds=${Math.min(30, Math.ceil(Number(OTP_TIMEOUT_SECONDS)))}`;
  const found = await messages(OTP_MARK === '' ? wait : `${wait}&afterId=${OTP_MARK}`);
  const message = found.find(({ code }) => code !== null);
  if (message === undefined) process.exitCode = 1;
  else console.log(message.text);
}
