/* A customer who compares nothing, and a page that passes everything on.
 *
 * The world "page" of the engine. It has 850 states and 4082 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-page.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-page.pml
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

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, LOCKED, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, REVOKED, NONE, SENT, WITHHELD, UNINVOLVED, ENGAGED, ALARMED, INFORMED, DONE, UNREAD, READ, NOTHING, NEWEST };

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
  :: saw == 5 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 6 && (memory == 0 || memory == 2) -> assert(false)
  :: saw == 7 && (memory == 0 || memory == 1) -> memory = 2
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
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 6 && (memory == 1) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 3 /* wrongCodesBounded, first */
/* What the property remembers:
 *   0: {"wrong":0}
 *   1: {"wrong":1}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 6 && (memory == 1) -> assert(false)
  :: saw == 8 && (memory == 0) -> memory = 1
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
  :: saw == 7 && (memory == 0) -> memory = 1
  :: saw == 7 && (memory == 1) -> memory = 2
  :: saw == 7 && (memory == 2) -> assert(false)
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
  :: saw == 4 && (memory == 1) -> memory = 0
  :: saw == 7 && (memory == 0) -> memory = 1
  :: saw == 7 && (memory == 1) -> assert(false)
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
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 6 && (memory == 1) -> assert(false)
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

  /* stranger: start: A stranger, with a page under a name that customers trust, starts a transaction with its own client. */
  :: d_step {
      true ->
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; message = NONE; stranger_knows = NOTHING; saw = 1
      :: else -> skip
      fi;
      remember()
    }

  /* stranger: send: The stranger has a passcode sent to the customer. */
  :: d_step {
      true ->
      if
      :: first == IDENTIFIED ->
         if
         :: account_sends == 0 ->
            if
            :: account == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; message = UNREAD; saw = 2
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 7
            fi;
         :: account_sends == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; message = UNREAD; saw = 2
         :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 7
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: first_sends == 1 ->
            if
            :: message == NONE ->
               if
               :: account == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; message = UNREAD; saw = 2
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 7
               fi;
            :: message == UNREAD ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 2
               :: account_sends == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 2
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 7
               fi;
            :: else ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; message = UNREAD; stranger_knows = NOTHING; saw = 2
               :: account_sends == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; message = UNREAD; stranger_knows = NOTHING; saw = 2
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 7
               fi;
            fi;
         :: else -> skip
         fi;
      :: first == LAPSED ->
         if
         :: first_sends == 1 ->
            if
            :: message == NONE ->
               if
               :: account == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; message = UNREAD; saw = 2
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 7
               fi;
            :: message == UNREAD ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 2
               :: account_sends == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 2
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 7
               fi;
            :: else ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; message = UNREAD; stranger_knows = NOTHING; saw = 2
               :: account_sends == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; message = UNREAD; stranger_knows = NOTHING; saw = 2
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 7
               fi;
            fi;
         :: else -> skip
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* stranger: redeem: The stranger redeems the passcode. */
  :: d_step {
      (stranger_knows == NEWEST) ->
      if
      :: first == PENDING_COOLING ->
         if
         :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 6
         :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 8
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 6
         :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 8
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* owner: approach: The customer asks for an energy audit and says who they are. */
  :: d_step {
      (owner == UNINVOLVED) ->
      owner = ENGAGED;
      remember()
    }

  /* owner: read and deny: The customer reads the message, which names somebody whom they do not deal with, and tells the utility that this was not them. */
  :: d_step {
      (owner == UNINVOLVED) && (message == UNREAD) ->
      if
      :: first == PENDING_COOLING -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; owner = ALARMED; message = READ; saw = 3
      :: first == EXPIRED -> owner = ALARMED; message = READ; saw = 3
      :: first == PENDING_RESENDABLE -> first = DENIED; first_timers_code = 0; owner = ALARMED; message = READ; saw = 3
      :: else -> first = DENIED; owner = ALARMED; message = READ; saw = 3
      fi;
      remember()
    }

  /* owner: read: The customer reads the message and sees nothing amiss in it. */
  :: d_step {
      (owner == ENGAGED) && (message == UNREAD) ->
      owner = INFORMED; message = READ;
      remember()
    }

  /* owner: type: The customer types the passcode into the page. */
  :: d_step {
      (owner == INFORMED) && (message == READ) ->
      owner = DONE; stranger_knows = NEWEST;
      remember()
    }

  /* owner: tell a caller: The customer reads the passcode out to somebody who calls and claims to be the utility. */
  :: d_step {
      (owner == INFORMED) && (message == READ) ->
      owner = DONE; stranger_knows = NEWEST;
      remember()
    }

  /* first: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (first == PENDING_COOLING) ->
      first = PENDING_RESENDABLE; first_timers_interval = 0; saw = 4;
      remember()
    }

  /* first: code.expired: The life of the newest passcode is over. */
  :: d_step {
      (first == PENDING_RESENDABLE) ->
      first = LAPSED; first_timers_code = 0; saw = 5;
      remember()
    }

  /* first: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (first_timers_transaction) ->
      if
      :: first == PENDING_COOLING -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; saw = 3
      :: first == PENDING_RESENDABLE -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; saw = 3
      :: first == IDENTIFIED || first == LAPSED -> first = EXPIRED; first_timers_transaction = 0; saw = 3
      :: else -> first_timers_transaction = 0; saw = 3
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
