/* The quota of a client, at the authorization server.
 *
 * The machine "quota" of the model, with every case of every event, and with timers that end when they please. It has
 * 441 states and 1763 transitions; SPIN reports one transition more, because it counts the arrival at the first
 * state:
 *
 *   spin -a -o2 machine-quota.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * Mitigations and limits are macros: try -DtransactionLock=0, or -DsendsPerTransaction=4, before the name of the file.
 */

#ifndef startsPerClient
#define startsPerClient 20
#endif
#ifndef wrongCodesPerClient
#define wrongCodesPerClient 20
#endif
#ifndef clientStartQuota
#define clientStartQuota 1
#endif
#ifndef clientFailureQuota
#define clientFailureQuota 1
#endif
mtype = { NONE, QUIET, COUNTING, WITHIN, CLIENT_TOO_BUSY };

mtype quota = QUIET;
byte quota_starts = 0; /* Transactions started in this window. */
byte quota_wrongCodes = 0; /* Wrong passcodes in this window. */
bit quota_timers_window = 0;

/* The event that comes, and what the machine makes of it. No part of a state. */
hidden mtype quota_answers;
hidden mtype quota_reports_quota;

inline quota_forgets() {
  quota_answers = NONE; quota_reports_quota = NONE
}

/* The client asks to start a transaction. */
inline quota_identification_attempted() {
  quota_forgets();
  if
  :: quota == QUIET -> quota = COUNTING; quota_starts = (quota_starts < startsPerClient -> quota_starts + 1 : startsPerClient); quota_timers_window = 1; quota_reports_quota = WITHIN /* The first start opens a window. */
  :: quota == COUNTING ->
     if
     :: (!(quota_starts < startsPerClient)) && (clientStartQuota) -> quota_answers = CLIENT_TOO_BUSY /* The client has started as many transactions as it may. */
     :: else -> quota_starts = (quota_starts < startsPerClient -> quota_starts + 1 : startsPerClient); quota_reports_quota = WITHIN /* The start is counted. */
     fi
  fi
}

/* The client brings a passcode. */
inline quota_code_attempted() {
  quota_forgets();
  if
  :: quota == QUIET -> quota_reports_quota = WITHIN /* Nothing has been counted in this window. */
  :: quota == COUNTING ->
     if
     :: (!(quota_wrongCodes < wrongCodesPerClient)) && (clientFailureQuota) -> quota_answers = CLIENT_TOO_BUSY /* Too many passcodes of the client were wrong; this one is not even compared. */
     :: else -> quota_reports_quota = WITHIN /* The quota has something left. */
     fi
  fi
}

/* A passcode of the client was wrong. */
inline quota_code_refused() {
  quota_forgets();
  if
  :: quota == QUIET -> quota = COUNTING; quota_wrongCodes = (quota_wrongCodes < wrongCodesPerClient -> quota_wrongCodes + 1 : wrongCodesPerClient); quota_timers_window = 1 /* The first wrong passcode opens a window. */
  :: quota == COUNTING -> quota_wrongCodes = (quota_wrongCodes < wrongCodesPerClient -> quota_wrongCodes + 1 : wrongCodesPerClient) /* The wrong passcode is counted. */
  fi
}

/* The window is over. */
inline quota_window_elapsed() {
  quota_forgets();
  quota_timers_window = 0;
  if
  :: quota == QUIET -> skip /* No window is open. */
  :: quota == COUNTING -> quota = QUIET; quota_starts = 0; quota_wrongCodes = 0 /* The window is over and its counts with it. */
  fi
}

#ifndef PART
active proctype machine() {
end:
  do
  :: d_step { true -> quota_identification_attempted() }
  :: d_step { true -> quota_code_attempted() }
  :: d_step { true -> quota_code_refused() }
  :: d_step { quota_timers_window -> quota_window_elapsed() }
  od
}
#endif
