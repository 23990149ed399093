/* The person whose data is asked for.
 *
 * The machine "resourceOwner" of the model, with every case of every event, and with timers that end when they please. It has
 * 5 states and 40 transitions; SPIN reports one transition more, because it counts the arrival at the first
 * state:
 *
 *   spin -a -o2 machine-resource-owner.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * Mitigations and limits are macros: try -DtransactionLock=0, or -DsendsPerTransaction=4, before the name of the file.
 */

mtype = { NONE, UNINVOLVED, ENGAGED, INFORMED, ALARMED, DONE, CAREFUL, CARELESS, EXPECTED, STRANGER, SAME, DIFFERENT };

mtype resourceOwner = UNINVOLVED;
mtype resourceOwner_heed = CAREFUL; /* Whether they compare the client name and the binding message before they hand a passcode over. */

/* The event that comes, and what the machine makes of it. No part of a state. */
hidden mtype event_name;
hidden mtype event_binding;
hidden byte resourceOwner_does_chooseOption;
hidden byte resourceOwner_does_deny;
hidden byte resourceOwner_does_giveCode;
hidden byte resourceOwner_does_giveCodeToStranger;
hidden byte resourceOwner_does_nameSubject;

inline resourceOwner_forgets() {
  resourceOwner_does_chooseOption = 0; resourceOwner_does_deny = 0; resourceOwner_does_giveCode = 0; resourceOwner_does_giveCodeToStranger = 0; resourceOwner_does_nameSubject = 0
}

/* They asked a client for a service and said who they are. */
inline resourceOwner_client_approached() {
  resourceOwner_forgets();
  if
  :: resourceOwner == UNINVOLVED -> resourceOwner = ENGAGED; resourceOwner_does_nameSubject = 1 /* They say who they are. */
  :: resourceOwner == ENGAGED -> skip
  :: resourceOwner == INFORMED -> skip
  :: resourceOwner == ALARMED -> skip
  :: resourceOwner == DONE -> skip
  fi
}

/* The client shows the delivery options. */
inline resourceOwner_options_shown() {
  resourceOwner_forgets();
  if
  :: resourceOwner == UNINVOLVED -> skip
  :: resourceOwner == ENGAGED -> resourceOwner_does_chooseOption = 1 /* They choose how the passcode reaches them. */
  :: resourceOwner == INFORMED -> skip
  :: resourceOwner == ALARMED -> skip
  :: resourceOwner == DONE -> skip
  fi
}

/* The client asks for the passcode. */
inline resourceOwner_code_asked() {
  resourceOwner_forgets();
  if
  :: resourceOwner == UNINVOLVED -> skip
  :: resourceOwner == ENGAGED -> skip
  :: resourceOwner == INFORMED -> resourceOwner = DONE; resourceOwner_does_giveCode = 1 /* They give the passcode to the client in front of them. */
  :: resourceOwner == ALARMED -> skip
  :: resourceOwner == DONE -> skip
  fi
}

/* A message with a passcode arrived. */
inline resourceOwner_message_read() {
  resourceOwner_forgets();
  if
  :: resourceOwner == UNINVOLVED -> resourceOwner = ALARMED; resourceOwner_does_deny = 1 /* A passcode they did not ask for: the message says what to do. */
  :: resourceOwner == ENGAGED ->
     if
     :: (event_name == EXPECTED) && (event_binding == SAME) -> resourceOwner = INFORMED /* The message names the client in front of them and shows the same phrase. */
     :: else ->
        if
        :: resourceOwner_heed == CARELESS -> resourceOwner = INFORMED /* They do not look closely. */
        :: else -> resourceOwner = ALARMED; resourceOwner_does_deny = 1 /* The message does not fit what they see. */
        fi
     fi
  :: resourceOwner == INFORMED -> skip
  :: resourceOwner == ALARMED -> skip
  :: resourceOwner == DONE -> skip
  fi
}

/* Somebody talks them into reading out a passcode. */
inline resourceOwner_stranger_called() {
  resourceOwner_forgets();
  if
  :: resourceOwner == UNINVOLVED -> skip
  :: resourceOwner == ENGAGED -> skip
  :: resourceOwner == INFORMED ->
     if
     :: resourceOwner_heed == CARELESS -> resourceOwner = DONE; resourceOwner_does_giveCodeToStranger = 1 /* They read the passcode out to somebody else: the residual risk of the grant. */
     :: else -> skip
     fi
  :: resourceOwner == ALARMED -> skip
  :: resourceOwner == DONE -> skip
  fi
}

#ifndef PART
active proctype machine() {
end:
  do
  :: d_step { true -> resourceOwner_client_approached() }
  :: d_step { true -> resourceOwner_options_shown() }
  :: d_step { true -> resourceOwner_code_asked() }
  :: d_step { true -> event_name = EXPECTED; event_binding = SAME; resourceOwner_message_read() }
  :: d_step { true -> event_name = EXPECTED; event_binding = DIFFERENT; resourceOwner_message_read() }
  :: d_step { true -> event_name = STRANGER; event_binding = SAME; resourceOwner_message_read() }
  :: d_step { true -> event_name = STRANGER; event_binding = DIFFERENT; resourceOwner_message_read() }
  :: d_step { true -> resourceOwner_stranger_called() }
  od
}
#endif
