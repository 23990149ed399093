/**
 * Thrown when a request got no answer that the protocol knows: no connection, no answer in time, or something that is no
 * message of OTP-flow. The message is a fixed phrase for the operator and quotes nothing that was sent or received.
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
