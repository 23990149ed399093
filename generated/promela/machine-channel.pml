/* The delivery of one message, at the authorization server.
 *
 * The machine "channel" of the model, with every case of every event, and with timers that end when they please. It has
 * 11 states and 66 transitions; SPIN reports one transition more, because it counts the arrival at the first
 * state:
 *
 *   spin -a -o2 machine-channel.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * Mitigations and limits are macros: try -DtransactionLock=0, or -DsendsPerTransaction=4, before the name of the file.
 */

#ifndef handoverAttempts
#define handoverAttempts 3
#endif
#ifndef supersededMessagesDropped
#define supersededMessagesDropped 1
#endif
#ifndef lapsedMessagesDropped
#define lapsedMessagesDropped 1
#endif
mtype = { NONE, EMPTY, QUEUED, DELIVERED, FAILED, DROPPED };

mtype channel = EMPTY;
byte channel_attempts = 0; /* Attempts to hand the message over. */

/* The event that comes, and what the machine makes of it. No part of a state. */
hidden byte channel_does_forgetMessage;
hidden byte channel_does_handOver;
hidden byte channel_does_tryAgainLater;

inline channel_forgets() {
  channel_does_forgetMessage = 0; channel_does_handOver = 0; channel_does_tryAgainLater = 0
}

/* A message was written into the outbox. */
inline channel_message_queued() {
  channel_forgets();
  if
  :: channel == EMPTY -> channel = QUEUED /* The message waits in the outbox, sealed, and survives a restart. */
  :: channel == QUEUED -> skip /* It is queued already. */
  :: channel == DELIVERED -> skip /* The message has been handed over. */
  :: channel == FAILED -> skip /* The message was given up. */
  :: channel == DROPPED -> skip /* The message was dropped. */
  fi
}

/* It is time to hand the message to the gateway. */
inline channel_handover_due() {
  channel_forgets();
  if
  :: channel == EMPTY -> skip /* There is no message. */
  :: channel == QUEUED -> channel_does_handOver = 1 /* The message is handed to the gateway of its delivery method. */
  :: channel == DELIVERED -> skip /* The message has been handed over. */
  :: channel == FAILED -> skip /* The message was given up. */
  :: channel == DROPPED -> skip /* The message was dropped. */
  fi
}

/* The gateway took the message. */
inline channel_gateway_accepted() {
  channel_forgets();
  if
  :: channel == EMPTY -> skip /* There is no message. */
  :: channel == QUEUED -> channel = DELIVERED; channel_does_forgetMessage = 1 /* The gateway has it; the sealed passcode is deleted. */
  :: channel == DELIVERED -> skip /* The message has been handed over. */
  :: channel == FAILED -> skip /* The message was given up. */
  :: channel == DROPPED -> skip /* The message was dropped. */
  fi
}

/* The gateway did not take the message. */
inline channel_gateway_refused() {
  channel_forgets();
  if
  :: channel == EMPTY -> skip /* There is no message. */
  :: channel == QUEUED ->
     if
     :: channel_attempts + 1 >= handoverAttempts -> channel = FAILED; channel_attempts = (channel_attempts < handoverAttempts -> channel_attempts + 1 : handoverAttempts); channel_does_forgetMessage = 1 /* The gateway has refused for the last time. */
     :: else -> channel_attempts = (channel_attempts < handoverAttempts -> channel_attempts + 1 : handoverAttempts); channel_does_tryAgainLater = 1 /* The gateway refused; the message is tried again. */
     fi
  :: channel == DELIVERED -> skip /* The message has been handed over. */
  :: channel == FAILED -> skip /* The message was given up. */
  :: channel == DROPPED -> skip /* The message was dropped. */
  fi
}

/* A newer passcode replaced the one in the message. */
inline channel_code_superseded() {
  channel_forgets();
  if
  :: channel == EMPTY -> skip /* There is no message. */
  :: channel == QUEUED ->
     if
     :: supersededMessagesDropped -> channel = DROPPED; channel_does_forgetMessage = 1 /* A newer passcode is out; this one must not confuse anybody. */
     :: else -> skip /* Without the rule the old passcode would still be sent. */
     fi
  :: channel == DELIVERED -> skip /* The message has been handed over. */
  :: channel == FAILED -> skip /* The message was given up. */
  :: channel == DROPPED -> skip /* The message was dropped. */
  fi
}

/* The passcode in the message has expired. */
inline channel_code_lapsed() {
  channel_forgets();
  if
  :: channel == EMPTY -> skip /* There is no message. */
  :: channel == QUEUED ->
     if
     :: lapsedMessagesDropped -> channel = DROPPED; channel_does_forgetMessage = 1 /* The passcode would arrive dead. */
     :: else -> skip /* Without the rule a dead passcode would still be sent. */
     fi
  :: channel == DELIVERED -> skip /* The message has been handed over. */
  :: channel == FAILED -> skip /* The message was given up. */
  :: channel == DROPPED -> skip /* The message was dropped. */
  fi
}

#ifndef PART
active proctype machine() {
end:
  do
  :: d_step { true -> channel_message_queued() }
  :: d_step { true -> channel_handover_due() }
  :: d_step { true -> channel_gateway_accepted() }
  :: d_step { true -> channel_gateway_refused() }
  :: d_step { true -> channel_code_superseded() }
  :: d_step { true -> channel_code_lapsed() }
  od
}
#endif
