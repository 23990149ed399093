/* A stranger guesses, in one transaction after the other.
 *
 * The world "guessing" of the engine. It has 9837 states and 78631 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-guessing.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-guessing.pml
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
 *   8: accountGuessesBounded, account. After as many wrong passcodes as the budget of an account allows none is accepted, over all transactions.
 *   9: accountSendsBounded, account. No more passcodes than the budget of an account allows are sent to it, over all transactions.
 *   10: clientStartsBounded, quota. A client starts no more transactions than its quota.
 *   11: clientGuessesBounded, quota. A client tries no more wrong passcodes than its quota, over all accounts.
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, LOCKED, REVOKED, NONE, SENT, WITHHELD };

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
  :: saw == 3 && (memory == 0 || memory == 2) -> memory = 1
  :: saw == 7 && (memory == 0 || memory == 2) -> assert(false)
  :: saw == 12 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 13 && (memory == 0 || memory == 1) -> memory = 2
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
  :: saw == 7 && (memory == 0) -> memory = 1
  :: saw == 7 && (memory == 1) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 3 /* wrongCodesBounded, first */
/* What the property remembers:
 *   0: {"wrong":0}
 *   1: {"wrong":1}
 *   2: {"wrong":2}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 4 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 1 || memory == 2) -> assert(false)
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 6 && (memory == 1 || memory == 2) -> assert(false)
  :: saw == 7 && (memory == 2) -> assert(false)
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1) -> memory = 2
  :: saw == 11 && (memory == 0) -> memory = 1
  :: saw == 11 && (memory == 1) -> memory = 2
  :: else
  fi;
  saw = 0
}
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
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> memory = 2
  :: saw == 3 && (memory == 2) -> assert(false)
  :: saw == 13 && (memory == 0) -> memory = 1
  :: saw == 13 && (memory == 1) -> memory = 2
  :: saw == 13 && (memory == 2) -> assert(false)
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
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> assert(false)
  :: saw == 8 && (memory == 1) -> memory = 0
  :: saw == 13 && (memory == 0) -> memory = 1
  :: saw == 13 && (memory == 1) -> assert(false)
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
  :: saw == 2 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> assert(false)
  :: saw == 7 && (memory == 0) -> memory = 1
  :: saw == 7 && (memory == 1) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 7 /* everyTransactionEnds, first */
