/* A client asks for more than it tells the customer.
 *
 * The world "consent" of the engine. It has 129 states and 851 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-consent.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-consent.pml
 *
 * Conditions say what is needed to tell situations apart that can come up, and no more.
 *
 *   1: tokenNeedsItsCode, first. A token is granted only for the newest passcode of that very transaction, sent and still alive.
 *   2: oneTokenPerTransaction, first. A transaction ends with one token at most.
 *   3: wrongCodesBounded, first. Fewer wrong passcodes than the limit pass in a transaction, over all its resends and in every interleaving.
 *   4: sendsBounded, first. A transaction sends no more passcodes than its limit.
 *   5: sendsSpaced, first. Between two sends of a transaction the wait is over.
 *   6: overMeansOver, first. After a denial, a grant or the end of its life a transaction sends nothing and grants nothing.
 *   7: everyTransactionEnds, first. A transaction from which something can still come has a clock running that ends it.
 *   8: scopeAsSaid, first. What is served is within what was granted, that within what the message said, that within what was asked.
 *   9: tokenIsMeant, first. A token goes only to whoever the customer meant to give the passcode to.
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, LOCKED, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, REVOKED, NONE, SENT, WITHHELD, NARROW, WIDE, NOTHING, NEWEST };

mtype quota = QUIET;
byte quota_starts = 0;
byte quota_wrongCodes = 0;
bit quota_timers_window = 0;
mtype account = QUIET;
byte account_sends = 0;
byte account_wrongCodes = 0;
bit account_timers_window = 0;
mtype first = ABSENT;
byte first_wrongCodes = 0;
byte first_sends = 0;
mtype first_newestCode = NONE;
bit first_timers_transaction = 0;
bit first_timers_code = 0;
bit first_timers_interval = 0;
mtype asked = NONE;
mtype said = NONE;
mtype granted = NONE;
mtype client_knows = NOTHING;

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
  :: saw == 2 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 3 && (memory == 0 || memory == 2) -> memory = 1
  :: saw == 5 && (memory == 0 || memory == 2) -> memory = 1
  :: saw == 8 && (memory == 0 || memory == 2) -> assert(false)
  :: saw == 9 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 10 && (memory == 0 || memory == 2) -> assert(false)
  :: saw == 12 && (memory == 0 || memory == 1) -> memory = 2
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 2 /* oneTokenPerTransaction, first */
/* What the property remembers:
 *   0: {"granted":false}
 *   1: {"granted":true}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 2 && (memory == 1) -> memory = 0
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1) -> assert(false)
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 3 /* wrongCodesBounded, first */
inline remember() { saw = 0 }
#elif PROPERTY == 4 /* sendsBounded, first */
/* What the property remembers:
 *   0: {"sends":0}
 *   1: {"sends":1}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 2 && (memory == 1) -> memory = 0
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> assert(false)
  :: saw == 5 && (memory == 0) -> memory = 1
  :: saw == 5 && (memory == 1) -> assert(false)
  :: saw == 12 && (memory == 0) -> memory = 1
  :: saw == 12 && (memory == 1) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 5 /* sendsSpaced, first */
/* What the property remembers:
 *   0: {"waiting":false}
 *   1: {"waiting":true}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 2 && (memory == 1) -> memory = 0
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> assert(false)
  :: saw == 5 && (memory == 0) -> memory = 1
  :: saw == 5 && (memory == 1) -> assert(false)
  :: saw == 7 && (memory == 1) -> memory = 0
  :: saw == 12 && (memory == 0) -> memory = 1
  :: saw == 12 && (memory == 1) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 6 /* overMeansOver, first */
/* What the property remembers:
 *   0: {"over":false}
 *   1: {"over":true}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 2 && (memory == 1) -> memory = 0
  :: saw == 3 && (memory == 1) -> assert(false)
  :: saw == 4 && (memory == 0) -> memory = 1
  :: saw == 5 && (memory == 1) -> assert(false)
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1) -> assert(false)
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 7 /* everyTransactionEnds, first */
inline remember() { saw = 0 }
#elif PROPERTY == 8 /* scopeAsSaid, first */
/* What the property remembers:
 *   0: {"asked":"none","said":"none","granted":"none"}
 *   1: {"asked":"narrow","said":"none","granted":"none"}
 *   2: {"asked":"wide","said":"none","granted":"none"}
 *   3: {"asked":"narrow","said":"narrow","granted":"none"}
 *   4: {"asked":"wide","said":"narrow","granted":"none"}
 *   5: {"asked":"wide","said":"wide","granted":"none"}
 *   6: {"asked":"narrow","said":"narrow","granted":"narrow"}
 *   7: {"asked":"wide","said":"narrow","granted":"narrow"}
 *   8: {"asked":"wide","said":"wide","granted":"narrow"}
 *   9: {"asked":"wide","said":"wide","granted":"wide"}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 0 || memory == 2 || memory == 3 || memory == 4 || memory == 5 || memory == 6 || memory == 7 || memory == 8 || memory == 9) -> memory = 1
  :: saw == 2 && (memory == 0 || memory == 1 || memory == 3 || memory == 4 || memory == 5 || memory == 6 || memory == 7 || memory == 8 || memory == 9) -> memory = 2
  :: saw == 3 && (memory == 0 || memory == 9) -> assert(false)
  :: saw == 3 && (memory == 1) -> memory = 3
  :: saw == 3 && (memory == 2 || memory == 5) -> memory = 4
  :: saw == 3 && (memory == 8) -> memory = 7
  :: saw == 5 && (memory == 0 || memory == 1 || memory == 3 || memory == 6) -> assert(false)
  :: saw == 5 && (memory == 2 || memory == 4) -> memory = 5
  :: saw == 5 && (memory == 7) -> memory = 8
  :: saw == 8 && (memory == 0 || memory == 1 || memory == 2) -> assert(false)
  :: saw == 8 && (memory == 3) -> memory = 6
  :: saw == 8 && (memory == 4) -> memory = 7
  :: saw == 8 && (memory == 5 || memory == 9) -> memory = 8
  :: saw == 10 && (memory == 0 || memory == 1 || memory == 2 || memory == 3 || memory == 4 || memory == 6 || memory == 7) -> assert(false)
  :: saw == 10 && (memory == 5 || memory == 8) -> memory = 9
  :: saw == 11 && (memory == 0 || memory == 1 || memory == 2 || memory == 3 || memory == 4 || memory == 5) -> assert(false)
  :: saw == 13 && (memory == 0 || memory == 1 || memory == 2 || memory == 3 || memory == 4 || memory == 5 || memory == 6 || memory == 7 || memory == 8) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 9 /* tokenIsMeant, first */
