/* Somebody else in the household picks the message up.
 *
 * The world "household" of the engine. It has 65 states and 276 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-household.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-household.pml
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
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, LOCKED, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, REVOKED, NONE, SENT, WITHHELD, UNINVOLVED, ENGAGED, ALARMED, INFORMED, DONE, UNREAD, READ, NOTHING, NEWEST, VALID };

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
mtype owner = UNINVOLVED;
mtype message = NONE;
mtype stranger_knows = NOTHING;
mtype token = NONE;
mtype notice = NONE;

/* What the property sees of the step that is being taken; 0 is nothing that it would mind, and between steps. */
short saw = 0;

#if PROPERTY == 1 /* tokenNeedsItsCode, first */
/* What the property remembers:
 *   0: {"code":"none"}
 *   1: {"code":"alive"}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 2 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 0) -> assert(false)
  :: saw == 6 && (memory == 1) -> memory = 0
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
  :: saw == 4 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 1) -> assert(false)
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
 *   2: {"sends":2}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 2 && (memory == 0) -> memory = 1
  :: saw == 2 && (memory == 1) -> memory = 2
  :: saw == 2 && (memory == 2) -> assert(false)
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
  :: saw == 2 && (memory == 0) -> memory = 1
  :: saw == 2 && (memory == 1) -> assert(false)
  :: saw == 5 && (memory == 1) -> memory = 0
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
  :: saw == 2 && (memory == 1) -> assert(false)
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 1) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 7 /* everyTransactionEnds, first */
inline remember() { saw = 0 }
#else
inline remember() { saw = 0 }
#endif

active proctype world() {
end:
  do

  /* stranger: start: The stranger's client starts a transaction for the customer. */
  :: d_step {
      (first == ABSENT) ->
      quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_timers_transaction = 1; saw = 1;
      remember()
    }

  /* stranger: send: A passcode is sent to the only contact on file, and somebody else in the household picks it up. */
  :: d_step {
      true ->
      if
      :: first == IDENTIFIED -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; stranger_knows = NEWEST; saw = 2
      :: first == PENDING_RESENDABLE ->
         if
         :: first_sends == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 2
         :: else -> skip
         fi;
      :: first == LAPSED ->
         if
         :: first_sends == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 2
         :: else -> skip
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* stranger: redeem: The stranger redeems the passcode. */
  :: d_step {
      (first_sends != 0) ->
      if
      :: first == PENDING_COOLING -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; token = VALID; saw = 4
      :: first == PENDING_RESENDABLE -> first = SPENT; first_timers_code = 0; token = VALID; saw = 4
      :: else -> skip
      fi;
      remember()
    }

  /* owner: read and deny: The customer reads the message, which names somebody whom they do not deal with, and tells the utility that this was not them. */
  :: d_step { false -> skip } /* never applies here */

  /* owner: read: The customer reads the message and sees nothing amiss in it. */
  :: d_step { false -> skip } /* never applies here */

  /* owner: hear of the grant: The customer reads, at another contact, that access was granted, and tells the utility that this was not them. */
  :: d_step { false -> skip } /* never applies here */

  /* stranger: use: The stranger asks the resource server for the usage of the customer, and gets it. */
  :: d_step {
      (token == VALID) ->
      skip;
      remember()
    }

  /* first: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (first == PENDING_COOLING) ->
      first = PENDING_RESENDABLE; first_timers_interval = 0; saw = 5;
      remember()
    }

  /* first: code.expired: The life of the newest passcode is over. */
  :: d_step {
      (first == PENDING_RESENDABLE) ->
      first = LAPSED; first_timers_code = 0; saw = 6;
      remember()
    }

  /* first: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (first_timers_transaction) ->
      if
      :: first == PENDING_COOLING -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; saw = 3
      :: first == SPENT -> first_timers_transaction = 0; saw = 3
      :: first == PENDING_RESENDABLE -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; saw = 3
      :: else -> first = EXPIRED; first_timers_transaction = 0; saw = 3
      fi;
      remember()
    }

  /* account: window.elapsed: The window is over. */
  :: d_step {
      (account == COUNTING) ->
      account = QUIET; account_sends = 0; account_timers_window = 0;
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
