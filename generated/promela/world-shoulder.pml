/* A stranger sees the passcode being typed, and knows the handle of the transaction.
 *
 * The world "shoulder" of the engine. It has 2429 states and 25518 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-shoulder.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-shoulder.pml
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
 *   9: onlyTheStarterGetsAnything, first. Only whoever started a transaction can have a passcode sent in it, or gets its token.
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, LOCKED, REVOKED, NONE, SENT, WITHHELD, IDLE, IDENTIFYING, CHOOSING, STOPPED_REFUSED, STOPPED_BUSY, SENDING, WAITING, STOPPED_OVER, STOPPED_EXPIRED, STOPPED_DENIED, REDEEMING, AUTHORIZED, UNINVOLVED, ENGAGED, ALARMED, INFORMED, DONE, EMPTY, NEWEST, STALE, NOTHING, WRONG };

mtype quota = QUIET;
byte quota_starts = 0;
byte quota_wrongCodes = 0;
bit quota_timers_window = 0;
mtype stranger_quota = QUIET;
byte stranger_quota_starts = 0;
byte stranger_quota_wrongCodes = 0;
bit stranger_quota_timers_window = 0;
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
mtype kiosk = IDLE;
mtype owner = UNINVOLVED;
mtype inbox = EMPTY;
mtype typed = NOTHING;
mtype stranger_knows = NOTHING;

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
  :: saw == 2 && (memory == 1) -> memory = 0
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 5 && (memory == 1) -> memory = 0
  :: saw == 7 && (memory == 0) -> assert(false)
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
  :: saw == 2 && (memory == 1) -> memory = 0
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
  :: saw == 2 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 7 && (memory == 2) -> assert(false)
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1 || memory == 2) -> assert(false)
  :: saw == 9 && (memory == 0) -> memory = 1
  :: saw == 9 && (memory == 1) -> memory = 2
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
  :: saw == 2 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> memory = 2
  :: saw == 3 && (memory == 2) -> assert(false)
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
  :: saw == 2 && (memory == 1) -> memory = 0
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> assert(false)
  :: saw == 4 && (memory == 1) -> memory = 0
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
  :: saw == 1 && (memory == 0) -> memory = 1
  :: saw == 2 && (memory == 1) -> memory = 0
  :: saw == 3 && (memory == 1) -> assert(false)
  :: saw == 7 && (memory == 0) -> memory = 1
  :: saw == 7 && (memory == 1) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 7 /* everyTransactionEnds, first */
