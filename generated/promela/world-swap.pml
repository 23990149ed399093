/* A stranger is a customer too, and brings its own passcode to the transaction of another.
 *
 * The world "swap" of the engine. It has 11803 states and 136184 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-swap.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-swap.pml
 *
 * Conditions say what is needed to tell situations apart that can come up, and no more.
 *
 *   1: tokenNeedsItsCode, first. A token is granted only for the newest passcode of that very transaction, sent and still alive.
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, LOCKED, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, REVOKED, NONE, SENT, WITHHELD, RECEIVED };

mtype quota = QUIET;
byte quota_starts = 0;
byte quota_wrongCodes = 0;
bit quota_timers_window = 0;
mtype account = QUIET;
byte account_sends = 0;
byte account_wrongCodes = 0;
bit account_timers_window = 0;
mtype stranger_account = QUIET;
byte stranger_account_sends = 0;
byte stranger_account_wrongCodes = 0;
bit stranger_account_timers_window = 0;
mtype first = ABSENT;
byte first_wrongCodes = 0;
byte first_sends = 0;
mtype first_newestCode = NONE;
bit first_timers_transaction = 0;
bit first_timers_code = 0;
bit first_timers_interval = 0;
mtype second = ABSENT;
byte second_wrongCodes = 0;
byte second_sends = 0;
mtype second_newestCode = NONE;
bit second_timers_transaction = 0;
bit second_timers_code = 0;
bit second_timers_interval = 0;
mtype stranger_passcode = NONE;

/* What the property sees of the step that is being taken; 0 is nothing that it would mind, and between steps. */
short saw = 0;

