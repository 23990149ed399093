/* The budget of a customer account, at the authorization server.
 *
 * The machine "account" of the model, with every case of every event, and with timers that end when they please. It has
 * 232 states and 1391 transitions; SPIN reports one transition more, because it counts the arrival at the first
 * state:
 *
 *   spin -a -o2 machine-account.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * Mitigations and limits are macros: try -DtransactionLock=0, or -DsendsPerTransaction=4, before the name of the file.
 */

#ifndef wrongCodesPerAccount
#define wrongCodesPerAccount 20
#endif
#ifndef sendsPerAccount
#define sendsPerAccount 10
#endif
#ifndef accountFailureBudget
#define accountFailureBudget 1
#endif
#ifndef accountSendBudget
#define accountSendBudget 1
#endif
mtype = { NONE, QUIET, COUNTING, WITHIN, EXHAUSTED };

mtype account = QUIET;
byte account_sends = 0; /* Passcodes sent in this window. */
byte account_wrongCodes = 0; /* Wrong passcodes in this window. */
bit account_timers_window = 0;

/* The event that comes, and what the machine makes of it. No part of a state. */
hidden mtype account_reports_account;

inline account_forgets() {
  account_reports_account = NONE
}

/* A client asks for a passcode to be sent. */
inline account_delivery_attempted() {
  account_forgets();
  if
  :: account == QUIET -> account_reports_account = WITHIN /* Nothing has been counted in this window. */
  :: account == COUNTING ->
     if
     :: (!(account_sends < sendsPerAccount)) && (accountSendBudget) -> account_reports_account = EXHAUSTED /* The budget is used up; what follows will look as if it were not. */
     :: else ->
        if
        :: (!(account_wrongCodes < wrongCodesPerAccount)) && (accountFailureBudget) -> account_reports_account = EXHAUSTED /* No passcode is accepted any more, so that none is worth sending; what follows will look as usual. */
        :: else -> account_reports_account = WITHIN /* The budget has something left. */
        fi
     fi
  fi
}

/* A client brings a passcode. */
inline account_code_attempted() {
  account_forgets();
  if
  :: account == QUIET -> account_reports_account = WITHIN /* Nothing has been counted in this window. */
  :: account == COUNTING ->
     if
     :: (!(account_wrongCodes < wrongCodesPerAccount)) && (accountFailureBudget) -> account_reports_account = EXHAUSTED /* The budget is used up; what follows will look as if it were not. */
     :: else -> account_reports_account = WITHIN /* The budget has something left. */
     fi
  fi
}

/* A passcode was sent. */
inline account_message_sent() {
  account_forgets();
  if
  :: account == QUIET -> account = COUNTING; account_sends = (account_sends < sendsPerAccount -> account_sends + 1 : sendsPerAccount); account_timers_window = 1 /* The first send opens a window. */
  :: account == COUNTING -> account_sends = (account_sends < sendsPerAccount -> account_sends + 1 : sendsPerAccount) /* The send is counted. */
  fi
}

/* A passcode was wrong. */
inline account_code_refused() {
  account_forgets();
  if
  :: account == QUIET -> account = COUNTING; account_wrongCodes = (account_wrongCodes < wrongCodesPerAccount -> account_wrongCodes + 1 : wrongCodesPerAccount); account_timers_window = 1 /* The first wrong passcode opens a window. */
  :: account == COUNTING -> account_wrongCodes = (account_wrongCodes < wrongCodesPerAccount -> account_wrongCodes + 1 : wrongCodesPerAccount) /* The wrong passcode is counted. */
  fi
}

/* A passcode was right. */
inline account_code_accepted() {
  account_forgets();
  if
  :: account == QUIET -> skip /* There is nothing to clear. */
  :: account == COUNTING -> account_wrongCodes = 0 /* A right passcode clears the count of wrong ones, and of nothing else. */
  fi
}

/* The window is over. */
inline account_window_elapsed() {
  account_forgets();
  account_timers_window = 0;
  if
  :: account == QUIET -> skip /* No window is open. */
  :: account == COUNTING -> account = QUIET; account_sends = 0; account_wrongCodes = 0 /* The window is over and its counts with it. */
  fi
}

#ifndef PART
active proctype machine() {
end:
  do
  :: d_step { true -> account_delivery_attempted() }
  :: d_step { true -> account_code_attempted() }
  :: d_step { true -> account_message_sent() }
  :: d_step { true -> account_code_refused() }
  :: d_step { true -> account_code_accepted() }
  :: d_step { account_timers_window -> account_window_elapsed() }
  od
}
#endif
