/* A stranger looks for the passcode where the authorization server may have left it.
 *
 * The world "insider" of the engine. It has 2278 states and 13476 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-insider.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-insider.pml
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
 *   8: tokenIsMeant, first. A token goes only to whoever the customer meant to give the passcode to.
 *   9: codeStaysWithItsOwner, first. A passcode reaches nobody but the contact on file, and whoever its owner gives it to.
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, LOCKED, REVOKED, NONE, SENT, WITHHELD, NOTHING, NEWEST, STALE, EMPTY, WAITING, HANDED_OVER, ONE };

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
mtype stranger_knows = NOTHING;
mtype outbox = EMPTY;
mtype answers_timed = NONE;

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
  :: saw == 7 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 8 && (memory == 0 || memory == 1) -> memory = 2
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 2 /* oneTokenPerTransaction, first */
inline remember() { saw = 0 }
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
  :: saw == 6 && (memory == 1) -> memory = 2
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
  :: saw == 2 && (memory == 0) -> memory = 1
  :: saw == 2 && (memory == 1) -> memory = 2
  :: saw == 2 && (memory == 2) -> assert(false)
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1) -> memory = 2
  :: saw == 8 && (memory == 2) -> assert(false)
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
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1) -> assert(false)
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
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 7 /* everyTransactionEnds, first */
inline remember() { saw = 0 }
#elif PROPERTY == 8 /* tokenIsMeant, first */
inline remember() { saw = 0 }
#elif PROPERTY == 9 /* codeStaysWithItsOwner, first */
inline remember() { saw = 0 }
#else
inline remember() { saw = 0 }
#endif

active proctype world() {
end:
  do

  /* stranger: start: The stranger's client starts a transaction for a customer. */
  :: d_step {
      true ->
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; outbox = EMPTY; saw = 1
      :: else -> skip
      fi;
      remember()
    }

  /* stranger: send: The stranger's client has a passcode sent to the customer. */
  :: d_step {
      true ->
      if
      :: first == IDENTIFIED ->
         if
         :: account_sends == 0 ->
            if
            :: account_wrongCodes == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; outbox = WAITING; saw = 2
            :: account_wrongCodes == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; outbox = WAITING; saw = 2
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 8
            fi;
         :: account_sends == 1 ->
            if
            :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 8
            :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; outbox = WAITING; saw = 2
            fi;
         :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 8
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: first_sends == 1 ->
            if
            :: outbox == EMPTY ->
               if
               :: account == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; outbox = WAITING; saw = 2
               :: else ->
                  if
                  :: account_sends == 0 ->
                     if
                     :: account_wrongCodes == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; outbox = WAITING; saw = 2
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 8
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 8
                  fi;
               fi;
            :: outbox == WAITING ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 2
               :: account_sends == 1 ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 8
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 2
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 8
               fi;
            :: else ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; outbox = WAITING; saw = 2
               :: account_sends == 1 ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 8
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; outbox = WAITING; saw = 2
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 8
               fi;
            fi;
         :: else -> skip
         fi;
      :: first == LAPSED ->
         if
         :: first_sends == 1 ->
            if
            :: outbox == EMPTY ->
               if
               :: account == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; outbox = WAITING; saw = 2
               :: else ->
                  if
                  :: account_sends == 0 ->
                     if
                     :: account_wrongCodes == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; outbox = WAITING; saw = 2
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 8
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 8
                  fi;
               fi;
            :: outbox == WAITING ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 2
               :: account_sends == 1 ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 8
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 2
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 8
               fi;
            :: else ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; outbox = WAITING; saw = 2
               :: account_sends == 1 ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 8
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; outbox = WAITING; saw = 2
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 8
               fi;
            fi;
         :: else -> skip
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* server: hand over: The authorization server hands the message to the gateway. */
  :: d_step {
      (outbox == WAITING) ->
      outbox = HANDED_OVER;
      remember()
    }

  /* stranger: time an answer: The stranger's client tries a passcode and measures how long the answer takes. */
  :: d_step {
      true ->
      if
      :: first == IDENTIFIED ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; answers_timed = ONE; saw = 4
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 6
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 6
            fi;
         :: else -> skip
         fi;
      :: first == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: quota == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; answers_timed = ONE; saw = 4
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 6
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; answers_timed = ONE; saw = 4
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 6
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 6
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 6
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 6
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 6
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 6
               fi;
            fi;
         :: else -> skip
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: quota == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; answers_timed = ONE; saw = 4
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 6
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; answers_timed = ONE; saw = 4
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 6
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 6
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 6
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 6
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 6
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 4
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 6
               fi;
            fi;
         :: else -> skip
         fi;
      :: first == LOCKED -> skip
      :: else -> answers_timed = ONE
      fi;
      remember()
    }

  /* stranger: read the store: The stranger reads the passcode in the store. */
  :: d_step { false -> skip } /* never applies here */

  /* stranger: read the logs: The stranger reads the passcode in the logs of the authorization server. */
  :: d_step { false -> skip } /* never applies here */

  /* stranger: predict: The stranger predicts the passcode from those it has seen. */
  :: d_step { false -> skip } /* never applies here */

  /* stranger: tell by time: The time of the answer tells the stranger the passcode. */
  :: d_step { false -> skip } /* never applies here */

  /* stranger: open the outbox: The stranger finds the text of the message, which was handed over long ago, in the outbox. */
  :: d_step { false -> skip } /* never applies here */

  /* stranger: redeem: The stranger's client redeems the passcode. */
  :: d_step { false -> skip } /* never applies here */

  /* first: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (first == PENDING_COOLING) ->
      first = PENDING_RESENDABLE; first_timers_interval = 0; saw = 5;
      remember()
    }

  /* first: code.expired: The life of the newest passcode is over. */
  :: d_step {
      (first == PENDING_RESENDABLE) ->
      first = LAPSED; first_timers_code = 0; saw = 7;
      remember()
    }

  /* first: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (first_timers_transaction) ->
      if
      :: first == PENDING_COOLING -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; saw = 3
      :: first == PENDING_RESENDABLE -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; saw = 3
      :: first == LOCKED -> first_timers_transaction = 0; saw = 3
      :: else -> first = EXPIRED; first_timers_transaction = 0; saw = 3
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
  od
}