/* What the property remembers:
 *   0: {"meant":"nobody"}
 *   1: {"meant":"stranger"}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 2 && (memory == 1) -> memory = 0
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 0) -> assert(false)
  :: saw == 10 && (memory == 0) -> assert(false)
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

  /* client: ask for monthly totals: The client starts a transaction and asks for monthly totals. */
  :: d_step {
      true ->
      if
      :: quota == QUIET -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; asked = NARROW; said = NONE; granted = NONE; client_knows = NOTHING; saw = 1
      :: else -> skip
      fi;
      remember()
    }

  /* client: ask for hourly usage: The client starts a transaction and asks for hourly usage. */
  :: d_step {
      true ->
      if
      :: quota == QUIET -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; asked = WIDE; said = NONE; granted = NONE; client_knows = NOTHING; saw = 2
      :: else -> skip
      fi;
      remember()
    }

  /* client: send: The client has the passcode sent; the message says what is asked for. */
  :: d_step {
      true ->
      if
      :: first == IDENTIFIED ->
         if
         :: account == QUIET ->
            if
            :: asked == NARROW -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; said = NARROW; saw = 3
            :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; said = WIDE; saw = 5
            fi;
         :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 12
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* owner: type: The customer agrees to what they read, and types the passcode. */
  :: d_step {
      (said != NONE) ->
      client_knows = NEWEST; saw = 6;
      remember()
    }

  /* client: redeem for monthly totals: The client redeems the passcode and asks for monthly totals with it. */
  :: d_step {
      (client_knows == NEWEST) ->
      if
      :: first == PENDING_COOLING ->
         if
         :: asked == NARROW -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; granted = NARROW; saw = 8
         :: else -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; granted = WIDE; saw = 10
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: asked == NARROW -> first = SPENT; first_timers_code = 0; granted = NARROW; saw = 8
         :: else -> first = SPENT; first_timers_code = 0; granted = WIDE; saw = 10
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* client: redeem for hourly usage: The client redeems the passcode and asks for hourly usage with it. */
  :: d_step {
      (client_knows == NEWEST) ->
      if
      :: first == PENDING_COOLING ->
         if
         :: asked == NARROW -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; granted = NARROW; saw = 8
         :: else -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; granted = WIDE; saw = 10
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: asked == NARROW -> first = SPENT; first_timers_code = 0; granted = NARROW; saw = 8
         :: else -> first = SPENT; first_timers_code = 0; granted = WIDE; saw = 10
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* client: fetch monthly totals: The client asks the resource server for monthly totals and gets it. */
  :: d_step {
      (granted != NONE) ->
      saw = 11;
      remember()
    }

  /* client: fetch hourly usage: The client asks the resource server for hourly usage and gets it. */
  :: d_step {
      (granted == WIDE) ->
      saw = 13;
      remember()
    }

  /* first: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (first == PENDING_COOLING) ->
      first = PENDING_RESENDABLE; first_timers_interval = 0; saw = 7;
      remember()
    }

  /* first: code.expired: The life of the newest passcode is over. */
  :: d_step {
      (first == PENDING_RESENDABLE) ->
      first = LAPSED; first_timers_code = 0; saw = 9;
      remember()
    }

  /* first: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (first_timers_transaction) ->
      if
      :: first == PENDING_COOLING -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; saw = 4
      :: first == SPENT -> first_timers_transaction = 0; saw = 4
      :: first == PENDING_RESENDABLE -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; saw = 4
      :: else -> first = EXPIRED; first_timers_transaction = 0; saw = 4
      fi;
      remember()
    }

  /* account: window.elapsed: The window is over. */
  :: d_step {
      (account == COUNTING) ->
      account = QUIET; account_sends = account_sends - 1; account_timers_window = 0;
      remember()
    }

  /* quota: window.elapsed: The window is over. */
  :: d_step {
      (quota == COUNTING) ->
      quota = QUIET; quota_starts = quota_starts - 1; quota_timers_window = 0;
      remember()
    }
  od
}
