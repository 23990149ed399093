/* Two processes of the authorization server work on one transaction.
 *
 * The world "races" of the engine. It has 40039 states and 117674 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-races.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-races.pml
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

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, LOCKED, REVOKED, NONE, SENT, WITHHELD, IDLE, BUSY, RIGHT, WRONG, SEND, DENIAL, OUTDATED };

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
mtype one_process = IDLE;
mtype one_process_task = RIGHT;
mtype one_process_read_first = ABSENT;
byte one_process_read_first_wrongCodes = 0;
byte one_process_read_first_sends = 0;
mtype one_process_read_first_newestCode = NONE;
mtype one_process_read_account = QUIET;
byte one_process_read_account_sends = 0;
byte one_process_read_account_wrongCodes = 0;
mtype one_process_read_quota = QUIET;
byte one_process_read_quota_starts = 0;
byte one_process_read_quota_wrongCodes = 0;
bit one_process_read_first_timers_transaction = 0;
bit one_process_read_quota_timers_window = 0;
bit one_process_read_first_timers_code = 0;
bit one_process_read_first_timers_interval = 0;
bit one_process_read_account_timers_window = 0;
mtype another_process = IDLE;
mtype another_process_task = RIGHT;
mtype another_process_read_first = ABSENT;
byte another_process_read_first_wrongCodes = 0;
byte another_process_read_first_sends = 0;
mtype another_process_read_first_newestCode = NONE;
mtype another_process_read_account = QUIET;
byte another_process_read_account_sends = 0;
byte another_process_read_account_wrongCodes = 0;
mtype another_process_read_quota = QUIET;
byte another_process_read_quota_starts = 0;
byte another_process_read_quota_wrongCodes = 0;
bit another_process_read_first_timers_transaction = 0;
bit another_process_read_quota_timers_window = 0;
bit another_process_read_first_timers_code = 0;
bit another_process_read_first_timers_interval = 0;
bit another_process_read_account_timers_window = 0;

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
  :: saw == 4 && (memory == 0) -> memory = 1
  :: saw == 7 && (memory == 0) -> assert(false)
  :: saw == 9 && (memory == 1) -> memory = 0
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
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1 || memory == 2) -> assert(false)
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 6 && (memory == 1) -> memory = 2
  :: saw == 7 && (memory == 2) -> assert(false)
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1 || memory == 2) -> assert(false)
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1) -> memory = 2
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
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 7 && (memory == 1) -> memory = 0
  :: saw == 7 && (memory == 2) -> assert(false)
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1) -> memory = 2
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1) -> memory = 2
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
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 10 /* clientStartsBounded, quota */
/* What the property remembers:
 *   0: {"starts":0}
 *   1: {"starts":1}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 0) -> memory = 1
  :: saw == 1 && (memory == 1) -> assert(false)
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
  :: saw == 3 && (memory == 0) -> memory = 1
  :: saw == 3 && (memory == 1) -> memory = 2
  :: saw == 3 && (memory == 2) -> assert(false)
  :: saw == 6 && (memory == 0) -> memory = 1
  :: saw == 6 && (memory == 1) -> memory = 2
  :: saw == 6 && (memory == 2) -> assert(false)
  :: saw == 8 && (memory == 0) -> memory = 1
  :: saw == 8 && (memory == 1) -> memory = 2
  :: saw == 8 && (memory == 2) -> assert(false)
  :: saw == 10 && (memory == 0) -> memory = 1
  :: saw == 10 && (memory == 1) -> memory = 2
  :: saw == 10 && (memory == 2) -> assert(false)
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

  /* start: The stranger's client starts a transaction. */
  :: d_step {
      (quota == QUIET) ->
      quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_timers_transaction = 1; saw = 1;
      remember()
    }

  /* one process: read for right: One process receives the right passcode and reads where the transaction stands. */
  :: d_step {
      (one_process == IDLE) ->
      one_process_read_first = first; one_process_read_first_wrongCodes = first_wrongCodes; one_process_read_first_sends = first_sends; one_process_read_first_newestCode = first_newestCode; one_process_read_account = account; one_process_read_account_sends = account_sends; one_process_read_account_wrongCodes = account_wrongCodes; one_process_read_quota = quota; one_process_read_quota_starts = quota_starts; one_process_read_quota_wrongCodes = quota_wrongCodes; one_process_read_first_timers_transaction = first_timers_transaction; one_process_read_quota_timers_window = quota_timers_window; one_process_read_first_timers_code = first_timers_code; one_process_read_first_timers_interval = first_timers_interval; one_process_read_account_timers_window = account_timers_window; one_process = BUSY;
      remember()
    }

  /* one process: read for wrong: One process receives a wrong passcode and reads where the transaction stands. */
  :: d_step {
      (one_process == IDLE) ->
      one_process_read_first = first; one_process_read_first_wrongCodes = first_wrongCodes; one_process_read_first_sends = first_sends; one_process_read_first_newestCode = first_newestCode; one_process_read_account = account; one_process_read_account_sends = account_sends; one_process_read_account_wrongCodes = account_wrongCodes; one_process_read_quota = quota; one_process_read_quota_starts = quota_starts; one_process_read_quota_wrongCodes = quota_wrongCodes; one_process_read_first_timers_transaction = first_timers_transaction; one_process_read_quota_timers_window = quota_timers_window; one_process_read_first_timers_code = first_timers_code; one_process_read_first_timers_interval = first_timers_interval; one_process_read_account_timers_window = account_timers_window; one_process = BUSY; one_process_task = WRONG;
      remember()
    }

  /* one process: read for send: One process receives a request to send a passcode and reads where the transaction stands. */
  :: d_step {
      (one_process == IDLE) ->
      one_process_read_first = first; one_process_read_first_wrongCodes = first_wrongCodes; one_process_read_first_sends = first_sends; one_process_read_first_newestCode = first_newestCode; one_process_read_account = account; one_process_read_account_sends = account_sends; one_process_read_account_wrongCodes = account_wrongCodes; one_process_read_quota = quota; one_process_read_quota_starts = quota_starts; one_process_read_quota_wrongCodes = quota_wrongCodes; one_process_read_first_timers_transaction = first_timers_transaction; one_process_read_quota_timers_window = quota_timers_window; one_process_read_first_timers_code = first_timers_code; one_process_read_first_timers_interval = first_timers_interval; one_process_read_account_timers_window = account_timers_window; one_process = BUSY; one_process_task = SEND;
      remember()
    }

  /* one process: read for denial: One process receives the word of the customer that this was not them and reads where the transaction stands. */
  :: d_step {
      (one_process == IDLE) ->
      one_process_read_first = first; one_process_read_first_wrongCodes = first_wrongCodes; one_process_read_first_sends = first_sends; one_process_read_first_newestCode = first_newestCode; one_process_read_account = account; one_process_read_account_sends = account_sends; one_process_read_account_wrongCodes = account_wrongCodes; one_process_read_quota = quota; one_process_read_quota_starts = quota_starts; one_process_read_quota_wrongCodes = quota_wrongCodes; one_process_read_first_timers_transaction = first_timers_transaction; one_process_read_quota_timers_window = quota_timers_window; one_process_read_first_timers_code = first_timers_code; one_process_read_first_timers_interval = first_timers_interval; one_process_read_account_timers_window = account_timers_window; one_process = BUSY; one_process_task = DENIAL;
      remember()
    }

  /* one process: write for right: One process writes what follows from the right passcode, and answers. */
  :: d_step {
      (one_process_task == RIGHT) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_wrongCodes == first_wrongCodes) && (one_process == BUSY) ->
      if
      :: first == ABSENT -> one_process = IDLE
      :: first == IDENTIFIED ->
         if
         :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; one_process = IDLE; one_process_read_first = ABSENT; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; saw = 3
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; one_process = IDLE; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; saw = 6
         fi;
      :: first == PENDING_COOLING -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; first_timers_interval = 0; one_process = IDLE; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_first_timers_interval = 0; one_process_read_account_timers_window = 0; saw = 7
      :: first == EXPIRED -> one_process = IDLE; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      :: first == PENDING_RESENDABLE -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; one_process = IDLE; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 7
      :: first == LOCKED -> one_process = IDLE; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 2; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 2; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      :: first == DENIED || first == LAPSED -> one_process = IDLE; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      :: else -> one_process = IDLE; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      fi;
      remember()
    }

  /* one process: write for outdated: One process writes what follows from a passcode that was right when it was read, and answers. */
  :: d_step {
      (one_process_task == OUTDATED) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) ->
      if
      :: first == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_first_timers_interval = 0; one_process_read_account_timers_window = 0; saw = 8
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_first_timers_interval = 0; one_process_read_account_timers_window = 0; saw = 10
         fi;
      :: first == EXPIRED -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      :: first == PENDING_RESENDABLE ->
         if
         :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 8
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 10
         fi;
      :: first == LOCKED -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 2; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 2; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      :: first == DENIED || first == LAPSED -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      :: else -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      fi;
      remember()
    }

  /* one process: write for wrong: One process writes what follows from a wrong passcode, and answers. */
  :: d_step {
      (one_process_task == WRONG) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) ->
      if
      :: first == ABSENT -> one_process = IDLE; one_process_task = RIGHT
      :: first == IDENTIFIED ->
         if
         :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; saw = 3
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; saw = 6
         fi;
      :: first == PENDING_COOLING ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_first_timers_interval = 0; one_process_read_account_timers_window = 0; saw = 8
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_first_timers_interval = 0; one_process_read_account_timers_window = 0; saw = 10
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_first_timers_interval = 0; one_process_read_account_timers_window = 0; saw = 10
         fi;
      :: first == EXPIRED -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      :: first == PENDING_RESENDABLE ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 8
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 10
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 10
         fi;
      :: first == LOCKED -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 2; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 2; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      :: first == DENIED || first == LAPSED -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      :: else -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
      fi;
      remember()
    }

  /* one process: write for send: One process writes what follows from a request to send a passcode, and answers. */
  :: d_step {
      (one_process_task == SEND) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) && (first == ABSENT) ->
      one_process = IDLE; one_process_task = RIGHT;
      remember()
    }
  :: d_step {
      (one_process_task == SEND) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) && (first == IDENTIFIED) ->
      if
      :: quota_wrongCodes == 0 ->
         if
         :: another_process_task == RIGHT ->
            if
            :: another_process == IDLE -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; saw = 4
            :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; another_process_task = OUTDATED; saw = 4
            fi;
         :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; saw = 4
         fi;
      :: else ->
         if
         :: another_process_task == RIGHT ->
            if
            :: another_process == IDLE -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; saw = 4
            :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; another_process_task = OUTDATED; saw = 4
            fi;
         :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; saw = 4
         fi;
      fi;
      remember()
    }
  :: d_step {
      (one_process_task == SEND) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) && (first == PENDING_COOLING) ->
      one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_first_timers_interval = 0; one_process_read_account_timers_window = 0;
      remember()
    }
  :: d_step {
      (one_process_task == SEND) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) && (first == DENIED) ->
      one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0;
      remember()
    }
  :: d_step {
      (one_process_task == SEND) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) && (first == EXPIRED) ->
      one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0;
      remember()
    }
  :: d_step {
      (one_process_task == SEND) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) && (first == SPENT || first == REVOKED) ->
      one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0;
      remember()
    }
  :: d_step {
      (one_process_task == SEND) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) && (first == PENDING_RESENDABLE) ->
      if
      :: account_wrongCodes == 0 ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: account_sends == 1 ->
               if
               :: another_process_task == RIGHT ->
                  if
                  :: another_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; another_process_task = OUTDATED; saw = 4
                  fi;
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = one_process_read_first_sends - 2; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 2; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0
            fi;
         :: else ->
            if
            :: account_sends == 1 ->
               if
               :: another_process_task == RIGHT ->
                  if
                  :: another_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; another_process_task = OUTDATED; saw = 4
                  fi;
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 2; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 2; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0
            fi;
         fi;
      :: else ->
         if
         :: account_sends == 1 ->
            if
            :: another_process_task == RIGHT ->
               if
               :: another_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 4
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; another_process_task = OUTDATED; saw = 4
               fi;
            :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 4
            fi;
         :: else -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 2; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 2; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0
         fi;
      fi;
      remember()
    }
  :: d_step {
      (one_process_task == SEND) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) && (first == LAPSED) ->
      if
      :: account_wrongCodes == 0 ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: account_sends == 1 ->
               if
               :: another_process_task == RIGHT ->
                  if
                  :: another_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; another_process_task = OUTDATED; saw = 4
                  fi;
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_sends = one_process_read_first_sends - 2; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 2; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
            fi;
         :: else ->
            if
            :: account_sends == 1 ->
               if
               :: another_process_task == RIGHT ->
                  if
                  :: another_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; another_process_task = OUTDATED; saw = 4
                  fi;
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 2; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 2; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
            fi;
         fi;
      :: else ->
         if
         :: account_sends == 1 ->
            if
            :: another_process_task == RIGHT ->
               if
               :: another_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 4
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; another_process_task = OUTDATED; saw = 4
               fi;
            :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 1; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 1; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 4
            fi;
         :: else -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 1; one_process_read_first_sends = one_process_read_first_sends - 2; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = one_process_read_account_sends - 2; one_process_read_account_wrongCodes = one_process_read_account_wrongCodes - 1; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 1; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0
         fi;
      fi;
      remember()
    }
  :: d_step {
      (one_process_task == SEND) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) && (first == LOCKED) ->
      one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 2; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 2; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0;
      remember()
    }

  /* one process: write for denial: One process writes what follows from the word of the customer that this was not them, and answers. */
  :: d_step {
      (one_process_task == DENIAL) && (one_process_read_first == first) && (one_process_read_first_timers_transaction == first_timers_transaction) && (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes == first_wrongCodes) ->
      if
      :: first == ABSENT -> one_process = IDLE; one_process_task = RIGHT; saw = 2
      :: first == IDENTIFIED -> first = DENIED; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; saw = 2
      :: first == PENDING_COOLING -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_first_timers_interval = 0; one_process_read_account_timers_window = 0; saw = 2
      :: first == DENIED -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 2
      :: first == EXPIRED -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 2
      :: first == SPENT -> first = REVOKED; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 2
      :: first == PENDING_RESENDABLE -> first = DENIED; first_timers_code = 0; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_first_timers_code = 0; one_process_read_account_timers_window = 0; saw = 2
      :: first == LAPSED -> first = DENIED; one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 2
      :: first == LOCKED -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = one_process_read_first_wrongCodes - 2; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_account_wrongCodes = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = one_process_read_quota_wrongCodes - 2; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 2
      :: else -> one_process = IDLE; one_process_task = RIGHT; one_process_read_first = ABSENT; one_process_read_first_wrongCodes = 0; one_process_read_first_sends = 0; one_process_read_first_newestCode = NONE; one_process_read_account = QUIET; one_process_read_account_sends = 0; one_process_read_quota = QUIET; one_process_read_quota_starts = one_process_read_quota_starts - 1; one_process_read_quota_wrongCodes = 0; one_process_read_first_timers_transaction = 0; one_process_read_quota_timers_window = 0; one_process_read_account_timers_window = 0; saw = 2
      fi;
      remember()
    }

  /* one process: read again: One process finds that somebody else wrote in the meantime, and reads again. */
  :: d_step {
      ((one_process_read_first != first) && (one_process == BUSY) || (one_process_read_first == first) && ((one_process_read_first_timers_transaction != first_timers_transaction) || (one_process_read_first_timers_transaction == first_timers_transaction) && ((one_process_read_first_sends != first_sends) || (one_process_read_first_sends == first_sends) && (one_process_read_first_wrongCodes != first_wrongCodes)))) ->
      one_process_read_first = first; one_process_read_first_wrongCodes = first_wrongCodes; one_process_read_first_sends = first_sends; one_process_read_first_newestCode = first_newestCode; one_process_read_account = account; one_process_read_account_sends = account_sends; one_process_read_account_wrongCodes = account_wrongCodes; one_process_read_quota = quota; one_process_read_quota_starts = quota_starts; one_process_read_quota_wrongCodes = quota_wrongCodes; one_process_read_first_timers_transaction = first_timers_transaction; one_process_read_quota_timers_window = quota_timers_window; one_process_read_first_timers_code = first_timers_code; one_process_read_first_timers_interval = first_timers_interval; one_process_read_account_timers_window = account_timers_window;
      remember()
    }

  /* another process: read for right: Another process receives the right passcode and reads where the transaction stands. */
  :: d_step {
      (another_process == IDLE) ->
      another_process_read_first = first; another_process_read_first_wrongCodes = first_wrongCodes; another_process_read_first_sends = first_sends; another_process_read_first_newestCode = first_newestCode; another_process_read_account = account; another_process_read_account_sends = account_sends; another_process_read_account_wrongCodes = account_wrongCodes; another_process_read_quota = quota; another_process_read_quota_starts = quota_starts; another_process_read_quota_wrongCodes = quota_wrongCodes; another_process_read_first_timers_transaction = first_timers_transaction; another_process_read_quota_timers_window = quota_timers_window; another_process_read_first_timers_code = first_timers_code; another_process_read_first_timers_interval = first_timers_interval; another_process_read_account_timers_window = account_timers_window; another_process = BUSY;
      remember()
    }

  /* another process: read for wrong: Another process receives a wrong passcode and reads where the transaction stands. */
  :: d_step {
      (another_process == IDLE) ->
      another_process_read_first = first; another_process_read_first_wrongCodes = first_wrongCodes; another_process_read_first_sends = first_sends; another_process_read_first_newestCode = first_newestCode; another_process_read_account = account; another_process_read_account_sends = account_sends; another_process_read_account_wrongCodes = account_wrongCodes; another_process_read_quota = quota; another_process_read_quota_starts = quota_starts; another_process_read_quota_wrongCodes = quota_wrongCodes; another_process_read_first_timers_transaction = first_timers_transaction; another_process_read_quota_timers_window = quota_timers_window; another_process_read_first_timers_code = first_timers_code; another_process_read_first_timers_interval = first_timers_interval; another_process_read_account_timers_window = account_timers_window; another_process = BUSY; another_process_task = WRONG;
      remember()
    }

  /* another process: read for send: Another process receives a request to send a passcode and reads where the transaction stands. */
  :: d_step {
      (another_process == IDLE) ->
      another_process_read_first = first; another_process_read_first_wrongCodes = first_wrongCodes; another_process_read_first_sends = first_sends; another_process_read_first_newestCode = first_newestCode; another_process_read_account = account; another_process_read_account_sends = account_sends; another_process_read_account_wrongCodes = account_wrongCodes; another_process_read_quota = quota; another_process_read_quota_starts = quota_starts; another_process_read_quota_wrongCodes = quota_wrongCodes; another_process_read_first_timers_transaction = first_timers_transaction; another_process_read_quota_timers_window = quota_timers_window; another_process_read_first_timers_code = first_timers_code; another_process_read_first_timers_interval = first_timers_interval; another_process_read_account_timers_window = account_timers_window; another_process = BUSY; another_process_task = SEND;
      remember()
    }

  /* another process: read for denial: Another process receives the word of the customer that this was not them and reads where the transaction stands. */
  :: d_step {
      (another_process == IDLE) ->
      another_process_read_first = first; another_process_read_first_wrongCodes = first_wrongCodes; another_process_read_first_sends = first_sends; another_process_read_first_newestCode = first_newestCode; another_process_read_account = account; another_process_read_account_sends = account_sends; another_process_read_account_wrongCodes = account_wrongCodes; another_process_read_quota = quota; another_process_read_quota_starts = quota_starts; another_process_read_quota_wrongCodes = quota_wrongCodes; another_process_read_first_timers_transaction = first_timers_transaction; another_process_read_quota_timers_window = quota_timers_window; another_process_read_first_timers_code = first_timers_code; another_process_read_first_timers_interval = first_timers_interval; another_process_read_account_timers_window = account_timers_window; another_process = BUSY; another_process_task = DENIAL;
      remember()
    }

  /* another process: write for right: Another process writes what follows from the right passcode, and answers. */
  :: d_step {
      (another_process_task == RIGHT) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_wrongCodes == first_wrongCodes) && (another_process == BUSY) ->
      if
      :: first == ABSENT -> another_process = IDLE
      :: first == IDENTIFIED ->
         if
         :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; another_process = IDLE; another_process_read_first = ABSENT; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 3
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; another_process = IDLE; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 6
         fi;
      :: first == PENDING_COOLING -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; first_timers_interval = 0; another_process = IDLE; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_first_timers_interval = 0; another_process_read_account_timers_window = 0; saw = 7
      :: first == EXPIRED -> another_process = IDLE; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      :: first == PENDING_RESENDABLE -> account_wrongCodes = 0; first = SPENT; first_timers_code = 0; another_process = IDLE; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 7
      :: first == LOCKED -> another_process = IDLE; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 2; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 2; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      :: first == DENIED || first == LAPSED -> another_process = IDLE; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      :: else -> another_process = IDLE; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      fi;
      remember()
    }

  /* another process: write for outdated: Another process writes what follows from a passcode that was right when it was read, and answers. */
  :: d_step {
      (another_process_task == OUTDATED) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) ->
      if
      :: first == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_first_timers_interval = 0; another_process_read_account_timers_window = 0; saw = 8
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_first_timers_interval = 0; another_process_read_account_timers_window = 0; saw = 10
         fi;
      :: first == EXPIRED -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      :: first == PENDING_RESENDABLE ->
         if
         :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 8
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 10
         fi;
      :: first == LOCKED -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 2; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 2; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      :: first == DENIED || first == LAPSED -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      :: else -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      fi;
      remember()
    }

  /* another process: write for wrong: Another process writes what follows from a wrong passcode, and answers. */
  :: d_step {
      (another_process_task == WRONG) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) ->
      if
      :: first == ABSENT -> another_process = IDLE; another_process_task = RIGHT
      :: first == IDENTIFIED ->
         if
         :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 3
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 6
         fi;
      :: first == PENDING_COOLING ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_first_timers_interval = 0; another_process_read_account_timers_window = 0; saw = 8
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_first_timers_interval = 0; another_process_read_account_timers_window = 0; saw = 10
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_first_timers_interval = 0; another_process_read_account_timers_window = 0; saw = 10
         fi;
      :: first == EXPIRED -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      :: first == PENDING_RESENDABLE ->
         if
         :: account_wrongCodes == 0 ->
            if
            :: quota_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 8
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 10
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 10
         fi;
      :: first == LOCKED -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 2; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 2; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      :: first == DENIED || first == LAPSED -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      :: else -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
      fi;
      remember()
    }

  /* another process: write for send: Another process writes what follows from a request to send a passcode, and answers. */
  :: d_step {
      (another_process_task == SEND) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) && (first == ABSENT) ->
      another_process = IDLE; another_process_task = RIGHT;
      remember()
    }
  :: d_step {
      (another_process_task == SEND) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) && (first == IDENTIFIED) ->
      if
      :: quota_wrongCodes == 0 ->
         if
         :: one_process_task == RIGHT ->
            if
            :: one_process == IDLE -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 4
            :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; one_process_task = OUTDATED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 4
            fi;
         :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 4
         fi;
      :: else ->
         if
         :: one_process_task == RIGHT ->
            if
            :: one_process == IDLE -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 4
            :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; one_process_task = OUTDATED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 4
            fi;
         :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 4
         fi;
      fi;
      remember()
    }
  :: d_step {
      (another_process_task == SEND) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) && (first == PENDING_COOLING) ->
      another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_first_timers_interval = 0; another_process_read_account_timers_window = 0;
      remember()
    }
  :: d_step {
      (another_process_task == SEND) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) && (first == DENIED) ->
      another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0;
      remember()
    }
  :: d_step {
      (another_process_task == SEND) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) && (first == EXPIRED) ->
      another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0;
      remember()
    }
  :: d_step {
      (another_process_task == SEND) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) && (first == SPENT || first == REVOKED) ->
      another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0;
      remember()
    }
  :: d_step {
      (another_process_task == SEND) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) && (first == PENDING_RESENDABLE) ->
      if
      :: account_wrongCodes == 0 ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: account_sends == 1 ->
               if
               :: one_process_task == RIGHT ->
                  if
                  :: one_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process_task = OUTDATED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 4
                  fi;
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = another_process_read_first_sends - 2; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 2; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0
            fi;
         :: else ->
            if
            :: account_sends == 1 ->
               if
               :: one_process_task == RIGHT ->
                  if
                  :: one_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process_task = OUTDATED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 4
                  fi;
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 2; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 2; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0
            fi;
         fi;
      :: else ->
         if
         :: account_sends == 1 ->
            if
            :: one_process_task == RIGHT ->
               if
               :: one_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 4
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; one_process_task = OUTDATED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 4
            fi;
         :: else -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 2; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 2; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0
         fi;
      fi;
      remember()
    }
  :: d_step {
      (another_process_task == SEND) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) && (first == LAPSED) ->
      if
      :: account_wrongCodes == 0 ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: account_sends == 1 ->
               if
               :: one_process_task == RIGHT ->
                  if
                  :: one_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process_task = OUTDATED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 4
                  fi;
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_sends = another_process_read_first_sends - 2; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 2; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
            fi;
         :: else ->
            if
            :: account_sends == 1 ->
               if
               :: one_process_task == RIGHT ->
                  if
                  :: one_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 4
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process_task = OUTDATED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 4
                  fi;
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 2; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 2; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
            fi;
         fi;
      :: else ->
         if
         :: account_sends == 1 ->
            if
            :: one_process_task == RIGHT ->
               if
               :: one_process == IDLE -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 4
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; one_process_task = OUTDATED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 4
               fi;
            :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 1; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 1; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 4
            fi;
         :: else -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 1; another_process_read_first_sends = another_process_read_first_sends - 2; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = another_process_read_account_sends - 2; another_process_read_account_wrongCodes = another_process_read_account_wrongCodes - 1; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 1; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0
         fi;
      fi;
      remember()
    }
  :: d_step {
      (another_process_task == SEND) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) && (first == LOCKED) ->
      another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 2; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 2; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0;
      remember()
    }

  /* another process: write for denial: Another process writes what follows from the word of the customer that this was not them, and answers. */
  :: d_step {
      (another_process_task == DENIAL) && (another_process_read_first == first) && (another_process_read_first_timers_transaction == first_timers_transaction) && (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes == first_wrongCodes) ->
      if
      :: first == ABSENT -> another_process = IDLE; another_process_task = RIGHT; saw = 2
      :: first == IDENTIFIED -> first = DENIED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; saw = 2
      :: first == PENDING_COOLING -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_first_timers_interval = 0; another_process_read_account_timers_window = 0; saw = 2
      :: first == DENIED -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 2
      :: first == EXPIRED -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 2
      :: first == SPENT -> first = REVOKED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 2
      :: first == PENDING_RESENDABLE -> first = DENIED; first_timers_code = 0; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_first_timers_code = 0; another_process_read_account_timers_window = 0; saw = 2
      :: first == LAPSED -> first = DENIED; another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 2
      :: first == LOCKED -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = another_process_read_first_wrongCodes - 2; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_account_wrongCodes = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = another_process_read_quota_wrongCodes - 2; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 2
      :: else -> another_process = IDLE; another_process_task = RIGHT; another_process_read_first = ABSENT; another_process_read_first_wrongCodes = 0; another_process_read_first_sends = 0; another_process_read_first_newestCode = NONE; another_process_read_account = QUIET; another_process_read_account_sends = 0; another_process_read_quota = QUIET; another_process_read_quota_starts = another_process_read_quota_starts - 1; another_process_read_quota_wrongCodes = 0; another_process_read_first_timers_transaction = 0; another_process_read_quota_timers_window = 0; another_process_read_account_timers_window = 0; saw = 2
      fi;
      remember()
    }

  /* another process: read again: Another process finds that somebody else wrote in the meantime, and reads again. */
  :: d_step {
      ((another_process_read_first != first) && (another_process == BUSY) || (another_process_read_first == first) && ((another_process_read_first_timers_transaction != first_timers_transaction) || (another_process_read_first_timers_transaction == first_timers_transaction) && ((another_process_read_first_sends != first_sends) || (another_process_read_first_sends == first_sends) && (another_process_read_first_wrongCodes != first_wrongCodes)))) ->
      another_process_read_first = first; another_process_read_first_wrongCodes = first_wrongCodes; another_process_read_first_sends = first_sends; another_process_read_first_newestCode = first_newestCode; another_process_read_account = account; another_process_read_account_sends = account_sends; another_process_read_account_wrongCodes = account_wrongCodes; another_process_read_quota = quota; another_process_read_quota_starts = quota_starts; another_process_read_quota_wrongCodes = quota_wrongCodes; another_process_read_first_timers_transaction = first_timers_transaction; another_process_read_quota_timers_window = quota_timers_window; another_process_read_first_timers_code = first_timers_code; another_process_read_first_timers_interval = first_timers_interval; another_process_read_account_timers_window = account_timers_window;
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
      first = LAPSED; first_timers_code = 0; saw = 9;
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
  od
}