inline remember() { saw = 0 }
#elif PROPERTY == 8 /* accountGuessesBounded, account */
/* What the property remembers:
 *   0: {"wrong":0}
 *   1: {"wrong":1}
 *   2: {"wrong":2}
 *   3: {"wrong":3}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 6 && (memory == 1) -> memory = 2
  :: saw == 6 && (memory == 2) -> memory = 3
  :: saw == 7 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 7 && (memory == 3) -> assert(false)
  :: saw == 9 && (memory == 1 || memory == 2 || memory == 3) -> memory = 0
  :: saw == 11 && (memory == 0) -> memory = 1
  :: saw == 11 && (memory == 1) -> memory = 2
  :: saw == 11 && (memory == 2) -> memory = 3
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 9 /* accountSendsBounded, account */
/* What the property remembers:
 *   0: {"sends":0}
 *   1: {"sends":1}
 *   2: {"sends":2}
 *   3: {"sends":3}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> memory = 2
  :: saw == 3 && (memory == 2) -> memory = 3
  :: saw == 3 && (memory == 3) -> assert(false)
  :: saw == 9 && (memory == 1 || memory == 2 || memory == 3) -> memory = 0
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 10 /* clientStartsBounded, quota */
/* What the property remembers:
 *   0: {"starts":0}
 *   1: {"starts":1}
 *   2: {"starts":2}
 *   3: {"starts":3}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 0) -> memory = 1
  :: saw == 1 && (memory == 1) -> memory = 2
  :: saw == 1 && (memory == 2) -> memory = 3
  :: saw == 1 && (memory == 3) -> assert(false)
  :: saw == 5 && (memory == 1 || memory == 2 || memory == 3) -> memory = 0
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 11 /* clientGuessesBounded, quota */
/* What the property remembers:
 *   0: {"wrong":0}
 *   1: {"wrong":1}
 *   2: {"wrong":2}
 *   3: {"wrong":3}
 *   4: {"wrong":4}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 4 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 1) -> memory = 2
  :: saw == 4 && (memory == 2) -> memory = 3
  :: saw == 4 && (memory == 3) -> memory = 4
  :: saw == 4 && (memory == 4) -> assert(false)
  :: saw == 5 && (memory == 1 || memory == 2 || memory == 3 || memory == 4) -> memory = 0
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 6 && (memory == 1) -> memory = 2
  :: saw == 6 && (memory == 2) -> memory = 3
  :: saw == 6 && (memory == 3) -> memory = 4
  :: saw == 6 && (memory == 4) -> assert(false)
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1) -> memory = 2
  :: saw == 10 && (memory == 2) -> memory = 3
  :: saw == 10 && (memory == 3) -> memory = 4
  :: saw == 10 && (memory == 4) -> assert(false)
  :: saw == 11 && (memory == 0) -> memory = 1
  :: saw == 11 && (memory == 1) -> memory = 2
  :: saw == 11 && (memory == 2) -> memory = 3
  :: saw == 11 && (memory == 3) -> memory = 4
  :: saw == 11 && (memory == 4) -> assert(false)
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
      :: quota_starts == 3 -> skip
      :: else -> quota_starts = quota_starts + 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; saw = 1
      fi;
      remember()
    }

  /* first: send: The stranger's client has a passcode sent in the first transaction. */
  :: d_step {
      true ->
      if
      :: first == IDENTIFIED ->
         if
         :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; saw = 3
         :: account_sends == 3 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 13
         :: else ->
            if
            :: account_wrongCodes == 3 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 13
            :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; saw = 3
            fi;
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: first_sends == 1 ->
            if
            :: first_newestCode == SENT ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 3
               :: account_sends == 3 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 13
               :: else ->
                  if
                  :: account_wrongCodes == 3 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 13
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 3
                  fi;
               fi;
            :: else ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; saw = 3
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 13
               fi;
            fi;
         :: else -> skip
         fi;
      :: first == LAPSED ->
         if
         :: first_sends == 1 ->
            if
            :: first_newestCode == SENT ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 3
               :: account_sends == 3 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 13
               :: else ->
                  if
                  :: account_wrongCodes == 3 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 13
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 3
                  fi;
               fi;
            :: else ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; saw = 3
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 13
               fi;
            fi;
         :: else -> skip
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
         :: first_wrongCodes == 0 ->
            if
            :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
            :: quota_wrongCodes == 4 -> skip
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
            fi;
         :: else ->
            if
            :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 10
            :: quota_wrongCodes == 4 -> skip
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 10
            fi;
         fi;
      :: first == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: quota == QUIET ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: account_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: account_wrongCodes == 3 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  :: account_wrongCodes == 3 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            fi;
         :: quota_wrongCodes == 4 -> skip
         :: else ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            :: else ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               fi;
            fi;
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: quota == QUIET ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: account_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: account_wrongCodes == 3 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  :: account_wrongCodes == 3 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            fi;
         :: quota_wrongCodes == 4 -> skip
         :: else ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            :: else ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               fi;
            fi;
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* first: lucky: The stranger's client guesses the passcode of the first transaction. */
  :: d_step {
      true && (first == ABSENT || first == DENIED || first == EXPIRED || first == SPENT || first == LAPSED || first == LOCKED || first == REVOKED) ->
      skip;
      remember()
    }
  :: d_step {
      true && (first == IDENTIFIED) ->
      if
      :: first_wrongCodes == 0 ->
         if
         :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
         :: quota_wrongCodes == 4 -> skip
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
         fi;
      :: else ->
         if
         :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 10
         :: quota_wrongCodes == 4 -> skip
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 10
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_COOLING) ->
      if
      :: account_wrongCodes == 0 ->
         if
         :: first_newestCode == SENT ->
            if
            :: quota_wrongCodes == 4 -> skip
            :: else -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 7
            fi;
         :: else ->
            if
            :: quota_wrongCodes == 0 ->
               if
               :: account == QUIET ->
                  if
                  :: quota == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  fi;
               :: else ->
                  if
                  :: quota == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  fi;
               fi;
            :: quota_wrongCodes == 4 -> skip
            :: else ->
               if
               :: account == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  fi;
               fi;
            fi;
         fi;
      :: account_wrongCodes == 1 ->
         if
         :: first_newestCode == SENT ->
            if
            :: quota_wrongCodes == 4 -> skip
            :: else -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 7
            fi;
         :: else ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: quota_wrongCodes == 4 -> skip
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            :: else ->
               if
               :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               :: quota_wrongCodes == 4 -> skip
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               fi;
            fi;
         fi;
      :: account_wrongCodes == 2 ->
         if
         :: first_newestCode == SENT ->
            if
            :: quota_wrongCodes == 4 -> skip
            :: else -> account_wrongCodes = account_wrongCodes - 2; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 7
            fi;
         :: else ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: quota_wrongCodes == 4 -> skip
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            :: else ->
               if
               :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               :: quota_wrongCodes == 4 -> skip
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               fi;
            fi;
         fi;
      :: else ->
         if
         :: first_wrongCodes == 0 ->
            if
            :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
            :: quota_wrongCodes == 4 -> skip
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
            fi;
         :: else ->
            if
            :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
            :: quota_wrongCodes == 4 -> skip
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
            fi;
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_RESENDABLE) ->
      if
      :: account_wrongCodes == 0 ->
         if
         :: first_newestCode == SENT ->
            if
            :: quota_wrongCodes == 4 -> skip
            :: else -> first = SPENT; first_timers_code = 0; saw = 7
            fi;
         :: else ->
            if
            :: quota_wrongCodes == 0 ->
               if
               :: account == QUIET ->
                  if
                  :: quota == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  fi;
               :: else ->
                  if
                  :: quota == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  fi;
               fi;
            :: quota_wrongCodes == 4 -> skip
            :: else ->
               if
               :: account == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  fi;
               fi;
            fi;
         fi;
      :: account_wrongCodes == 1 ->
         if
         :: first_newestCode == SENT ->
            if
            :: quota_wrongCodes == 4 -> skip
            :: else -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; saw = 7
            fi;
         :: else ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: quota_wrongCodes == 4 -> skip
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            :: else ->
               if
               :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               :: quota_wrongCodes == 4 -> skip
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               fi;
            fi;
         fi;
      :: account_wrongCodes == 2 ->
         if
         :: first_newestCode == SENT ->
            if
            :: quota_wrongCodes == 4 -> skip
            :: else -> account_wrongCodes = account_wrongCodes - 2; first = SPENT; first_timers_code = 0; saw = 7
            fi;
         :: else ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: quota_wrongCodes == 4 -> skip
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            :: else ->
               if
               :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               :: quota_wrongCodes == 4 -> skip
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               fi;
            fi;
         fi;
      :: else ->
         if
         :: first_wrongCodes == 0 ->
            if
            :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
            :: quota_wrongCodes == 4 -> skip
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
            fi;
         :: else ->
            if
            :: quota_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
            :: quota_wrongCodes == 4 -> skip
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
            fi;
         fi;
      fi;
      remember()
    }

  /* first: stale: The stranger's client guesses a passcode of the first transaction that a newer one replaced. */
  :: d_step {
      (first_sends == 2) ->
      if
      :: first == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: quota == QUIET ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: account_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: account_wrongCodes == 3 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  :: account_wrongCodes == 3 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            fi;
         :: quota_wrongCodes == 4 -> skip
         :: else ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            :: else ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               fi;
            fi;
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: quota == QUIET ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: account_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: account_wrongCodes == 3 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  :: account_wrongCodes == 3 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            fi;
         :: quota_wrongCodes == 4 -> skip
         :: else ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 6
               fi;
            :: else ->
               if
               :: account_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               :: account_wrongCodes == 3 -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               fi;
            fi;
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* first: deny: The customer tells the utility that the first transaction is not theirs. */
  :: d_step {
      true ->
      if
      :: first == PENDING_COOLING -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; saw = 2
      :: first == SPENT -> first = REVOKED; saw = 2
      :: first == PENDING_RESENDABLE -> first = DENIED; first_timers_code = 0; saw = 2
      :: first == IDENTIFIED || first == LAPSED -> first = DENIED; saw = 2
      :: else -> saw = 2
      fi;
      remember()
    }

  /* first: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (first == PENDING_COOLING) ->
      first = PENDING_RESENDABLE; first_timers_interval = 0; saw = 8;
      remember()
    }

  /* first: code.expired: The life of the newest passcode is over. */
  :: d_step {
      (first == PENDING_RESENDABLE) ->
      first = LAPSED; first_timers_code = 0; saw = 12;
      remember()
    }

  /* first: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (first_timers_transaction) ->
      if
      :: first == PENDING_COOLING -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; saw = 2
      :: first == PENDING_RESENDABLE -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; saw = 2
      :: first == IDENTIFIED || first == LAPSED -> first = EXPIRED; first_timers_transaction = 0; saw = 2
      :: else -> first_timers_transaction = 0; saw = 2
      fi;
      remember()
    }

  /* account: window.elapsed: The window is over. */
  :: d_step {
      (account == COUNTING) ->
      account = QUIET; account_sends = 0; account_wrongCodes = 0; account_timers_window = 0; saw = 9;
      remember()
    }

  /* quota: window.elapsed: The window is over. */
  :: d_step {
      (quota == COUNTING) ->
      quota = QUIET; quota_starts = 0; quota_wrongCodes = 0; quota_timers_window = 0; saw = 5;
      remember()
    }
  od
}
