/* A stranger guesses at the accounts of two customers with one client.
 *
 * The world "many-accounts" of the engine. It has 379917 states and 5301940 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-many-accounts.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-many-accounts.pml
 *
 * Conditions say what is needed to tell situations apart that can come up, and no more.
 *
 *   1: accountGuessesBounded, account. After as many wrong passcodes as the budget of an account allows none is accepted, over all transactions.
 *   2: accountSendsBounded, account. No more passcodes than the budget of an account allows are sent to it, over all transactions.
 *   3: clientStartsBounded, quota. A client starts no more transactions than its quota.
 *   4: clientGuessesBounded, quota. A client tries no more wrong passcodes than its quota, over all accounts.
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
mtype neighbour_account = QUIET;
byte neighbour_account_sends = 0;
byte neighbour_account_wrongCodes = 0;
bit neighbour_account_timers_window = 0;
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

/* What the property sees of the step that is being taken; 0 is nothing that it would mind, and between steps. */
short saw = 0;

#if PROPERTY == 1 /* accountGuessesBounded, account */
/* What the property remembers:
 *   0: {"wrong":0}
 *   1: {"wrong":1}
 *   2: {"wrong":2}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 5 && (memory == 0) -> memory = 1
  :: saw == 5 && (memory == 1) -> memory = 2
  :: saw == 6 && (memory == 1) -> memory = 0
  :: saw == 6 && (memory == 2) -> assert(false)
  :: saw == 7 && (memory == 1 || memory == 2) -> memory = 0
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 2 /* accountSendsBounded, account */
/* What the property remembers:
 *   0: {"sends":0}
 *   1: {"sends":1}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 2 && (memory == 0) -> memory = 1
  :: saw == 2 && (memory == 1) -> assert(false)
  :: saw == 7 && (memory == 1) -> memory = 0
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 3 /* clientStartsBounded, quota */
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
  :: saw == 4 && (memory == 1 || memory == 2) -> memory = 0
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 4 /* clientGuessesBounded, quota */
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
  :: saw == 4 && (memory == 1 || memory == 2) -> memory = 0
  :: saw == 5 && (memory == 0) -> memory = 1
  :: saw == 5 && (memory == 1) -> memory = 2
  :: saw == 5 && (memory == 2) -> assert(false)
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

  /* first: start: The stranger's client starts the first transaction, for one customer. */
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
         :: account_sends == 0 ->
            if
            :: account_wrongCodes == 0 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; saw = 2
            :: account_wrongCodes == 1 -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; saw = 2
            :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1
            fi;
         :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1
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
         :: quota_wrongCodes == 0 ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 3
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 3
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 3
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 3
            fi;
         :: else -> skip
         fi;
      :: first == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: quota == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                  fi;
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
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
               :: account == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: quota == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                  fi;
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: account == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
               fi;
            fi;
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
         :: quota_wrongCodes == 0 ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 3
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 3
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 3
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; saw = 3
            fi;
         :: else -> skip
         fi;
      :: first == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 6
               :: else ->
                  if
                  :: account == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                     fi;
                  :: else ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                     fi;
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 6
               :: else ->
                  if
                  :: quota == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                     fi;
                  :: else ->
                     if
                     :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                     fi;
                  fi;
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 6
               :: else ->
                  if
                  :: account == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                     fi;
                  :: else ->
                     if
                     :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                     fi;
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; first_timers_interval = 0; saw = 6
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
                  fi;
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; saw = 5
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
               :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 6
               :: else ->
                  if
                  :: account == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                     fi;
                  :: else ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                     fi;
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; saw = 6
               :: else ->
                  if
                  :: quota == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                     fi;
                  :: else ->
                     if
                     :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                     fi;
                  fi;
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: account_wrongCodes == 0 ->
               if
               :: first_newestCode == SENT -> first = SPENT; first_timers_code = 0; saw = 6
               :: else ->
                  if
                  :: account == QUIET ->
                     if
                     :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                     fi;
                  :: else ->
                     if
                     :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                     fi;
                  fi;
               fi;
            :: account_wrongCodes == 1 ->
               if
               :: first_newestCode == SENT -> account_wrongCodes = account_wrongCodes - 1; first = SPENT; first_timers_code = 0; saw = 6
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
                  fi;
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; saw = 5
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; saw = 5
               fi;
            fi;
         :: else -> skip
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
      first = LAPSED; first_timers_code = 0;
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
      account = QUIET; account_sends = 0; account_wrongCodes = 0; account_timers_window = 0; saw = 7;
      remember()
    }

  /* quota: window.elapsed: The window is over. */
  :: d_step {
      (quota == COUNTING) ->
      quota = QUIET; quota_starts = 0; quota_wrongCodes = 0; quota_timers_window = 0; saw = 4;
      remember()
    }

  /* second: start: The stranger's client starts the second transaction, for another customer. */
  :: d_step {
      true ->
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; second = IDENTIFIED; second_wrongCodes = 0; second_sends = 0; second_newestCode = NONE; second_timers_transaction = 1; second_timers_code = 0; second_timers_interval = 0; saw = 1
      :: quota_starts == 1 -> quota_starts = quota_starts + 1; second = IDENTIFIED; second_wrongCodes = 0; second_sends = 0; second_newestCode = NONE; second_timers_transaction = 1; second_timers_code = 0; second_timers_interval = 0; saw = 1
      :: else -> skip
      fi;
      remember()
    }

  /* second: send: The stranger's client has a passcode sent in the second transaction. */
  :: d_step {
      true ->
      if
      :: second == IDENTIFIED ->
         if
         :: neighbour_account_sends == 0 ->
            if
            :: neighbour_account_wrongCodes == 0 -> neighbour_account = COUNTING; neighbour_account_sends = neighbour_account_sends + 1; neighbour_account_timers_window = 1; second = PENDING_COOLING; second_sends = second_sends + 1; second_newestCode = SENT; second_timers_code = 1; second_timers_interval = 1
            :: neighbour_account_wrongCodes == 1 -> neighbour_account_sends = neighbour_account_sends + 1; second = PENDING_COOLING; second_sends = second_sends + 1; second_newestCode = SENT; second_timers_code = 1; second_timers_interval = 1
            :: else -> second = PENDING_COOLING; second_sends = second_sends + 1; second_newestCode = WITHHELD; second_timers_code = 1; second_timers_interval = 1
            fi;
         :: else -> second = PENDING_COOLING; second_sends = second_sends + 1; second_newestCode = WITHHELD; second_timers_code = 1; second_timers_interval = 1
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* second: wrong: The stranger's client tries a wrong passcode in the second transaction. */
  :: d_step {
      true ->
      if
      :: second == IDENTIFIED ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; saw = 3
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; saw = 3
            fi;
         :: else -> skip
         fi;
      :: second == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: neighbour_account_wrongCodes == 0 ->
               if
               :: neighbour_account == QUIET ->
                  if
                  :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                  fi;
               :: else ->
                  if
                  :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                  fi;
               fi;
            :: neighbour_account_wrongCodes == 1 ->
               if
               :: quota == QUIET ->
                  if
                  :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                  fi;
               :: else ->
                  if
                  :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                  fi;
               fi;
            :: else ->
               if
               :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: neighbour_account_wrongCodes == 0 ->
               if
               :: neighbour_account == QUIET ->
                  if
                  :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                  fi;
               :: else ->
                  if
                  :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                  fi;
               fi;
            :: neighbour_account_wrongCodes == 1 ->
               if
               :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
               fi;
            :: else ->
               if
               :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
               fi;
            fi;
         :: else -> skip
         fi;
      :: second == PENDING_RESENDABLE ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: neighbour_account_wrongCodes == 0 ->
               if
               :: neighbour_account == QUIET ->
                  if
                  :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                  fi;
               :: else ->
                  if
                  :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                  fi;
               fi;
            :: neighbour_account_wrongCodes == 1 ->
               if
               :: quota == QUIET ->
                  if
                  :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                  fi;
               :: else ->
                  if
                  :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                  fi;
               fi;
            :: else ->
               if
               :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: neighbour_account_wrongCodes == 0 ->
               if
               :: neighbour_account == QUIET ->
                  if
                  :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                  fi;
               :: else ->
                  if
                  :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                  fi;
               fi;
            :: neighbour_account_wrongCodes == 1 ->
               if
               :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
               fi;
            :: else ->
               if
               :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
               fi;
            fi;
         :: else -> skip
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* second: lucky: The stranger's client guesses the passcode of the second transaction. */
  :: d_step {
      true ->
      if
      :: second == IDENTIFIED ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; saw = 3
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; saw = 3
            fi;
         :: else -> skip
         fi;
      :: second == PENDING_COOLING ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: neighbour_account_wrongCodes == 0 ->
               if
               :: second_newestCode == SENT -> second = SPENT; second_timers_code = 0; second_timers_interval = 0
               :: else ->
                  if
                  :: neighbour_account == QUIET ->
                     if
                     :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                     fi;
                  :: else ->
                     if
                     :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                     fi;
                  fi;
               fi;
            :: neighbour_account_wrongCodes == 1 ->
               if
               :: second_newestCode == SENT -> neighbour_account_wrongCodes = neighbour_account_wrongCodes - 1; second = SPENT; second_timers_code = 0; second_timers_interval = 0
               :: else ->
                  if
                  :: quota == QUIET ->
                     if
                     :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                     fi;
                  :: else ->
                     if
                     :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                     fi;
                  fi;
               fi;
            :: else ->
               if
               :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: neighbour_account_wrongCodes == 0 ->
               if
               :: second_newestCode == SENT -> second = SPENT; second_timers_code = 0; second_timers_interval = 0
               :: else ->
                  if
                  :: neighbour_account == QUIET ->
                     if
                     :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                     fi;
                  :: else ->
                     if
                     :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                     fi;
                  fi;
               fi;
            :: neighbour_account_wrongCodes == 1 ->
               if
               :: second_newestCode == SENT -> neighbour_account_wrongCodes = neighbour_account_wrongCodes - 1; second = SPENT; second_timers_code = 0; second_timers_interval = 0
               :: else ->
                  if
                  :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
                  fi;
               fi;
            :: else ->
               if
               :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; second_timers_interval = 0; saw = 3
               fi;
            fi;
         :: else -> skip
         fi;
      :: second == PENDING_RESENDABLE ->
         if
         :: quota_wrongCodes == 0 ->
            if
            :: neighbour_account_wrongCodes == 0 ->
               if
               :: second_newestCode == SENT -> second = SPENT; second_timers_code = 0
               :: else ->
                  if
                  :: neighbour_account == QUIET ->
                     if
                     :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                     fi;
                  :: else ->
                     if
                     :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                     fi;
                  fi;
               fi;
            :: neighbour_account_wrongCodes == 1 ->
               if
               :: second_newestCode == SENT -> neighbour_account_wrongCodes = neighbour_account_wrongCodes - 1; second = SPENT; second_timers_code = 0
               :: else ->
                  if
                  :: quota == QUIET ->
                     if
                     :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                     fi;
                  :: else ->
                     if
                     :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                     fi;
                  fi;
               fi;
            :: else ->
               if
               :: second_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
               fi;
            fi;
         :: quota_wrongCodes == 1 ->
            if
            :: neighbour_account_wrongCodes == 0 ->
               if
               :: second_newestCode == SENT -> second = SPENT; second_timers_code = 0
               :: else ->
                  if
                  :: neighbour_account == QUIET ->
                     if
                     :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account = COUNTING; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; neighbour_account_timers_window = 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                     fi;
                  :: else ->
                     if
                     :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                     :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                     fi;
                  fi;
               fi;
            :: neighbour_account_wrongCodes == 1 ->
               if
               :: second_newestCode == SENT -> neighbour_account_wrongCodes = neighbour_account_wrongCodes - 1; second = SPENT; second_timers_code = 0
               :: else ->
                  if
                  :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; neighbour_account_wrongCodes = neighbour_account_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
                  fi;
               fi;
            :: else ->
               if
               :: second_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; second_wrongCodes = second_wrongCodes + 1; saw = 3
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; second = LOCKED; second_wrongCodes = second_wrongCodes + 1; second_timers_code = 0; saw = 3
               fi;
            fi;
         :: else -> skip
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* second: stale: The stranger's client guesses a passcode of the second transaction that a newer one replaced. */
  :: d_step { false -> skip } /* never applies here */

  /* second: deny: The customer tells the utility that the second transaction is not theirs. */
  :: d_step {
      true ->
      if
      :: second == PENDING_COOLING -> second = DENIED; second_timers_code = 0; second_timers_interval = 0
      :: second == SPENT -> second = REVOKED
      :: second == PENDING_RESENDABLE -> second = DENIED; second_timers_code = 0
      :: second == IDENTIFIED || second == LAPSED -> second = DENIED
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
      (second_timers_transaction) ->
      if
      :: second == PENDING_COOLING -> second = EXPIRED; second_timers_transaction = 0; second_timers_code = 0; second_timers_interval = 0
      :: second == PENDING_RESENDABLE -> second = EXPIRED; second_timers_transaction = 0; second_timers_code = 0
      :: second == IDENTIFIED || second == LAPSED -> second = EXPIRED; second_timers_transaction = 0
      :: else -> second_timers_transaction = 0
      fi;
      remember()
    }

  /* neighbour's account: window.elapsed: The window is over. */
  :: d_step {
      (neighbour_account == COUNTING) ->
      neighbour_account = QUIET; neighbour_account_sends = 0; neighbour_account_wrongCodes = 0; neighbour_account_timers_window = 0;
      remember()
    }
  od
}
