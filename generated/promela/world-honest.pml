/* A customer and a kiosk, and a bad network.
 *
 * The world "honest" of the engine. It has 32945 states and 196476 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-honest.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-honest.pml
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
 *   12: tokenIsMeant, first. A token goes only to whoever the customer meant to give the passcode to.
 *   13: onlyTheStarterGetsAnything, first. Only whoever started a transaction can have a passcode sent in it, or gets its token.
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, LOCKED, REVOKED, NONE, SENT, WITHHELD, IDLE, IDENTIFYING, CHOOSING, STOPPED_REFUSED, STOPPED_BUSY, SENDING, WAITING, STOPPED_OVER, STOPPED_EXPIRED, STOPPED_DENIED, REDEEMING, AUTHORIZED, UNINVOLVED, ENGAGED, ALARMED, INFORMED, DONE, EMPTY, NEWEST, STALE, NOTHING, WRONG, UNDER_WAY };

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
mtype kiosk = IDLE;
mtype owner = UNINVOLVED;
mtype inbox = EMPTY;
mtype typed = NOTHING;
mtype post = NONE;

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
  :: saw == 4 && (memory == 0 || memory == 2) -> memory = 1
  :: saw == 7 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 9 && (memory == 0 || memory == 2) -> assert(false)
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
  :: saw == 9 && (memory == 0) -> memory = 1
  :: saw == 9 && (memory == 1) -> assert(false)
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
  :: saw == 9 && (memory == 2) -> assert(false)
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1 || memory == 2) -> assert(false)
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
  :: saw == 4 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 1) -> memory = 2
  :: saw == 4 && (memory == 2) -> assert(false)
  :: saw == 12 && (memory == 0) -> memory = 1
  :: saw == 12 && (memory == 1) -> memory = 2
  :: saw == 12 && (memory == 2) -> assert(false)
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
  :: saw == 4 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 1) -> assert(false)
  :: saw == 5 && (memory == 1) -> memory = 0
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
  :: saw == 2 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 1) -> assert(false)
  :: saw == 9 && (memory == 0) -> memory = 1
  :: saw == 9 && (memory == 1) -> assert(false)
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
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 6 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 9 && (memory == 1) -> memory = 0
  :: saw == 9 && (memory == 2) -> assert(false)
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1) -> memory = 2
  :: saw == 11 && (memory == 0) -> memory = 1
  :: saw == 11 && (memory == 1) -> memory = 2
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 9 /* accountSendsBounded, account */
/* What the property remembers:
 *   0: {"sends":0}
 *   1: {"sends":1}
 *   2: {"sends":2}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 4 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 1) -> memory = 2
  :: saw == 4 && (memory == 2) -> assert(false)
  :: saw == 6 && (memory == 1 || memory == 2) -> memory = 0
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 10 /* clientStartsBounded, quota */
/* What the property remembers:
 *   0: {"starts":0}
 *   1: {"starts":1}
 *   2: {"starts":2}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 0) -> memory = 1
  :: saw == 1 && (memory == 1) -> memory = 2
  :: saw == 1 && (memory == 2) -> assert(false)
  :: saw == 3 && (memory == 1 || memory == 2) -> memory = 0
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 11 /* clientGuessesBounded, quota */
/* What the property remembers:
 *   0: {"wrong":0}
 *   1: {"wrong":1}
 *   2: {"wrong":2}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 3 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1) -> memory = 2
  :: saw == 10 && (memory == 2) -> assert(false)
  :: saw == 11 && (memory == 0) -> memory = 1
  :: saw == 11 && (memory == 1) -> memory = 2
  :: saw == 11 && (memory == 2) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 12 /* tokenIsMeant, first */
/* What the property remembers:
 *   0: {"meant":"nobody"}
 *   1: {"meant":"kiosk"}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 1) -> memory = 0
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 9 && (memory == 0) -> assert(false)
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 13 /* onlyTheStarterGetsAnything, first */
/* What the property remembers:
 *   0: {"starter":"nobody"}
 *   1: {"starter":"kiosk"}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 0) -> memory = 1
  :: saw == 4 && (memory == 0) -> assert(false)
  :: saw == 9 && (memory == 0) -> assert(false)
  :: else
  fi;
  saw = 0
}
#else
inline remember() { saw = 0 }
#endif

/* For what has to stay possible: cc -DPRINTF, after spin -DEDGES, makes pan print every step, as the states before and
 * after it, each with whether it is live and whether it is a goal. From each live state a goal has to be reachable.
 */