#if PROPERTY == 1 /* tokenNeedsItsCode, first */
/* What the property remembers:
 *   0: {"code":"none"}
 *   1: {"code":"alive"}
 *   2: {"code":"withheld"}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 2 && (memory == 0 || memory == 2) -> memory = 1
  :: saw == 3 && (memory == 0 || memory == 2) -> assert(false)
  :: saw == 4 && (memory == 0 || memory == 1) -> memory = 2
  :: else
  fi;
  saw = 0
}
#else
inline remember() { saw = 0 }
#endif

active proctype world() {
end:
  do

  /* first: start: The stranger's client starts the first transaction, for the customer's account. */
  :: d_step {
      true ->
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; saw = 1
      :: quota_starts == 1 -> quota_starts = quota_starts + 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; saw = 1
      :: else -> skip
      fi;
      remember()
    }

  /* first: send: The stranger's client has a passcode sent in the first transaction. */
  :: d_step {
      true ->
      if
      :: first == IDENTIFIED ->
         if
         :: account == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; saw = 2
         :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 4
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* first: wrong: The stranger's client tries a wrong passcode in the first transaction. */
  :: d_step {
      true ->
      if
      :: first == IDENTIFIED ->
         if
         :: quota_starts == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1
         :: quota_starts == 1 -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1
         :: else ->
            if
            :: quota_wrongCodes == 2 -> skip
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1
            fi;
         fi;
      :: first == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0
         :: quota_wrongCodes == 1 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0
         :: else -> skip
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0
         :: quota_wrongCodes == 1 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0
         :: else -> skip
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* first: lucky: The stranger's client guesses the passcode of the first transaction. */
  :: d_step {
      true ->
      if
      :: first == IDENTIFIED ->
         if
         :: quota_starts == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1
         :: quota_starts == 1 -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1
         :: else ->
            if
            :: quota_wrongCodes == 2 -> skip
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1
            fi;
         fi;
      :: first == PENDING_COOLING ->
         if
         :: first_newestCode == SENT ->
            if
            :: quota_wrongCodes == 2 -> skip
            :: else -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 3
            fi;
         :: else ->
            if
            :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0
            :: quota_wrongCodes == 1 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0
            :: else -> skip
            fi;
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: first_newestCode == SENT ->
            if
            :: quota_wrongCodes == 2 -> skip
            :: else -> first = SPENT; first_timers_code = 0; saw = 3
            fi;
         :: else ->
            if
            :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0
            :: quota_wrongCodes == 1 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0
            :: else -> skip
            fi;
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* first: stale: The stranger's client guesses a passcode of the first transaction that a newer one replaced. */
  :: d_step { false -> skip } /* never applies here */

  /* first: deny: The customer tells the utility that the first transaction is not theirs. */
  :: d_step {
      true ->
      if
      :: first == PENDING_COOLING -> first = DENIED; first_timers_code = 0; first_timers_interval = 0
      :: first == SPENT -> first = REVOKED
      :: first == PENDING_RESENDABLE -> first = DENIED; first_timers_code = 0
      :: first == IDENTIFIED || first == LAPSED -> first = DENIED
      :: else -> skip
      fi;
      remember()
    }

  /* first: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (first == PENDING_COOLING) ->
      first = PENDING_RESENDABLE; first_timers_interval = 0;
      remember()
    }

  /* first: code.expired: The life of the newest passcode is over. */
  :: d_step {
      (first == PENDING_RESENDABLE) ->
      first = LAPSED; first_timers_code = 0; saw = 1;
      remember()
    }

  /* first: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (first_timers_transaction) ->
      if
      :: first == PENDING_COOLING -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0
      :: first == PENDING_RESENDABLE -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0
      :: first == IDENTIFIED || first == LAPSED -> first = EXPIRED; first_timers_transaction = 0
      :: else -> first_timers_transaction = 0
      fi;
      remember()
    }

  /* account: window.elapsed: The window is over. */
  :: d_step {
      (account == COUNTING) ->
      account = QUIET; account_sends = 0; account_wrongCodes = 0; account_timers_window = 0;
      remember()
    }

  /* quota: window.elapsed: The window is over. */
  :: d_step {
      (quota == COUNTING) ->
      quota = QUIET; quota_starts = 0; quota_wrongCodes = 0; quota_timers_window = 0;
      remember()
    }

  /* second: start for itself: The stranger starts the second transaction, for its own account. */
  :: d_step {
      true ->
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; second = IDENTIFIED; second_sends = 0; second_newestCode = NONE; second_timers_transaction = 1; second_timers_code = 0; second_timers_interval = 0
      :: quota_starts == 1 -> quota_starts = quota_starts + 1; second = IDENTIFIED; second_sends = 0; second_newestCode = NONE; second_timers_transaction = 1; second_timers_code = 0; second_timers_interval = 0
      :: else -> skip
      fi;
      remember()
    }

  /* second: send to itself: The stranger has a passcode sent to its own contact, in the second transaction, and reads it. */
  :: d_step {
      true ->
      if
      :: second == IDENTIFIED ->
         if
         :: stranger_account == QUIET -> stranger_account = COUNTING; stranger_account_sends = stranger_account_sends + 1; stranger_account_timers_window = 1; second = PENDING_COOLING; second_sends = second_sends + 1; second_newestCode = SENT; second_timers_code = 1; second_timers_interval = 1; stranger_passcode = RECEIVED
         :: else -> second = PENDING_COOLING; second_sends = second_sends + 1; second_newestCode = WITHHELD; second_timers_code = 1; second_timers_interval = 1
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* first: swap: The stranger brings the passcode of the second transaction to the first one. */
  :: d_step {
      (stranger_passcode == RECEIVED) ->
      if
      :: first == IDENTIFIED ->
         if
         :: quota_starts == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1
         :: quota_starts == 1 -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1
         :: else ->
            if
            :: quota_wrongCodes == 2 -> skip
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1
            fi;
         fi;
      :: first == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0
         :: quota_wrongCodes == 1 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0
         :: else -> skip
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0
         :: quota_wrongCodes == 1 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0
         :: else -> skip
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* second: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (second == PENDING_COOLING) ->
      second = PENDING_RESENDABLE; second_timers_interval = 0;
      remember()
    }

  /* second: code.expired: The life of the newest passcode is over. */
  :: d_step {
      (second == PENDING_RESENDABLE) ->
      second = LAPSED; second_timers_code = 0;
      remember()
    }

  /* second: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (second != ABSENT && second != EXPIRED) ->
      second = EXPIRED; second_timers_transaction = 0; second_timers_code = 0; second_timers_interval = 0;
      remember()
    }

  /* stranger's account: window.elapsed: The window is over. */
  :: d_step {
      (stranger_account == COUNTING) ->
      stranger_account = QUIET; stranger_account_sends = stranger_account_sends - 1; stranger_account_timers_window = 0;
      remember()
    }
  od
}
