/* Two accounts used differently by others, in lock-step.
 *
 * The world "throttled" of the engine. It has 12420 states and 179712 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-throttled.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-throttled.pml
 *
 * Conditions say what is needed to tell situations apart that can come up, and no more.
 *
 *   1: answersAlike. A client without the passcode cannot tell known, unknown and throttled subjects apart.
 */

mtype = { QUIET, COUNTING, ABSENT, IDENTIFIED, PENDING_COOLING, DENIED, EXPIRED, SPENT, PENDING_RESENDABLE, LAPSED, LOCKED, REVOKED, NONE, SENT, WITHHELD };

mtype quota = QUIET;
byte quota_starts = 0;
byte quota_wrongCodes = 0;
bit quota_timers_window = 0;
mtype quota_there = QUIET;
byte quota_there_starts = 0;
byte quota_there_wrongCodes = 0;
bit quota_there_timers_window = 0;
mtype account = QUIET;
byte account_sends = 0;
byte account_wrongCodes = 0;
bit account_timers_window = 0;
mtype account_there = QUIET;
byte account_there_sends = 0;
byte account_there_wrongCodes = 0;
bit account_there_timers_window = 0;
mtype first = ABSENT;
byte first_wrongCodes = 0;
byte first_sends = 0;
mtype first_newestCode = NONE;
bit first_timers_transaction = 0;
bit first_timers_code = 0;
bit first_timers_interval = 0;
mtype first_there = ABSENT;
byte first_there_wrongCodes = 0;
byte first_there_sends = 0;
mtype first_there_newestCode = NONE;
bit first_there_timers_transaction = 0;
bit first_there_timers_code = 0;
bit first_there_timers_interval = 0;

/* What the property sees of the step that is being taken; 0 is nothing that it would mind, and between steps. */
short saw = 0;

#if PROPERTY == 1 /* answersAlike */
inline remember() { saw = 0 }
#else
inline remember() { saw = 0 }
#endif