#define live_grantStaysReachable (true)
#define goal_grantStaysReachable ((kiosk == AUTHORIZED))
#ifdef EDGES
inline leave() { printf("edge %d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d %d %d ", quota, quota_starts, quota_wrongCodes, quota_timers_window, account, account_sends, account_wrongCodes, account_timers_window, first, first_wrongCodes, first_sends, first_newestCode, first_timers_transaction, first_timers_code, first_timers_interval, kiosk, owner, inbox, typed, post, live_grantStaysReachable, goal_grantStaysReachable) }
inline arrive() { printf("%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d %d %d\n", quota, quota_starts, quota_wrongCodes, quota_timers_window, account, account_sends, account_wrongCodes, account_timers_window, first, first_wrongCodes, first_sends, first_newestCode, first_timers_transaction, first_timers_code, first_timers_interval, kiosk, owner, inbox, typed, post, live_grantStaysReachable, goal_grantStaysReachable) }
#else
inline leave() { skip }
inline arrive() { skip }
#endif

active proctype world() {
end:
  do

  /* owner: approach: The customer asks the kiosk for an energy audit and says who they are. */
  :: d_step {
      (owner == UNINVOLVED) -> leave();
      kiosk = IDENTIFYING; owner = ENGAGED;
      remember(); arrive()
    }

  /* owner: choose: The customer chooses how the passcode is to reach them. */
  :: d_step {
      (kiosk == CHOOSING) -> leave();
      kiosk = SENDING;
      remember(); arrive()
    }

  /* owner: read: The customer reads the message: it names the kiosk and shows the phrase on its screen. */
  :: d_step {
      (owner == ENGAGED) && (inbox != EMPTY) -> leave();
      owner = INFORMED;
      remember(); arrive()
    }

  /* owner: type: The customer types the passcode into the kiosk. */
  :: d_step {
      (kiosk == WAITING) && (owner != ENGAGED) -> leave();
      if
      :: typed == NEWEST -> kiosk = REDEEMING; saw = 8
      :: typed == STALE ->
         if
         :: inbox == NEWEST -> kiosk = REDEEMING; typed = NEWEST; saw = 8
         :: else -> kiosk = REDEEMING; saw = 8
         fi;
      :: typed == NOTHING ->
         if
         :: owner == INFORMED ->
            if
            :: inbox == NEWEST -> kiosk = REDEEMING; owner = DONE; typed = NEWEST; saw = 8
            :: else -> kiosk = REDEEMING; owner = DONE; typed = STALE; saw = 8
            fi;
         :: else ->
            if
            :: inbox == NEWEST -> kiosk = REDEEMING; typed = NEWEST; saw = 8
            :: else -> kiosk = REDEEMING; typed = STALE; saw = 8
            fi;
         fi;
      :: else ->
         if
         :: inbox == NEWEST -> kiosk = REDEEMING; typed = NEWEST; saw = 8
         :: else -> kiosk = REDEEMING; typed = STALE; saw = 8
         fi;
      fi;
      remember(); arrive()
    }

  /* owner: mistype: The customer mistypes the passcode. */
  :: d_step {
      (kiosk == WAITING) && (owner != ENGAGED) -> leave();
      kiosk = REDEEMING; owner = DONE; typed = WRONG;
      remember(); arrive()
    }

  /* owner: ask for another: The customer asks for the passcode to be sent again. */
  :: d_step {
      (kiosk == WAITING) -> leave();
      kiosk = SENDING;
      remember(); arrive()
    }

  /* kiosk: identify: The kiosk starts the transaction. */
  :: d_step {
      (kiosk == IDENTIFYING) -> leave();
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; kiosk = CHOOSING; saw = 1
      :: quota_starts == 1 -> quota_starts = quota_starts + 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; kiosk = CHOOSING; saw = 1
      :: else -> kiosk = STOPPED_BUSY
      fi;
      remember(); arrive()
    }

  /* kiosk: identify, answer lost: The kiosk starts the transaction; the answer is lost. */
  :: d_step {
      (kiosk == IDENTIFYING) -> leave();
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; kiosk = IDLE; saw = 1
      :: quota_starts == 1 -> quota_starts = quota_starts + 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; kiosk = IDLE; saw = 1
      :: else -> kiosk = IDLE
      fi;
      remember(); arrive()
    }

  /* kiosk: identify, repeated: The kiosk starts the transaction; the network repeats the request, and the kiosk is still to hear. */
  :: d_step {
      (kiosk == IDENTIFYING) -> leave();
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; saw = 1
      :: quota_starts == 1 -> quota_starts = quota_starts + 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; saw = 1
      :: else -> skip
      fi;
      remember(); arrive()
    }

  /* kiosk: identify, request lost: The request of the kiosk is lost. */
  :: d_step {
      (kiosk == IDENTIFYING) -> leave();
      kiosk = IDLE;
      remember(); arrive()
    }

  /* kiosk: send: The kiosk has the passcode sent. */
  :: d_step {
      (kiosk == SENDING) -> leave();
      if
      :: first == IDENTIFIED ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; post = UNDER_WAY; saw = 4
            :: account_sends == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; post = UNDER_WAY; saw = 4
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
            fi;
         :: account_wrongCodes == 1 ->
            if
            :: account_sends == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
            :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; post = UNDER_WAY; saw = 4
            fi;
         :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
         fi;
      :: first == PENDING_COOLING -> kiosk = WAITING
      :: first == EXPIRED -> kiosk = STOPPED_EXPIRED
      :: first == PENDING_RESENDABLE ->
         if
         :: first_sends == 1 ->
            if
            :: account_sends == 0 ->
               if
               :: account_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: typed == NOTHING ->
                     if
                     :: inbox == EMPTY -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; kiosk = WAITING; post = UNDER_WAY; saw = 4
                     :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: account_wrongCodes == 1 ->
                  if
                  :: typed == NEWEST -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; kiosk = WAITING; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: typed == NOTHING ->
                  if
                  :: inbox == EMPTY ->
                     if
                     :: post == NONE ->
                        if
                        :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; post = UNDER_WAY; saw = 4
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; saw = 4
                     fi;
                  :: else ->
                     if
                     :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; kiosk = WAITING; saw = 12
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; kiosk = WAITING; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               fi;
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; kiosk = WAITING; saw = 12
            fi;
         :: else -> kiosk = WAITING
         fi;
      :: first == LAPSED ->
         if
         :: first_sends == 1 ->
            if
            :: account_sends == 0 ->
               if
               :: account_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: typed == NOTHING ->
                     if
                     :: inbox == EMPTY -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; post = UNDER_WAY; saw = 4
                     :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: account_wrongCodes == 1 ->
                  if
                  :: typed == NEWEST -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: typed == NOTHING ->
                  if
                  :: inbox == EMPTY ->
                     if
                     :: post == NONE ->
                        if
                        :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; post = UNDER_WAY; saw = 4
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 4
                     fi;
                  :: else ->
                     if
                     :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               fi;
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = WAITING; saw = 12
            fi;
         :: else -> kiosk = WAITING
         fi;
      :: else -> kiosk = STOPPED_OVER
      fi;
      remember(); arrive()
    }

  /* kiosk: send, answer lost: The kiosk has the passcode sent; the answer is lost. */
  :: d_step {
      (kiosk == SENDING) -> leave();
      if
      :: first_sends == 0 ->
         if
         :: first == IDENTIFIED ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; post = UNDER_WAY; saw = 4
               :: account_sends == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; post = UNDER_WAY; saw = 4
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: account_sends == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; post = UNDER_WAY; saw = 4
               fi;
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
            fi;
         :: else -> kiosk = CHOOSING
         fi;
      :: first_sends == 1 ->
         if
         :: first == PENDING_RESENDABLE ->
            if
            :: account_sends == 0 ->
               if
               :: account_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: typed == NOTHING ->
                     if
                     :: inbox == EMPTY -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; kiosk = CHOOSING; post = UNDER_WAY; saw = 4
                     :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: account_wrongCodes == 1 ->
                  if
                  :: typed == NEWEST -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: typed == NOTHING ->
                  if
                  :: inbox == EMPTY ->
                     if
                     :: post == NONE ->
                        if
                        :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; post = UNDER_WAY; saw = 4
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 4
                     fi;
                  :: else ->
                     if
                     :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               fi;
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
            fi;
         :: first == LAPSED ->
            if
            :: account_sends == 0 ->
               if
               :: account_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: typed == NOTHING ->
                     if
                     :: inbox == EMPTY -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; post = UNDER_WAY; saw = 4
                     :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: account_wrongCodes == 1 ->
                  if
                  :: typed == NEWEST -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: typed == NOTHING ->
                  if
                  :: inbox == EMPTY ->
                     if
                     :: post == NONE ->
                        if
                        :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; post = UNDER_WAY; saw = 4
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 4
                     fi;
                  :: else ->
                     if
                     :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               fi;
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; kiosk = CHOOSING; saw = 12
            fi;
         :: else -> kiosk = CHOOSING
         fi;
      :: else -> kiosk = CHOOSING
      fi;
      remember(); arrive()
    }

  /* kiosk: send, repeated: The kiosk has the passcode sent; the network repeats the request, and the kiosk is still to hear. */
  :: d_step {
      (kiosk == SENDING) -> leave();
      if
      :: first_sends == 0 ->
         if
         :: first == IDENTIFIED ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account_sends == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; post = UNDER_WAY; saw = 4
               :: account_sends == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; post = UNDER_WAY; saw = 4
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 12
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: account_sends == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 12
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; post = UNDER_WAY; saw = 4
               fi;
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 12
            fi;
         :: else -> skip
         fi;
      :: first_sends == 1 ->
         if
         :: first == PENDING_RESENDABLE ->
            if
            :: account_sends == 0 ->
               if
               :: account_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: typed == NOTHING ->
                     if
                     :: inbox == EMPTY -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; post = UNDER_WAY; saw = 4
                     :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: account_wrongCodes == 1 ->
                  if
                  :: typed == NEWEST -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 12
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: typed == NOTHING ->
                  if
                  :: inbox == EMPTY ->
                     if
                     :: post == NONE ->
                        if
                        :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 12
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; post = UNDER_WAY; saw = 4
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; saw = 4
                     fi;
                  :: else ->
                     if
                     :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 12
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               fi;
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; saw = 12
            fi;
         :: first == LAPSED ->
            if
            :: account_sends == 0 ->
               if
               :: account_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: typed == NOTHING ->
                     if
                     :: inbox == EMPTY -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; post = UNDER_WAY; saw = 4
                     :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: account_wrongCodes == 1 ->
                  if
                  :: typed == NEWEST -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 12
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; inbox = STALE; typed = STALE; post = UNDER_WAY; saw = 4
                  fi;
               :: typed == NOTHING ->
                  if
                  :: inbox == EMPTY ->
                     if
                     :: post == NONE ->
                        if
                        :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 12
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; post = UNDER_WAY; saw = 4
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; saw = 4
                     fi;
                  :: else ->
                     if
                     :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 12
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_wrongCodes == 2 -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 12
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; inbox = STALE; post = UNDER_WAY; saw = 4
                  fi;
               fi;
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; saw = 12
            fi;
         :: else -> skip
         fi;
      :: else -> skip
      fi;
      remember(); arrive()
    }

  /* kiosk: send, request lost: The request of the kiosk is lost. */
  :: d_step {
      (kiosk == SENDING) -> leave();
      kiosk = CHOOSING;
      remember(); arrive()
    }

  /* kiosk: redeem: The kiosk redeems the passcode. */
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_COOLING) && (quota_wrongCodes == 0) -> leave();
      if
      :: quota == QUIET ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: account_sends == 0 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                  fi;
               fi;
            :: account_sends == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            fi;
         :: account_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                  fi;
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
               fi;
            fi;
         :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
         fi;
      :: else ->
         if
         :: account_sends == 0 ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         :: account_sends == 1 ->
            if
            :: typed == NEWEST -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         :: else ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         fi;
      fi;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_COOLING) && (quota_wrongCodes == 1) -> leave();
      if
      :: account_wrongCodes == 0 ->
         if
         :: account_sends == 0 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
               fi;
            fi;
         :: account_sends == 1 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
               fi;
            fi;
         :: else ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         fi;
      :: account_wrongCodes == 1 ->
         if
         :: first_wrongCodes == 0 ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         :: else ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
            fi;
         fi;
      :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
      fi;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_COOLING) && (quota_wrongCodes == 2) -> leave();
      kiosk = WAITING; typed = NOTHING;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == EXPIRED || first == LAPSED) -> leave();
      kiosk = WAITING; typed = NOTHING;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == SPENT) -> leave();
      kiosk = STOPPED_OVER; typed = NOTHING;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_RESENDABLE) && (quota_wrongCodes == 0) -> leave();
      if
      :: quota == QUIET ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: account_sends == 0 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                  fi;
               fi;
            :: account_sends == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            fi;
         :: account_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                  fi;
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
               fi;
            fi;
         :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
         fi;
      :: else ->
         if
         :: account_sends == 0 ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         :: account_sends == 1 ->
            if
            :: typed == NEWEST -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         :: else ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         fi;
      fi;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_RESENDABLE) && (quota_wrongCodes == 1) -> leave();
      if
      :: account_wrongCodes == 0 ->
         if
         :: account_sends == 0 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
               fi;
            fi;
         :: account_sends == 1 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
               fi;
            fi;
         :: else ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         fi;
      :: account_wrongCodes == 1 ->
         if
         :: first_wrongCodes == 0 ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; typed = NOTHING; saw = 10
            fi;
         :: else ->
            if
            :: typed == NEWEST ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; kiosk = AUTHORIZED; typed = NOTHING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
               fi;
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
            fi;
         fi;
      :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = STOPPED_OVER; typed = NOTHING; saw = 11
      fi;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_RESENDABLE) && (quota_wrongCodes == 2) -> leave();
      kiosk = WAITING; typed = NOTHING;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == LOCKED) -> leave();
      if
      :: quota_wrongCodes == 2 -> kiosk = WAITING; typed = NOTHING
      :: else -> kiosk = STOPPED_OVER; typed = NOTHING
      fi;
      remember(); arrive()
    }

  /* kiosk: redeem, answer lost: The kiosk redeems the passcode; the answer is lost. */
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_COOLING) -> leave();
      if
      :: quota_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account_sends == 0 ->
                  if
                  :: first_wrongCodes == 0 ->
                     if
                     :: typed == NEWEST ->
                        if
                        :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                        :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                        fi;
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else ->
                     if
                     :: typed == NEWEST ->
                        if
                        :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                        :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
                        fi;
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
                     fi;
                  fi;
               :: account_sends == 1 ->
                  if
                  :: first_wrongCodes == 0 ->
                     if
                     :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else ->
                     if
                     :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
                     fi;
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
                  fi;
               fi;
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
            fi;
         :: else ->
            if
            :: account_sends == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            fi;
         fi;
      :: quota_wrongCodes == 1 ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: account_sends == 0 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
                  fi;
               fi;
            :: account_sends == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            fi;
         :: account_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; kiosk = WAITING; saw = 11
         fi;
      :: else -> kiosk = WAITING
      fi;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == EXPIRED || first == SPENT || first == LAPSED || first == LOCKED) -> leave();
      kiosk = WAITING;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_RESENDABLE) -> leave();
      if
      :: quota_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account_sends == 0 ->
                  if
                  :: first_wrongCodes == 0 ->
                     if
                     :: typed == NEWEST ->
                        if
                        :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                        :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                        fi;
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else ->
                     if
                     :: typed == NEWEST ->
                        if
                        :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                        :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
                        fi;
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
                     fi;
                  fi;
               :: account_sends == 1 ->
                  if
                  :: first_wrongCodes == 0 ->
                     if
                     :: typed == NEWEST -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else ->
                     if
                     :: typed == NEWEST -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
                     fi;
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
                  fi;
               fi;
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
            fi;
         :: else ->
            if
            :: account_sends == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            fi;
         fi;
      :: quota_wrongCodes == 1 ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: account_sends == 0 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
                  fi;
               fi;
            :: account_sends == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            fi;
         :: account_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; kiosk = WAITING; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; kiosk = WAITING; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; kiosk = WAITING; saw = 11
         fi;
      :: else -> kiosk = WAITING
      fi;
      remember(); arrive()
    }

  /* kiosk: redeem, repeated: The kiosk redeems the passcode; the network repeats the request, and the kiosk is still to hear. */
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_COOLING) -> leave();
      if
      :: quota_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account_sends == 0 ->
                  if
                  :: first_wrongCodes == 0 ->
                     if
                     :: typed == NEWEST ->
                        if
                        :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                        :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                        fi;
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else ->
                     if
                     :: typed == NEWEST ->
                        if
                        :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                        :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                        fi;
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                     fi;
                  fi;
               :: account_sends == 1 ->
                  if
                  :: first_wrongCodes == 0 ->
                     if
                     :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else ->
                     if
                     :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                     fi;
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  fi;
               fi;
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
            fi;
         :: else ->
            if
            :: account_sends == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            fi;
         fi;
      :: quota_wrongCodes == 1 ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: account_sends == 0 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  fi;
               fi;
            :: account_sends == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            fi;
         :: account_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 11
         fi;
      :: else -> skip
      fi;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == EXPIRED || first == SPENT || first == LAPSED || first == LOCKED) -> leave();
      skip;
      remember(); arrive()
    }
  :: d_step {
      (kiosk == REDEEMING) && (first == PENDING_RESENDABLE) -> leave();
      if
      :: quota_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account_sends == 0 ->
                  if
                  :: first_wrongCodes == 0 ->
                     if
                     :: typed == NEWEST ->
                        if
                        :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 9
                        :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                        fi;
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else ->
                     if
                     :: typed == NEWEST ->
                        if
                        :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 9
                        :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                        fi;
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                     fi;
                  fi;
               :: account_sends == 1 ->
                  if
                  :: first_wrongCodes == 0 ->
                     if
                     :: typed == NEWEST -> first = SPENT; first_timers_code = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else ->
                     if
                     :: typed == NEWEST -> first = SPENT; first_timers_code = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                     fi;
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; saw = 9
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                     fi;
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  fi;
               fi;
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
            fi;
         :: else ->
            if
            :: account_sends == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            :: account_sends == 1 ->
               if
               :: typed == NEWEST -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; saw = 9
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            fi;
         fi;
      :: quota_wrongCodes == 1 ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: account_sends == 0 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 9
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST ->
                     if
                     :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 9
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                     fi;
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  fi;
               fi;
            :: account_sends == 1 ->
               if
               :: first_wrongCodes == 0 ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else ->
                  if
                  :: typed == NEWEST -> first = SPENT; first_timers_code = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  fi;
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            fi;
         :: account_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 10
               fi;
            :: else ->
               if
               :: typed == NEWEST ->
                  if
                  :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; saw = 9
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
                  fi;
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 11
         fi;
      :: else -> skip
      fi;
      remember(); arrive()
    }

  /* kiosk: redeem, request lost: The request of the kiosk is lost. */
  :: d_step {
      (kiosk == REDEEMING) -> leave();
      kiosk = WAITING;
      remember(); arrive()
    }

  /* post: arrive: The message arrives. */
  :: d_step {
      (post == UNDER_WAY) -> leave();
      inbox = NEWEST; post = NONE;
      remember(); arrive()
    }

  /* post: lose: The message is lost. */
  :: d_step {
      (post == UNDER_WAY) -> leave();
      post = NONE;
      remember(); arrive()
    }

  /* owner: start over: The customer starts over. */
  :: d_step {
      (kiosk != IDENTIFYING && kiosk != SENDING && kiosk != REDEEMING) -> leave();
      kiosk = IDLE; owner = UNINVOLVED; inbox = EMPTY; typed = NOTHING; post = NONE;
      remember(); arrive()
    }

  /* first: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (first == PENDING_COOLING) -> leave();
      first = PENDING_RESENDABLE; first_timers_interval = 0; saw = 5;
      remember(); arrive()
    }

  /* first: code.expired: The life of the newest passcode is over. */
  :: d_step {
      (first == PENDING_RESENDABLE) -> leave();
      first = LAPSED; first_timers_code = 0; saw = 7;
      remember(); arrive()
    }

  /* first: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (first_timers_transaction) -> leave();
      if
      :: first == PENDING_COOLING -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; saw = 2
      :: first == PENDING_RESENDABLE -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; saw = 2
      :: first == IDENTIFIED || first == LAPSED -> first = EXPIRED; first_timers_transaction = 0; saw = 2
      :: else -> first_timers_transaction = 0; saw = 2
      fi;
      remember(); arrive()
    }

  /* account: window.elapsed: The window is over. */
  :: d_step {
      (account == COUNTING) -> leave();
      account = QUIET; account_sends = 0; account_wrongCodes = 0; account_timers_window = 0; saw = 6;
      remember(); arrive()
    }

  /* quota: window.elapsed: The window is over. */
  :: d_step {
      (quota == COUNTING) -> leave();
      quota = QUIET; quota_starts = 0; quota_wrongCodes = 0; quota_timers_window = 0; saw = 3;
      remember(); arrive()
    }
  od
}
