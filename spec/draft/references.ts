/**
 * The documents that the draft cites, as full bibliographic entries, so that no tool has to fetch one. Titles of
 * documents that the model cites are the model's. A check finds entries that nothing cites.
 */
import { references as known } from '../../model/index.ts';
import { type Author, internetDraft, organization, type Person, type Reference, rfc, webPage } from './reference.ts';

const jones: Person = ['M.', 'Jones', 'Michael B. Jones'];
const campbell: Person = ['B.', 'Campbell', 'Brian Campbell'];
const bradley: Person = ['J.', 'Bradley', 'John Bradley'];
const lodderstedt: Person = ['T.', 'Lodderstedt', 'Torsten Lodderstedt'];
const richer: Person = ['J.', 'Richer', 'Justin Richer'];
const hardt: Person = ['D.', 'Hardt', 'Dick Hardt'];
const sakimura: Person = ['N.', 'Sakimura', 'Nat Sakimura'];
const mortimore: Person = ['C.', 'Mortimore', 'Chuck Mortimore'];
const tschofenig: Person = ['H.', 'Tschofenig', 'Hannes Tschofenig'];
const fielding: Person = ['R.', 'Fielding', 'Roy T. Fielding'];
const nottingham: Person = ['M.', 'Nottingham', 'Mark Nottingham'];
const reschke: Person = ['J.', 'Reschke', 'Julian Reschke'];
const fett: Person = ['D.', 'Fett', 'Daniel Fett'];
const scurtescu: Person = ['M.', 'Scurtescu', 'Marius Scurtescu'];
const hunt: Person = ['P.', 'Hunt', 'Phil Hunt'];
const leiba: Person = ['B.', 'Leiba', 'Barry Leiba'];

const editor = (person: Person): Author => ({ person, role: 'editor' });

