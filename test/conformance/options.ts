/** What a run is told, and what it hands back. */
import type { ConformanceConfig, OtpConfig } from './config.ts';

export const suiteNames = ['requirements', 'http', 'states', 'indistinguishability', 'races', 'tokens'] as const;

export type SuiteName = (typeof suiteNames)[number];

/** What a server may offer. Every server is of the core profile; metadata says which others it offers, and answers show hints. */
export const profileNames = ['core', 'refresh', 'revocation', 'introspection', 'dpop', 'hints'] as const;

export type ProfileName = (typeof profileNames)[number];

export interface ConformanceOptions {
  /** Issuer identifier of the server; everything else is discovered from its metadata. */
  readonly issuer: string;
  /** What metadata cannot say: clients, customers, how codes are obtained. The sandbox of the reference server unless set. */
  readonly config?: ConformanceConfig;
  /** Instead of the client of the configuration. */
  readonly client?: ConformanceConfig['client'];
  /** Instead of the source of the configuration. */
  readonly otp?: OtpConfig;
  /** `off` ignores a clock of the configuration: the suite waits instead. */
  readonly clock?: 'off';
  /** Seed of everything that is left to chance: the order of the cases, interleavings, sampled tests. 1 unless set. */
  readonly seed?: number;
  /** `listed` plays the cases as they are listed; `shuffled` by the seed. `listed` unless set. */
  readonly order?: 'listed' | 'shuffled';
  readonly profiles?: readonly ProfileName[];
  /** Names of suites, ids of cases, or beginnings of ids that end with `/` or `*`. Everything unless set. */
  readonly only?: readonly string[];
  /** How many tests of the complete state suite are played, drawn by the seed. All unless set. */
  readonly stateTests?: number;
  /** How long one code is waited for. 10 seconds unless set. */
  readonly codeTimeoutSeconds?: number;
  /** The longest wait without a test clock; cases that would need longer are skipped. 45 seconds unless set. */
  readonly longestWaitSeconds?: number;
  /** What the server is known to do otherwise. An entry that no longer deviates is a failure. */
  readonly expectedDeviations?: readonly ExpectedDeviation[];
  readonly onProgress?: (progress: Progress) => void;
  /** How requests are sent; the global `fetch` unless set. */
  readonly fetch?: typeof fetch;
}

export interface ExpectedDeviation {
  readonly caseId: string;
  /** Why it is so, for whoever reads the report. */
  readonly reason: string;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly verdict: Verdict;
}

export type Status = 'passed' | 'failed' | 'skipped' | 'could-not-test';

/** What came of one case. Holds no secret: codes, sessions, tokens and credentials are replaced by their names. */
export interface Verdict {
  readonly caseId: string;
  readonly suite: SuiteName;
  readonly profile: ProfileName;
  /** What the case looks at, as a sentence. */
  readonly title: string;
  readonly status: Status;
  /** The requirements it is about, with their sentences and where the draft states them. */
  readonly requirements: readonly RequirementReference[];
  /** Why it was skipped, could not be tested, or failed, in words. Absent when it passed as it should. */
  readonly reason?: string;
  readonly expected?: string;
  readonly received?: string;
  /** A command that sends the request again whose answer was wrong; `$NAMES` stand for what has to be filled in. */
  readonly curl?: string;
  /** A link, relative to the report, that opens the visualizer where the server went another way. */
  readonly visualizer?: string;
  /** The exchanges of the case, up to the wrong one. */
  readonly trace?: Trace;
  readonly seconds: number;
}

export interface RequirementReference {
  readonly id: string;
  readonly sentence: string;
  /** `Section 5.1` of the draft. */
  readonly section: string;
}

/** The exchanges of a case, in the form of the recordings under `generated/recordings/`. */
export interface Trace {
  readonly scenario: string;
  readonly title: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly request: {
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
    };
    readonly response: {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };
  }[];
}

export interface Report {
  readonly issuer: string;
  readonly seed: number;
  readonly otpSource: string;
  readonly time: 'test clock' | 'waiting';
  /** `suite` names the version of the requirements and of the state suite that was played. */
  readonly suite: { readonly requirements: number; readonly stateSuiteDigest: string };
  readonly summary: Summary;
  readonly verdicts: readonly Verdict[];
  /** Requirements that nobody can see from outside, each with the reason. */
  readonly unseen: readonly (RequirementReference & { readonly reason: string })[];
  /** 0 conformant, 1 not, 2 could not test. */
  readonly exitCode: 0 | 1 | 2;
}

export interface Summary extends Record<'passed' | 'failed' | 'skipped' | 'couldNotTest', number> {
  readonly profiles: Readonly<
    Record<ProfileName, 'passed' | 'failed' | 'not offered' | 'not tested' | 'could not test'>
  >;
}