inline remember() { saw = 0 }
#elif PROPERTY == 8 /* tokenIsMeant, first */
/* What the property remembers:
 *   0: {"meant":"nobody"}
 *   1: {"meant":"kiosk"}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 2 && (memory == 1) -> memory = 0
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 7 && (memory == 0) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 9 /* onlyTheStarterGetsAnything, first */
/* What the property remembers:
 *   0: {"starter":"nobody"}
 *   1: {"starter":"kiosk"}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 2 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 0) -> assert(false)
  :: saw == 7 && (memory == 0) -> assert(false)
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

  /* owner: approach: The customer asks the kiosk for an energy audit and says who they are. */
  :: d_step {
      (kiosk == IDLE) ->
      kiosk = IDENTIFYING; owner = ENGAGED;
      remember()
    }

  /* owner: choose: The customer chooses how the passcode is to reach them. */
  :: d_step {
      (kiosk == CHOOSING) ->
      kiosk = SENDING;
      remember()
    }

  /* owner: read: The customer reads the message: it names the kiosk and shows the phrase on its screen. */
  :: d_step {
      (owner == ENGAGED) && (inbox == NEWEST) ->
      owner = INFORMED;
      remember()
    }

  /* owner: type: The customer types the passcode into the kiosk. */
  :: d_step {
      (kiosk == WAITING) && (owner != ENGAGED) ->
      kiosk = REDEEMING; owner = DONE; typed = NEWEST; stranger_knows = NEWEST; saw = 6;
      remember()
    }

  /* owner: mistype: The customer mistypes the passcode. */
  :: d_step {
      (kiosk == WAITING) && (owner != ENGAGED) ->
      kiosk = REDEEMING; owner = DONE; typed = WRONG;
      remember()
    }

  /* owner: ask for another: The customer asks for the passcode to be sent again. */
  :: d_step {
      (kiosk == WAITING) ->
      kiosk = SENDING;
      remember()
    }

  /* kiosk: identify: The kiosk starts the transaction. */
  :: d_step {
      (kiosk == IDENTIFYING) ->
      quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_timers_transaction = 1; kiosk = CHOOSING; saw = 2;
      remember()
    }

  /* kiosk: send: The kiosk has the passcode sent. */
  :: d_step {
      (kiosk == SENDING) ->
      if
      :: first == IDENTIFIED -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; inbox = NEWEST; saw = 3
      :: first == PENDING_COOLING -> kiosk = WAITING
      :: first == DENIED -> kiosk = STOPPED_DENIED
      :: first == EXPIRED -> kiosk = STOPPED_EXPIRED
      :: first == PENDING_RESENDABLE ->
         if
         :: first_sends == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; saw = 3
         :: else -> kiosk = WAITING
         fi;
      :: else ->
         if
         :: first_sends == 1 ->
            if
            :: stranger_knows == NEWEST -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; stranger_knows = STALE; saw = 3
            :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 3
            fi;
         :: else -> kiosk = WAITING
         fi;
      fi;
      remember()
    }

  /* kiosk: redeem: The kiosk redeems the passcode. */
  :: d_step {
      (kiosk == REDEEMING) ->
      if
      :: first == PENDING_COOLING ->
         if
         :: stranger_knows == NEWEST -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 7
         :: else ->
            if
            :: quota_wrongCodes == 0 ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 8
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 9
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 9
            fi;
         fi;
      :: first == DENIED -> kiosk = STOPPED_DENIED; typed = NOTHING
      :: first == PENDING_RESENDABLE ->
         if
         :: stranger_knows == NEWEST -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 7
         :: else ->
            if
            :: quota_wrongCodes == 0 ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 8
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 9
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 9
            fi;
         fi;
      :: else -> kiosk = WAITING; typed = NOTHING
      fi;
      remember()
    }

  /* stranger: send, with its own client and the handle of the kiosk: The stranger has a passcode sent, with its own client and the handle of the kiosk. */
  :: d_step {
      true ->
      skip;
      remember()
    }

  /* stranger: redeem, with its own client and the handle of the kiosk: The stranger redeems the passcode that it saw, with its own client and the handle of the kiosk. */
  :: d_step {
      (stranger_knows != NOTHING) ->
      skip;
      remember()
    }

  /* stranger: send, with the handle and the name of the kiosk, and no credentials: The stranger has a passcode sent, with the handle and the name of the kiosk, and no credentials. */
  :: d_step {
      true ->
      skip;
      remember()
    }

  /* stranger: redeem, with the handle and the name of the kiosk, and no credentials: The stranger redeems the passcode that it saw, with the handle and the name of the kiosk, and no credentials. */
  :: d_step {
      (stranger_knows != NOTHING) ->
      skip;
      remember()
    }

  /* stranger: send, with the handle and an assertion that the kiosk has used before: The stranger has a passcode sent, with the handle and an assertion that the kiosk has used before. */
  :: d_step {
      true ->
      skip;
      remember()
    }

  /* stranger: redeem, with the handle and an assertion that the kiosk has used before: The stranger redeems the passcode that it saw, with the handle and an assertion that the kiosk has used before. */
  :: d_step {
      (stranger_knows != NOTHING) ->
      skip;
      remember()
    }

  /* stranger: send, with the handle and the credentials of the kiosk, and no key of it: The stranger has a passcode sent, with the handle and the credentials of the kiosk, and no key of it. */
  :: d_step {
      true ->
      skip;
      remember()
    }

  /* stranger: redeem, with the handle and the credentials of the kiosk, and no key of it: The stranger redeems the passcode that it saw, with the handle and the credentials of the kiosk, and no key of it. */
  :: d_step {
      (stranger_knows != NOTHING) ->
      skip;
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
      :: first == PENDING_COOLING -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; saw = 1
      :: first == PENDING_RESENDABLE -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; saw = 1
      :: first == IDENTIFIED || first == LAPSED -> first = EXPIRED; first_timers_transaction = 0; saw = 1
      :: else -> first_timers_transaction = 0; saw = 1
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

  /* owner: deny: The customer tells the utility that the transaction is not theirs. */
  :: d_step {
      true ->
      if
      :: first == PENDING_COOLING -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; saw = 1
      :: first == SPENT -> first = REVOKED; saw = 1
      :: first == PENDING_RESENDABLE -> first = DENIED; first_timers_code = 0; saw = 1
      :: first == IDENTIFIED || first == LAPSED -> first = DENIED; saw = 1
      :: else -> saw = 1
      fi;
      remember()
    }
  od
}