active proctype world() {
end:
  do

  /* start: The client starts a transaction, in both worlds. */
  :: d_step {
      true ->
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_starts = quota_there_starts + 1; quota_there_timers_window = 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; first_there = IDENTIFIED; first_there_wrongCodes = 0; first_there_sends = 0; first_there_newestCode = NONE; first_there_timers_transaction = 1; first_there_timers_code = 0; first_there_timers_interval = 0
      :: else -> skip
      fi;
      remember()
    }

  /* start, with decoys: The client starts a transaction, in both worlds, and is shown hints. */
  :: d_step {
      true ->
      if
      :: quota_starts == 0 -> quota = COUNTING; quota_starts = quota_starts + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_starts = quota_there_starts + 1; quota_there_timers_window = 1; first = IDENTIFIED; first_wrongCodes = 0; first_sends = 0; first_newestCode = NONE; first_timers_transaction = 1; first_timers_code = 0; first_timers_interval = 0; first_there = IDENTIFIED; first_there_wrongCodes = 0; first_there_sends = 0; first_there_newestCode = NONE; first_there_timers_transaction = 1; first_there_timers_code = 0; first_there_timers_interval = 0
      :: else -> skip
      fi;
      remember()
    }

  /* send: The client has a passcode sent, in both worlds. */
  :: d_step {
      true && (first == ABSENT || first == PENDING_COOLING || first == EXPIRED || first == LOCKED) ->
      skip;
      remember()
    }
  :: d_step {
      true && (first == IDENTIFIED) ->
      if
      :: account == QUIET ->
         if
         :: account_there == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
         :: else ->
            if
            :: account_there_sends == 0 ->
               if
               :: account_there_wrongCodes == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
            fi;
         fi;
      :: else ->
         if
         :: account_there == QUIET ->
            if
            :: account_sends == 0 ->
               if
               :: account_wrongCodes == 1 -> account_sends = account_sends + 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
               :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
            fi;
         :: else ->
            if
            :: account_sends == 0 ->
               if
               :: account_wrongCodes == 1 ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_sends = account_sends + 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               fi;
            :: else ->
               if
               :: account_there_sends == 0 ->
                  if
                  :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            fi;
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_RESENDABLE) && (first_sends == 1) && (first_newestCode == SENT) ->
      if
      :: first_there_newestCode == SENT ->
         if
         :: account == QUIET ->
            if
            :: account_there == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
            :: else ->
               if
               :: account_there_sends == 0 ->
                  if
                  :: account_there_wrongCodes == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                  fi;
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
               fi;
            fi;
         :: else ->
            if
            :: account_there == QUIET ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 -> account_sends = account_sends + 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  fi;
               :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
               fi;
            :: else ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_sends = account_sends + 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                     fi;
                  :: else ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                        :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                        fi;
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                  fi;
               fi;
            fi;
         fi;
      :: else ->
         if
         :: account == QUIET ->
            if
            :: account_there == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
            :: else ->
               if
               :: account_there_sends == 0 ->
                  if
                  :: account_there_wrongCodes == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  fi;
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
               fi;
            fi;
         :: else ->
            if
            :: account_there == QUIET ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 -> account_sends = account_sends + 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                  :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                  fi;
               :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
               fi;
            :: else ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_sends = account_sends + 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                     fi;
                  :: else ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                        :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                        fi;
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  fi;
               fi;
            fi;
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_RESENDABLE) && (first_sends == 1) && (first_newestCode == WITHHELD) ->
      if
      :: first_there_newestCode == SENT ->
         if
         :: account == QUIET ->
            if
            :: account_there == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
            :: else ->
               if
               :: account_there_sends == 0 ->
                  if
                  :: account_there_wrongCodes == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                  fi;
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
               fi;
            fi;
         :: else ->
            if
            :: account_there == QUIET ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 -> account_sends = account_sends + 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  fi;
               :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
               fi;
            :: else ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_sends = account_sends + 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                     fi;
                  :: else ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                        :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                        fi;
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_interval = 1
                  fi;
               fi;
            fi;
         fi;
      :: else ->
         if
         :: account == QUIET ->
            if
            :: account_there == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
            :: else ->
               if
               :: account_there_sends == 0 ->
                  if
                  :: account_there_wrongCodes == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  fi;
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
               fi;
            fi;
         :: else ->
            if
            :: account_there == QUIET ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 -> account_sends = account_sends + 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                  :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                  fi;
               :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
               fi;
            :: else ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_sends = account_sends + 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                     fi;
                  :: else ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                        :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                        fi;
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_interval = 1
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_interval = 1
                  fi;
               fi;
            fi;
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_RESENDABLE) && (first_sends == 2) ->
      skip;
      remember()
    }
  :: d_step {
      true && (first == LAPSED) && (first_sends == 1) && (first_newestCode == SENT) ->
      if
      :: first_there_newestCode == SENT ->
         if
         :: account == QUIET ->
            if
            :: account_there == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
            :: else ->
               if
               :: account_there_sends == 0 ->
                  if
                  :: account_there_wrongCodes == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            fi;
         :: else ->
            if
            :: account_there == QUIET ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 -> account_sends = account_sends + 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            :: else ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_sends = account_sends + 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                        :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                        fi;
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               fi;
            fi;
         fi;
      :: else ->
         if
         :: account == QUIET ->
            if
            :: account_there == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
            :: else ->
               if
               :: account_there_sends == 0 ->
                  if
                  :: account_there_wrongCodes == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            fi;
         :: else ->
            if
            :: account_there == QUIET ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 -> account_sends = account_sends + 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                  :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            :: else ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_sends = account_sends + 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                        :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                        fi;
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = WITHHELD; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               fi;
            fi;
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == LAPSED) && (first_sends == 1) && (first_newestCode == WITHHELD) ->
      if
      :: first_there_newestCode == SENT ->
         if
         :: account == QUIET ->
            if
            :: account_there == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
            :: else ->
               if
               :: account_there_sends == 0 ->
                  if
                  :: account_there_wrongCodes == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            fi;
         :: else ->
            if
            :: account_there == QUIET ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 -> account_sends = account_sends + 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            :: else ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_sends = account_sends + 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                        :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                        fi;
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = WITHHELD; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               fi;
            fi;
         fi;
      :: else ->
         if
         :: account == QUIET ->
            if
            :: account_there == QUIET -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
            :: else ->
               if
               :: account_there_sends == 0 ->
                  if
                  :: account_there_wrongCodes == 1 -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                  :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else -> account = COUNTING; account_sends = account_sends + 1; account_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            fi;
         :: else ->
            if
            :: account_there == QUIET ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 -> account_sends = account_sends + 1; account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                  :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               :: else -> account_there = COUNTING; account_there_sends = account_there_sends + 1; account_there_timers_window = 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
               fi;
            :: else ->
               if
               :: account_sends == 0 ->
                  if
                  :: account_wrongCodes == 1 ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_sends = account_sends + 1; account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                        :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                        fi;
                     :: else -> account_sends = account_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_newestCode = SENT; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else ->
                     if
                     :: account_there_sends == 0 ->
                        if
                        :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                        :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                        fi;
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  fi;
               :: else ->
                  if
                  :: account_there_sends == 0 ->
                     if
                     :: account_there_wrongCodes == 1 -> account_there_sends = account_there_sends + 1; first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_newestCode = SENT; first_there_timers_code = 1; first_there_timers_interval = 1
                     :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                     fi;
                  :: else -> first = PENDING_COOLING; first_sends = first_sends + 1; first_timers_code = 1; first_timers_interval = 1; first_there = PENDING_COOLING; first_there_sends = first_there_sends + 1; first_there_timers_code = 1; first_there_timers_interval = 1
                  fi;
               fi;
            fi;
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == LAPSED) && (first_sends == 2) ->
      skip;
      remember()
    }

  /* send unoffered: The client asks for an option that was not offered. */
  :: d_step {
      true ->
      skip;
      remember()
    }

  /* wrong: The client tries a wrong passcode, in both worlds. */
  :: d_step {
      true && (first == ABSENT || first == EXPIRED || first == LAPSED || first == LOCKED) ->
      skip;
      remember()
    }
  :: d_step {
      true && (first == IDENTIFIED) ->
      if
      :: quota_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: quota_wrongCodes == 1 ->
         if
         :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: else -> skip
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_COOLING) && (quota_wrongCodes == 0) && (account_wrongCodes == 0) ->
      if
      :: account_there_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account == QUIET ->
               if
               :: account_there == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
                  fi;
               fi;
            :: else ->
               if
               :: account_there == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
                  fi;
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: account_there_wrongCodes == 1 ->
         if
         :: quota == QUIET ->
            if
            :: account == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: else ->
         if
         :: quota == QUIET ->
            if
            :: account == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_COOLING) && (quota_wrongCodes == 0) && (account_wrongCodes == 1) ->
      if
      :: account_there_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account_there == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: account_there_wrongCodes == 1 ->
         if
         :: quota == QUIET ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: else ->
         if
         :: quota == QUIET ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_COOLING) && (quota_wrongCodes == 0) && (account_wrongCodes == 2) ->
      if
      :: account_there_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account_there == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: account_there_wrongCodes == 1 ->
         if
         :: quota == QUIET ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: else ->
         if
         :: quota == QUIET ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_COOLING) && (quota_wrongCodes == 1) ->
      if
      :: account_wrongCodes == 0 ->
         if
         :: account_there_wrongCodes == 0 ->
            if
            :: account == QUIET ->
               if
               :: account_there == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
                  fi;
               fi;
            :: else ->
               if
               :: account_there == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
                  fi;
               fi;
            fi;
         :: account_there_wrongCodes == 1 ->
            if
            :: account == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            fi;
         :: else ->
            if
            :: account == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            fi;
         fi;
      :: account_wrongCodes == 1 ->
         if
         :: account_there_wrongCodes == 0 ->
            if
            :: account_there == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            fi;
         :: account_there_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
            fi;
         :: else ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
            fi;
         fi;
      :: else ->
         if
         :: account_there_wrongCodes == 0 ->
            if
            :: account_there == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
               fi;
            fi;
         :: account_there_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
            fi;
         :: else ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_timers_interval = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0; first_there_timers_interval = 0
            fi;
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_COOLING) && (quota_wrongCodes == 2) ->
      skip;
      remember()
    }
  :: d_step {
      true && (first == PENDING_RESENDABLE) && (quota_wrongCodes == 0) && (account_wrongCodes == 0) ->
      if
      :: account_there_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account == QUIET ->
               if
               :: account_there == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
                  fi;
               fi;
            :: else ->
               if
               :: account_there == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
                  fi;
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: account_there_wrongCodes == 1 ->
         if
         :: quota == QUIET ->
            if
            :: account == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: else ->
         if
         :: quota == QUIET ->
            if
            :: account == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_RESENDABLE) && (quota_wrongCodes == 0) && (account_wrongCodes == 1) ->
      if
      :: account_there_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account_there == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: account_there_wrongCodes == 1 ->
         if
         :: quota == QUIET ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: else ->
         if
         :: quota == QUIET ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_RESENDABLE) && (quota_wrongCodes == 0) && (account_wrongCodes == 2) ->
      if
      :: account_there_wrongCodes == 0 ->
         if
         :: quota == QUIET ->
            if
            :: account_there == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: account_there_wrongCodes == 1 ->
         if
         :: quota == QUIET ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      :: else ->
         if
         :: quota == QUIET ->
            if
            :: first_wrongCodes == 0 -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota = COUNTING; quota_wrongCodes = quota_wrongCodes + 1; quota_timers_window = 1; quota_there = COUNTING; quota_there_wrongCodes = quota_there_wrongCodes + 1; quota_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
            fi;
         :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_RESENDABLE) && (quota_wrongCodes == 1) ->
      if
      :: account_wrongCodes == 0 ->
         if
         :: account_there_wrongCodes == 0 ->
            if
            :: account == QUIET ->
               if
               :: account_there == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
                  fi;
               fi;
            :: else ->
               if
               :: account_there == QUIET ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
                  fi;
               :: else ->
                  if
                  :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
                  :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
                  fi;
               fi;
            fi;
         :: account_there_wrongCodes == 1 ->
            if
            :: account == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            fi;
         :: else ->
            if
            :: account == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            fi;
         fi;
      :: account_wrongCodes == 1 ->
         if
         :: account_there_wrongCodes == 0 ->
            if
            :: account_there == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            fi;
         :: account_there_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
            fi;
         :: else ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_wrongCodes = account_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
            fi;
         fi;
      :: else ->
         if
         :: account_there_wrongCodes == 0 ->
            if
            :: account_there == QUIET ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            :: else ->
               if
               :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
               :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
               fi;
            fi;
         :: account_there_wrongCodes == 1 ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; account_there_wrongCodes = account_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
            fi;
         :: else ->
            if
            :: first_wrongCodes == 0 -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; first_wrongCodes = first_wrongCodes + 1; first_there_wrongCodes = first_there_wrongCodes + 1
            :: else -> quota_wrongCodes = quota_wrongCodes + 1; quota_there_wrongCodes = quota_there_wrongCodes + 1; first = LOCKED; first_wrongCodes = first_wrongCodes + 1; first_timers_code = 0; first_there = LOCKED; first_there_wrongCodes = first_there_wrongCodes + 1; first_there_timers_code = 0
            fi;
         fi;
      fi;
      remember()
    }
  :: d_step {
      true && (first == PENDING_RESENDABLE) && (quota_wrongCodes == 2) ->
      skip;
      remember()
    }

  /* foreign send: Another client names the transaction. */
  :: d_step {
      true ->
      skip;
      remember()
    }

  /* foreign code: Another client brings a passcode. */
  :: d_step {
      true ->
      skip;
      remember()
    }

  /* first: interval.elapsed: The wait after a send is over. */
  :: d_step {
      (first == PENDING_COOLING) ->
      first = PENDING_RESENDABLE; first_timers_interval = 0; first_there = PENDING_RESENDABLE; first_there_timers_interval = 0;
      remember()
    }

  /* first: code.expired: The life of the newest passcode is over. */
  :: d_step {
      (first == PENDING_RESENDABLE) ->
      first = LAPSED; first_timers_code = 0; first_there = LAPSED; first_there_timers_code = 0;
      remember()
    }

  /* first: transaction.expired: The life of the transaction is over. */
  :: d_step {
      (first_timers_transaction) ->
      if
      :: first == PENDING_COOLING -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_timers_interval = 0; first_there = EXPIRED; first_there_timers_transaction = 0; first_there_timers_code = 0; first_there_timers_interval = 0
      :: first == PENDING_RESENDABLE -> first = EXPIRED; first_timers_transaction = 0; first_timers_code = 0; first_there = EXPIRED; first_there_timers_transaction = 0; first_there_timers_code = 0
      :: first == LOCKED -> first_timers_transaction = 0; first_there_timers_transaction = 0
      :: else -> first = EXPIRED; first_timers_transaction = 0; first_there = EXPIRED; first_there_timers_transaction = 0
      fi;
      remember()
    }

  /* quota: window.elapsed: The window is over. */
  :: d_step {
      (quota == COUNTING) ->
      quota = QUIET; quota_starts = 0; quota_wrongCodes = 0; quota_timers_window = 0; quota_there = QUIET; quota_there_starts = 0; quota_there_wrongCodes = 0; quota_there_timers_window = 0;
      remember()
    }

  /* account: message.sent: In one world: Somebody else has a passcode sent to the same account. */
  :: d_step {
      true ->
      account = COUNTING; account_sends = 1; account_timers_window = 1;
      remember()
    }

  /* account: code.refused: In one world: Somebody else brings a wrong passcode for the same account. */
  :: d_step {
      true ->
      if
      :: account_wrongCodes == 0 -> account = COUNTING; account_wrongCodes = account_wrongCodes + 1; account_timers_window = 1
      :: account_wrongCodes == 1 -> account_wrongCodes = account_wrongCodes + 1
      :: else -> skip
      fi;
      remember()
    }

  /* account: window.elapsed: In one world: The window of the account is over. */
  :: d_step {
      (account == COUNTING) ->
      account = QUIET; account_sends = 0; account_wrongCodes = 0; account_timers_window = 0;
      remember()
    }

  /* account there: message.sent: In the other world: Somebody else has a passcode sent to the same account. */
  :: d_step {
      true ->
      account_there = COUNTING; account_there_sends = 1; account_there_timers_window = 1;
      remember()
    }

  /* account there: code.refused: In the other world: Somebody else brings a wrong passcode for the same account. */
  :: d_step {
      true ->
      if
      :: account_there_wrongCodes == 0 -> account_there = COUNTING; account_there_wrongCodes = account_there_wrongCodes + 1; account_there_timers_window = 1
      :: account_there_wrongCodes == 1 -> account_there_wrongCodes = account_there_wrongCodes + 1
      :: else -> skip
      fi;
      remember()
    }

  /* account there: window.elapsed: In the other world: The window of the account is over. */
  :: d_step {
      (account_there == COUNTING) ->
      account_there = QUIET; account_there_sends = 0; account_there_wrongCodes = 0; account_there_timers_window = 0;
      remember()
    }
  od
}
