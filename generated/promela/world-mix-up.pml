/* One of two authorization servers is run by a stranger.
 *
 * The world "mix-up" of the engine. It has 100 states and 239 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-mix-up.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-mix-up.pml
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
 *   9: codeStaysWithItsIssuer. A client hands a passcode to no authorization server but the one that sent it.
 *   10: alarmCounts, first. Once the customer has noticed a transaction that is not theirs, no token of it is granted or of any use.
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, LOCKED, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, REVOKED, NONE, SENT, WITHHELD, IDLE, IDENTIFYING, CHOOSING, STOPPED_REFUSED, STOPPED_BUSY, SENDING, WAITING, STOPPED_OVER, STOPPED_EXPIRED, STOPPED_DENIED, REDEEMING, AUTHORIZED, UNINVOLVED, ENGAGED, ALARMED, INFORMED, DONE, NOBODY, THE_HONEST_SERVER, THE_EVIL_SERVER, DIRECT, BY_EVIL_METADATA, RELAYED_AS_KIOSK, RELAYED_AS_STRANGER, UNREAD, READ, NOTHING, NEWEST };

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
mtype kiosk_asks = NOBODY;
mtype route = NONE;
mtype message = NONE;
mtype evil_server_knows = NOTHING;

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
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 7 && (memory == 1) -> memory = 0
  :: saw == 8 && (memory == 0) -> assert(false)
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
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1) -> assert(false)
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
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> assert(false)
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
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 2 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> assert(false)
  :: saw == 5 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1) -> assert(false)
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
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 0) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 9 /* codeStaysWithItsIssuer */
inline remember() { saw = 0 }
#elif PROPERTY == 10 /* alarmCounts, first */
/* What the property remembers:
 *   0: {"alarmed":false}
 *   1: {"alarmed":true}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 5 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1) -> assert(false)
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

  /* owner: approach, the honest server: The customer comes to the kiosk and picks a utility: that of the honest server. */
  :: d_step {
      (kiosk == IDLE) ->
      kiosk = IDENTIFYING; owner = ENGAGED; kiosk_asks = THE_HONEST_SERVER;
      remember()
    }

  /* owner: approach, the evil server: The customer comes to the kiosk and picks a utility: that of the evil server. */
  :: d_step {
      (kiosk == IDLE) ->
      kiosk = IDENTIFYING; owner = ENGAGED; kiosk_asks = THE_EVIL_SERVER;
      remember()
    }

  /* owner: choose: The customer chooses how the passcode is to reach them. */
  :: d_step {
      (kiosk == CHOOSING) ->
      kiosk = SENDING;
      remember()
    }

  /* owner: type: The customer types the passcode into the kiosk. */
  :: d_step {
      (owner == INFORMED) ->
      kiosk = REDEEMING; owner = DONE; saw = 6;
      remember()
    }

  /* start direct: The kiosk starts the transaction at the honest server. */
  :: d_step {
      (kiosk == IDENTIFYING) && (kiosk_asks == THE_HONEST_SERVER) ->
      quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_timers_transaction = 1; kiosk = CHOOSING; route = DIRECT; saw = 1;
      remember()
    }

  /* start by evil metadata: The metadata of the evil server names the endpoint of the honest one, where the kiosk starts the transaction. */
  :: d_step {
      (kiosk == IDENTIFYING) && (kiosk_asks == THE_EVIL_SERVER) ->
      quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_timers_transaction = 1; kiosk = STOPPED_REFUSED; route = BY_EVIL_METADATA; saw = 1;
      remember()
    }

  /* start relayed as stranger: The evil server takes the request of the kiosk and asks the same of the honest server, with a client of its own. */
  :: d_step {
      (kiosk == IDENTIFYING) && (kiosk_asks == THE_EVIL_SERVER) ->
      stranger_quota = COUNTING; stranger_quota_starts = stranger_quota_starts + 1; stranger_quota_timers_window = 1; first = IDENTIFIED; first_timers_transaction = 1; kiosk = CHOOSING; route = RELAYED_AS_STRANGER; saw = 1;
      remember()
    }

  /* send, quota: The kiosk has the passcode sent by the honest server. */
  :: d_step {
      (kiosk == SENDING) && (kiosk_asks == THE_HONEST_SERVER) ->
      if
      :: first == IDENTIFIED -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; message = UNREAD; saw = 3
      :: else -> kiosk = STOPPED_EXPIRED
      fi;
      remember()
    }

  /* send, stranger's quota: The kiosk asks the evil server for the passcode, which asks the honest server for it. */
  :: d_step {
      (kiosk == SENDING) && (stranger_quota == COUNTING) ->
      if
      :: first == IDENTIFIED -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; message = UNREAD; saw = 3
      :: else -> kiosk = STOPPED_EXPIRED
      fi;
      remember()
    }

  /* owner: read and deny: The customer reads the message, which names somebody whom they do not deal with, and tells the utility that this was not them. */
  :: d_step {
      (route == RELAYED_AS_STRANGER) && (message == UNREAD) ->
      if
      :: first == PENDING_COOLING -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; owner = ALARMED; message = READ; saw = 5
      :: first == EXPIRED -> owner = ALARMED; message = READ; saw = 5
      :: first == PENDING_RESENDABLE -> first = DENIED; first_timers_code = 0; owner = ALARMED; message = READ; saw = 5
      :: else -> first = DENIED; owner = ALARMED; message = READ; saw = 5
      fi;
      remember()
    }

  /* owner: read: The customer reads the message and sees nothing amiss in it. */
  :: d_step {
      (message == UNREAD) && (route == DIRECT) ->
      owner = INFORMED; message = READ;
      remember()
    }

  /* redeem: The kiosk redeems the passcode at the honest server. */
  :: d_step {
      (kiosk == REDEEMING) ->
      if
      :: first == PENDING_COOLING -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; saw = 8
      :: first == PENDING_RESENDABLE -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; saw = 8
      :: else -> kiosk = WAITING
      fi;
      remember()
    }

  /* hand the passcode to the evil server: The kiosk brings the passcode of the honest server to the token endpoint of the evil server. */
  :: d_step { false -> skip } /* never applies here */

  /* redeem as evil server: The evil server redeems the passcode at the honest server. */
  :: d_step { false -> skip } /* never applies here */

  /* first: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (first == PENDING_COOLING) ->
      first = PENDING_RESENDABLE; first_timers_interval = 0; saw = 4;
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
