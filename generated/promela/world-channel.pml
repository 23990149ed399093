/* Messages are late, refused or meant to go elsewhere.
 *
 * The world "channel" of the engine. It has 1029 states and 5694 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-channel.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-channel.pml
 *
 * Conditions say what is needed to tell situations apart that can come up, and no more.
 *
 *   1: deadCodesStayUnsent, first. A passcode that is worth nothing any more is not handed over.
 *   2: codesStayWithinOptions, first. A passcode leaves by a delivery option that was offered, or not at all.
 *   3: codeStaysWithItsOwner, first. A passcode reaches nobody but the contact on file, and whoever its owner gives it to.
 *   4: sendsBounded, first. A transaction sends no more passcodes than its limit.
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, LOCKED, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, REVOKED, NONE, SENT, WITHHELD, EMPTY, QUEUED, DELIVERED, DROPPED, FAILED, OFFERED, UNOFFERED, TO_A_CLAIMED_NUMBER, TO_A_NEW_CONTACT, NEITHER, FIRST_LETTER, SECOND_LETTER };

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
mtype first_letter = EMPTY;
byte first_letter_attempts = 0;
mtype way_of_the_first_letter = OFFERED;
mtype second_letter = EMPTY;
byte second_letter_attempts = 0;
mtype way_of_the_second_letter = OFFERED;
mtype living = NEITHER;

/* What the property sees of the step that is being taken; 0 is nothing that it would mind, and between steps. */
short saw = 0;

#if PROPERTY == 1 /* deadCodesStayUnsent, first */
inline remember() { saw = 0 }
#elif PROPERTY == 2 /* codesStayWithinOptions, first */
inline remember() { saw = 0 }
#elif PROPERTY == 3 /* codeStaysWithItsOwner, first */
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
#else
inline remember() { saw = 0 }
#endif

active proctype world() {
end:
  do

  /* start: The stranger's client starts a transaction for the customer. */
  :: d_step {
      (first == ABSENT) ->
      quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; first = IDENTIFIED; first_timers_transaction = 1; saw = 1;
      remember()
    }

  /* send, offered: The stranger's client has a passcode sent by an offered option. */
  :: d_step {
      true ->
      if
      :: first_sends == 0 ->
         if
         :: first == IDENTIFIED -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_letter = QUEUED; living = FIRST_LETTER; saw = 2
         :: else -> skip
         fi;
      :: first_sends == 1 ->
         if
         :: first == PENDING_RESENDABLE ->
            if
            :: account == QUIET ->
               if
               :: first_letter == QUEUED -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_letter = DROPPED; second_letter = QUEUED; living = SECOND_LETTER; saw = 2
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; second_letter = QUEUED; living = SECOND_LETTER; saw = 2
               fi;
            :: else ->
               if
               :: first_letter == QUEUED -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_letter = DROPPED; second_letter = QUEUED; living = SECOND_LETTER; saw = 2
               :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; second_letter = QUEUED; living = SECOND_LETTER; saw = 2
               fi;
            fi;
         :: first == LAPSED -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; second_letter = QUEUED; living = SECOND_LETTER; saw = 2
         :: else -> skip
         fi;
      :: else -> skip
      fi;
      remember()
    }

  /* send, unoffered: The stranger's client asks for an option that was not offered. */
  :: d_step {
      true ->
      skip;
      remember()
    }

  /* first letter: handover.due: The authorization server hands the message with the first passcode over. */
  :: d_step {
      (first_letter == QUEUED) ->
      skip;
      remember()
    }

  /* first letter: gateway.accepted: The gateway takes the message with the first passcode. */
  :: d_step {
      (first_letter == QUEUED) ->
      first_letter = DELIVERED;
      remember()
    }

  /* first letter: gateway.refused: The gateway refuses the message with the first passcode. */
  :: d_step {
      (first_letter == QUEUED) ->
      if
      :: first_letter_attempts == 0 -> first_letter_attempts = first_letter_attempts + 1
      :: else -> first_letter = FAILED; first_letter_attempts = first_letter_attempts + 1
      fi;
      remember()
    }

  /* second letter: handover.due: The authorization server hands the message with the second passcode over. */
  :: d_step {
      (second_letter == QUEUED) ->
      skip;
      remember()
    }

  /* second letter: gateway.accepted: The gateway takes the message with the second passcode. */
  :: d_step {
      (second_letter == QUEUED) ->
      second_letter = DELIVERED;
      remember()
    }

  /* second letter: gateway.refused: The gateway refuses the message with the second passcode. */
  :: d_step {
      (second_letter == QUEUED) ->
      if
      :: second_letter_attempts == 0 -> second_letter_attempts = second_letter_attempts + 1
      :: else -> second_letter = FAILED; second_letter_attempts = second_letter_attempts + 1
      fi;
      remember()
    }

  /* owner: deny: The customer tells the utility that the transaction is not theirs. */
  :: d_step {
      true ->
      if
      :: first == PENDING_COOLING ->
         if
         :: second_letter == EMPTY ->
            if
            :: first_letter == QUEUED -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; first_letter = DROPPED; living = NEITHER
            :: else -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; living = NEITHER
            fi;
         :: second_letter == QUEUED -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; second_letter = DROPPED; living = NEITHER
         :: else -> first = DENIED; first_timers_code = 0; first_timers_interval = 0; living = NEITHER
         fi;
      :: first == PENDING_RESENDABLE ->
         if
         :: second_letter == EMPTY ->
            if
            :: first_letter == QUEUED -> first = DENIED; first_timers_code = 0; first_letter = DROPPED; living = NEITHER
            :: else -> first = DENIED; first_timers_code = 0; living = NEITHER
            fi;
         :: second_letter == QUEUED -> first = DENIED; first_timers_code = 0; second_letter = DROPPED; living = NEITHER
         :: else -> first = DENIED; first_timers_code = 0; living = NEITHER
         fi;
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
      if
      :: second_letter == EMPTY ->
         if
         :: first_letter == QUEUED -> first = LAPSED; first_timers_code = 0; first_letter = DROPPED; living = NEITHER
         :: else -> first = LAPSED; first_timers_code = 0; living = NEITHER
         fi;
      :: second_letter == QUEUED -> first = LAPSED; first_timers_code = 0; second_letter = DROPPED; living = NEITHER
      :: else -> first = LAPSED; first_timers_code = 0; living = NEITHER
      fi;
      remember()
    }

  /* first: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (first_timers_transaction) ->
      if
      :: first == PENDING_COOLING ->
         if
         :: second_letter == EMPTY ->
            if
            :: first_letter == QUEUED -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; first_letter = DROPPED; living = NEITHER
            :: else -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; living = NEITHER
            fi;
         :: second_letter == QUEUED -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; second_letter = DROPPED; living = NEITHER
         :: else -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; living = NEITHER
         fi;
      :: first == DENIED -> first_timers_transaction = 0
      :: first == PENDING_RESENDABLE ->
         if
         :: second_letter == EMPTY ->
            if
            :: first_letter == QUEUED -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_letter = DROPPED; living = NEITHER
            :: else -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; living = NEITHER
            fi;
         :: second_letter == QUEUED -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; second_letter = DROPPED; living = NEITHER
         :: else -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; living = NEITHER
         fi;
      :: else -> first = EXPIRED; first_timers_transaction = 0
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
