/** Requirements that nobody can see from outside, each with the reason. One that is neither here nor in a case is a failure. */
export const unseen: Readonly<Record<string, string>> = {
  'client-registration/confidential-only': 'how clients are registered is between the operator and them',
  'client-registration/display-name': 'how a name is vetted is between the operator and the client',
  'client-registration/autofill-domain': 'how a domain is verified is between the operator and the client',
  'client-registration/delivery-hints': 'how clients are registered is between the operator and them',
  'code-message/superseded-dropped': 'takes a message that waits inside the server while a newer one overtakes it',
  'code-message/lapsed-dropped': 'takes a message that waits inside the server until its code has lapsed',
  'code-message/forgotten-after-handover': 'what the server keeps cannot be seen',
  'transaction/hashed-at-rest': 'what the server keeps cannot be seen',
  'transaction/constant-time': 'the difference is far below the noise of a network; the comparison has to be read',
  'refresh-token/hashed-at-rest': 'what the server keeps cannot be seen',
};
