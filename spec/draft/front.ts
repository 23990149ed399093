/** What stands on the first page of the Internet-Draft. */
import { references } from '../../model/index.ts';

export const front = {
  /** Name of the document, with its revision; also of its files. */
  docName: 'draft-otpflow-oauth-otp-grant-00',
  title: references['otp-flow'].title,
  abbreviation: 'OAuth OTP Grant',
  category: 'std',
  ipr: 'trust200902',
  submissionType: 'IETF',
  area: 'Security',
  workgroup: 'Web Authorization Protocol',
  keywords: ['OAuth', 'one-time passcode', 'extension grant', 'consent', 'energy data'],
  /**
   * The year alone: month and day are those of the day on which the draft is handed in, and whoever renders the
   * document puts them in. Nothing here may change from one day to the next.
   */
  year: 2026,
  author: { organization: 'OTP-flow Contributors', email: 'contributors@otp-flow.example' },
} as const;