export const references = {
  rfc2119: rfc(2119, known.rfc2119.title, [['S.', 'Bradner', 'Scott Bradner']], 'March 1997', 'normative', 'BCP 14'),
  rfc3552: rfc(
    3552,
    'Guidelines for Writing RFC Text on Security Considerations',
    [
      ['E.', 'Rescorla', 'Eric Rescorla'],
      ['B.', 'Korver', 'Brian Korver'],
    ],
    'July 2003',
    'informative',
    'BCP 72',
  ),
  rfc4647: rfc(
    4647,
    known.rfc4647.title,
    [editor(['A.', 'Phillips', 'Addison Phillips']), editor(['M.', 'Davis', 'Mark Davis'])],
    'September 2006',
    'normative',
    'BCP 47',
  ),
  rfc6585: rfc(6585, 'Additional HTTP Status Codes', [nottingham, fielding], 'April 2012', 'normative'),
  rfc6749: rfc(6749, known.rfc6749.title, [editor(hardt)], 'October 2012', 'normative'),
  rfc6750: rfc(6750, known.rfc6750.title, [jones, hardt], 'October 2012', 'normative'),
  rfc6755: rfc(6755, known.rfc6755.title, [campbell, tschofenig], 'October 2012', 'informative'),
  rfc6819: rfc(
    6819,
    'OAuth 2.0 Threat Model and Security Considerations',
    [editor(lodderstedt), ['M.', 'McGloin', 'Mark McGloin'], hunt],
    'January 2013',
    'informative',
  ),
  rfc6973: rfc(
    6973,
    'Privacy Considerations for Internet Protocols',
    [
      ['A.', 'Cooper', 'Alissa Cooper'],
      tschofenig,
      ['B.', 'Aboba', 'Bernard Aboba'],
      ['J.', 'Peterson', 'Jon Peterson'],
      ['J.', 'Morris', 'John Morris'],
      ['M.', 'Hansen', 'Marit Hansen'],
      ['R.', 'Smith', 'Rhys Smith'],
    ],
    'July 2013',
    'informative',
  ),
  rfc7009: rfc(
    7009,
    'OAuth 2.0 Token Revocation',
    [editor(lodderstedt), ['S.', 'Dronia', 'Stefanie Dronia'], scurtescu],
    'August 2013',
    'normative',
  ),
  rfc7521: rfc(
    7521,
    known.rfc7521.title,
    [campbell, mortimore, jones, ['Y.', 'Goland', 'Yaron Y. Goland']],
    'May 2015',
    'normative',
  ),
  rfc7523: rfc(7523, known.rfc7523.title, [jones, campbell, mortimore], 'May 2015', 'normative'),
  rfc7591: rfc(
    7591,
    known.rfc7591.title,
    [editor(richer), jones, bradley, ['M.', 'Machulak', 'Maciej Machulak'], hunt],
    'July 2015',
    'normative',
  ),
  rfc7662: rfc(7662, 'OAuth 2.0 Token Introspection', [editor(richer)], 'October 2015', 'normative'),
  rfc7942: rfc(
    7942,
    'Improving Awareness of Running Code: The Implementation Status Section',
    [
      ['Y.', 'Sheffer', 'Yaron Sheffer'],
      ['A.', 'Farrel', 'Adrian Farrel'],
    ],
    'July 2016',
    'informative',
    'BCP 205',
  ),
  rfc8126: rfc(
    8126,
    'Guidelines for Writing an IANA Considerations Section in RFCs',
    [['M.', 'Cotton', 'Michelle Cotton'], leiba, ['T.', 'Narten', 'Thomas Narten']],
    'June 2017',
    'normative',
    'BCP 26',
  ),
  rfc8174: rfc(8174, known.rfc8174.title, [leiba], 'May 2017', 'normative', 'BCP 14'),
  rfc8259: rfc(
    8259,
    'The JavaScript Object Notation (JSON) Data Interchange Format',
    [editor(['T.', 'Bray', 'Tim Bray'])],
    'December 2017',
    'normative',
    'STD 90',
  ),
  rfc8414: rfc(8414, known.rfc8414.title, [jones, sakimura, bradley], 'June 2018', 'normative'),
  rfc8628: rfc(
    8628,
    known.rfc8628.title,
    [['W.', 'Denniss', 'William Denniss'], bradley, jones, tschofenig],
    'August 2019',
    'normative',
  ),
  rfc8707: rfc(8707, known.rfc8707.title, [campbell, bradley, tschofenig], 'February 2020', 'normative'),
  rfc8792: rfc(
    8792,
    'Handling Long Lines in Content of Internet-Drafts and RFCs',
    [
      ['K.', 'Watsen', 'Kent Watsen'],
      ['E.', 'Auerswald', 'Erik Auerswald'],
      ['A.', 'Farrel', 'Adrian Farrel'],
      ['Q.', 'Wu', 'Qin Wu'],
    ],
    'June 2020',
    'informative',
  ),
  rfc9068: rfc(9068, known.rfc9068.title, [['V.', 'Bertocci', 'Vittorio Bertocci']], 'October 2021', 'normative'),
  rfc9110: rfc(
    9110,
    known.rfc9110.title,
    [editor(fielding), editor(nottingham), editor(reschke)],
    'June 2022',
    'normative',
    'STD 97',
  ),
  rfc9207: rfc(
    9207,
    known.rfc9207.title,
    [['K.', 'Meyer zu Selhausen', 'Karsten Meyer zu Selhausen'], fett],
    'March 2022',
    'normative',
  ),
  rfc9325: rfc(
    9325,
    'Recommendations for Secure Use of Transport Layer Security (TLS) and Datagram Transport Layer Security (DTLS)',
    [
      ['Y.', 'Sheffer', 'Yaron Sheffer'],
      ['P.', 'Saint-Andre', 'Peter Saint-Andre'],
      ['T.', 'Fossati', 'Thomas Fossati'],
    ],
    'November 2022',
    'normative',
    'BCP 195',
  ),
  rfc9396: rfc(9396, known.rfc9396.title, [lodderstedt, richer, campbell], 'May 2023', 'normative'),
  rfc9449: rfc(
    9449,
    known.rfc9449.title,
    [fett, campbell, bradley, lodderstedt, jones, ['D.', 'Waite', 'David Waite']],
    'September 2023',
    'normative',
  ),
  rfc9493: rfc(
    9493,
    known.rfc9493.title,
    [editor(['A.', 'Backman', 'Annabelle Backman']), scurtescu, ['P.', 'Jain', 'Prachi Jain']],
    'December 2023',
    'normative',
  ),
  rfc9635: rfc(
    9635,
    'Grant Negotiation and Authorization Protocol (GNAP)',
    [editor(richer), ['F.', 'Imbault', 'Fabien Imbault']],
    'October 2024',
    'informative',
  ),
  rfc9700: rfc(
    9700,
    known.rfc9700.title,
    [lodderstedt, bradley, ['A.', 'Labunets', 'Andrey Labunets'], fett],
    'January 2025',
    'normative',
    'BCP 240',
  ),
  'first-party-apps': internetDraft(
    'draft-ietf-oauth-first-party-apps-04',
    known['first-party-apps'].title,
    [
      ['A.', 'Parecki', 'Aaron Parecki'],
      ['G.', 'Fletcher', 'George Fletcher'],
      ['P.', 'Kasselman', 'Pieter Kasselman'],
    ],
    'July 2026',
  ),
  'cross-device': internetDraft(
    'draft-ietf-oauth-cross-device-security-16',
    'Cross-Device Flows: Security Best Current Practice',
    [['P.', 'Kasselman', 'Pieter Kasselman'], fett, ['F.', 'Skokan', 'Filip Skokan']],
    'March 2026',
  ),
  'openid-core': webPage(
    'OpenID.Core',
    known['openid-core'].title,
    [sakimura, bradley, jones, ['B.', 'de Medeiros', 'Breno de Medeiros'], mortimore],
    'https://openid.net/specs/openid-connect-core-1_0.html',
    'normative',
  ),
  ciba: webPage(
    'CIBA',
    'OpenID Connect Client-Initiated Backchannel Authentication Flow - Core 1.0',
    [organization('OpenID Foundation')],
    'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html',
    'informative',
  ),
  openid4vci: webPage(
    'OpenID4VCI',
    'OpenID for Verifiable Credential Issuance 1.0',
    [organization('OpenID Foundation')],
    'https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html',
    'informative',
  ),
  'nist-800-63b': {
    ...webPage(
      'SP800-63B',
      known['nist-800-63b'].title,
      [organization('National Institute of Standards and Technology')],
      'https://doi.org/10.6028/NIST.SP.800-63B-4',
      'informative',
    ),
    series: [
      ['NIST SP', '800-63B-4'],
      ['DOI', '10.6028/NIST.SP.800-63B-4'],
    ],
  },
  'origin-bound-sms': webPage(
    'SMS-OTC',
    known['origin-bound-sms'].title,
    [organization('Web Incubator Community Group')],
    'https://wicg.github.io/sms-one-time-codes/',
    'informative',
  ),
  espi: webPage(
    'ESPI',
    'REQ.21, Energy Services Provider Interface',
    [organization('North American Energy Standards Board')],
    'https://www.naesb.org/',
    'informative',
  ),
  cdr: webPage(
    'CDR',
    'Consumer Data Standards',
    [organization('Data Standards Body')],
    'https://consumerdatastandardsaustralia.github.io/standards/',
    'informative',
  ),
  'erratum-response-types': webPage(
    'Err7793',
    'Erratum ID 7793 (Reported), RFC 8414',
    [organization('RFC Errata')],
    'https://www.rfc-editor.org/errata/eid7793',
    'informative',
  ),
} as const satisfies Record<string, Reference>;

/** Documents that can be cited. */
export type CitedId = keyof typeof references;
