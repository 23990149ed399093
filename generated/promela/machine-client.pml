/* A client that asks for a passcode, takes it from the resource owner and redeems it.
 *
 * The machine "client" of the model, with every case of every event, and with timers that end when they please. It has
 * 12 states and 216 transitions; SPIN reports one transition more, because it counts the arrival at the first
 * state:
 *
 *   spin -a -o2 machine-client.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * Mitigations and limits are macros: try -DtransactionLock=0, or -DsendsPerTransaction=4, before the name of the file.
 */

mtype = { NONE, IDLE, IDENTIFYING, CHOOSING, SENDING, WAITING, REDEEMING, AUTHORIZED, STOPPED_REFUSED, STOPPED_BUSY, STOPPED_EXPIRED, STOPPED_DENIED, STOPPED_OVER, EXPECTED, OTHER, SLOW_DOWN, INVALID_SESSION, EXPIRED_TOKEN, ACCESS_DENIED, DELIVERY_LIMIT_EXCEEDED, INVALID_USER_CODE, INVALID_GRANT };

mtype client = IDLE;

/* The event that comes, and what the machine makes of it. No part of a state. */
hidden mtype event_issuer;
hidden mtype event_error;
hidden byte client_does_requestDelivery;
hidden byte client_does_requestIdentification;
hidden byte client_does_requestResource;
hidden byte client_does_requestToken;

inline client_forgets() {
  client_does_requestDelivery = 0; client_does_requestIdentification = 0; client_does_requestResource = 0; client_does_requestToken = 0
}

/* The resource owner said who they are. */
inline client_subject_entered() {
  client_forgets();
  if
  :: client == IDLE -> client = IDENTIFYING; client_does_requestIdentification = 1 /* The client sends an OTP authorization request. */
  :: client == IDENTIFYING -> skip
  :: client == CHOOSING -> skip
  :: client == SENDING -> skip
  :: client == WAITING -> skip
  :: client == REDEEMING -> skip
  :: client == AUTHORIZED -> skip
  :: client == STOPPED_REFUSED -> skip
  :: client == STOPPED_BUSY -> skip
  :: client == STOPPED_EXPIRED -> skip
  :: client == STOPPED_DENIED -> skip
  :: client == STOPPED_OVER -> skip
  fi
}

/* An OTP authorization response came. */
inline client_session_received() {
  client_forgets();
  if
  :: client == IDLE -> skip
  :: client == IDENTIFYING ->
     if
     :: event_issuer == OTHER -> client = STOPPED_REFUSED /* The answer comes from another authorization server than the one that was asked. */
     :: else -> client = CHOOSING /* The resource owner is shown the delivery options. */
     fi
  :: client == CHOOSING -> skip
  :: client == SENDING -> skip
  :: client == WAITING -> skip
  :: client == REDEEMING -> skip
  :: client == AUTHORIZED -> skip
  :: client == STOPPED_REFUSED -> skip
  :: client == STOPPED_BUSY -> skip
  :: client == STOPPED_EXPIRED -> skip
  :: client == STOPPED_DENIED -> skip
  :: client == STOPPED_OVER -> skip
  fi
}

/* The resource owner chose a delivery option. */
inline client_option_chosen() {
  client_forgets();
  if
  :: client == IDLE -> skip
  :: client == IDENTIFYING -> skip
  :: client == CHOOSING -> client = SENDING; client_does_requestDelivery = 1 /* The client sends an OTP delivery request. */
  :: client == SENDING -> skip
  :: client == WAITING -> skip
  :: client == REDEEMING -> skip
  :: client == AUTHORIZED -> skip
  :: client == STOPPED_REFUSED -> skip
  :: client == STOPPED_BUSY -> skip
  :: client == STOPPED_EXPIRED -> skip
  :: client == STOPPED_DENIED -> skip
  :: client == STOPPED_OVER -> skip
  fi
}

/* An OTP delivery response came. */
inline client_code_announced() {
  client_forgets();
  if
  :: client == IDLE -> skip
  :: client == IDENTIFYING -> skip
  :: client == CHOOSING -> skip
  :: client == SENDING -> client = WAITING /* The resource owner is asked for the passcode and shown the binding message. */
  :: client == WAITING -> skip
  :: client == REDEEMING -> skip
  :: client == AUTHORIZED -> skip
  :: client == STOPPED_REFUSED -> skip
  :: client == STOPPED_BUSY -> skip
  :: client == STOPPED_EXPIRED -> skip
  :: client == STOPPED_DENIED -> skip
  :: client == STOPPED_OVER -> skip
  fi
}

/* The resource owner asks for the passcode to be sent again. */
inline client_resend_asked() {
  client_forgets();
  if
  :: client == IDLE -> skip
  :: client == IDENTIFYING -> skip
  :: client == CHOOSING -> skip
  :: client == SENDING -> skip
  :: client == WAITING -> client = SENDING; client_does_requestDelivery = 1 /* The client asks for the passcode to be sent again. */
  :: client == REDEEMING -> skip
  :: client == AUTHORIZED -> skip
  :: client == STOPPED_REFUSED -> skip
  :: client == STOPPED_BUSY -> skip
  :: client == STOPPED_EXPIRED -> skip
  :: client == STOPPED_DENIED -> skip
  :: client == STOPPED_OVER -> skip
  fi
}

/* The resource owner gave the passcode. */
inline client_code_entered() {
  client_forgets();
  if
  :: client == IDLE -> skip
  :: client == IDENTIFYING -> skip
  :: client == CHOOSING -> skip
  :: client == SENDING -> skip
  :: client == WAITING -> client = REDEEMING; client_does_requestToken = 1 /* The client sends an access token request. */
  :: client == REDEEMING -> skip
  :: client == AUTHORIZED -> skip
  :: client == STOPPED_REFUSED -> skip
  :: client == STOPPED_BUSY -> skip
  :: client == STOPPED_EXPIRED -> skip
  :: client == STOPPED_DENIED -> skip
  :: client == STOPPED_OVER -> skip
  fi
}

/* An access token response came. */
inline client_token_received() {
  client_forgets();
  if
  :: client == IDLE -> skip
  :: client == IDENTIFYING -> skip
  :: client == CHOOSING -> skip
  :: client == SENDING -> skip
  :: client == WAITING -> skip
  :: client == REDEEMING -> client = AUTHORIZED; client_does_requestResource = 1 /* The client has its token and fetches what it needs. */
  :: client == AUTHORIZED -> skip
  :: client == STOPPED_REFUSED -> skip
  :: client == STOPPED_BUSY -> skip
  :: client == STOPPED_EXPIRED -> skip
  :: client == STOPPED_DENIED -> skip
  :: client == STOPPED_OVER -> skip
  fi
}

/* An error response came. */
inline client_error_received() {
  client_forgets();
  if
  :: client == IDLE -> skip
  :: client == IDENTIFYING ->
     if
     :: event_error == SLOW_DOWN -> client = STOPPED_BUSY /* The client has asked too often. */
     :: else -> client = STOPPED_REFUSED /* An error that the client does not know is a refusal. */
     fi
  :: client == CHOOSING -> skip
  :: client == SENDING ->
     if
     :: event_error == SLOW_DOWN -> client = WAITING /* The passcode was sent a moment ago. */
     :: else ->
        if
        :: event_error == DELIVERY_LIMIT_EXCEEDED -> client = WAITING /* No more is sent; the newest passcode may still come. */
        :: else ->
           if
           :: event_error == EXPIRED_TOKEN -> client = STOPPED_EXPIRED /* The transaction has expired. */
           :: else ->
              if
              :: event_error == ACCESS_DENIED -> client = STOPPED_DENIED /* The resource owner denied the request. */
              :: else ->
                 if
                 :: event_error == INVALID_SESSION -> client = STOPPED_OVER /* The transaction is over. */
                 :: else -> client = STOPPED_REFUSED /* An error that the client does not know is a refusal. */
                 fi
              fi
           fi
        fi
     fi
  :: client == WAITING -> skip
  :: client == REDEEMING ->
     if
     :: event_error == INVALID_USER_CODE -> client = WAITING /* The resource owner is asked to try again. */
     :: else ->
        if
        :: event_error == EXPIRED_TOKEN -> client = WAITING /* The passcode has expired; a new one can be asked for, or the transaction turns out to be over. */
        :: else ->
           if
           :: event_error == ACCESS_DENIED -> client = STOPPED_DENIED /* The resource owner denied the request. */
           :: else ->
              if
              :: event_error == INVALID_GRANT -> client = STOPPED_OVER /* The transaction is locked, spent or unknown. */
              :: else ->
                 if
                 :: event_error == SLOW_DOWN -> client = WAITING /* The client has asked too often; the passcode may be tried again later. */
                 :: else -> client = STOPPED_REFUSED /* An error that the client does not know is a refusal. */
                 fi
              fi
           fi
        fi
     fi
  :: client == AUTHORIZED -> skip
  :: client == STOPPED_REFUSED -> skip
  :: client == STOPPED_BUSY -> skip
  :: client == STOPPED_EXPIRED -> skip
  :: client == STOPPED_DENIED -> skip
  :: client == STOPPED_OVER -> skip
  fi
}

/* No answer came. */
inline client_answer_missing() {
  client_forgets();
  if
  :: client == IDLE -> skip
  :: client == IDENTIFYING -> client = IDLE /* No answer came; the same may be tried again. */
  :: client == CHOOSING -> skip
  :: client == SENDING -> client = CHOOSING /* No answer came; the same may be tried again. */
  :: client == WAITING -> skip
  :: client == REDEEMING -> client = WAITING /* No answer came; the same may be tried again. */
  :: client == AUTHORIZED -> skip
  :: client == STOPPED_REFUSED -> skip
  :: client == STOPPED_BUSY -> skip
  :: client == STOPPED_EXPIRED -> skip
  :: client == STOPPED_DENIED -> skip
  :: client == STOPPED_OVER -> skip
  fi
}

/* The resource owner starts over. */
inline client_restart_asked() {
  client_forgets();
  if
  :: client == IDLE -> skip /* The resource owner starts over. */
  :: client == IDENTIFYING -> skip
  :: client == CHOOSING -> client = IDLE /* The resource owner starts over. */
  :: client == SENDING -> skip
  :: client == WAITING -> client = IDLE /* The resource owner starts over. */
  :: client == REDEEMING -> skip
  :: client == AUTHORIZED -> client = IDLE /* The resource owner starts over. */
  :: client == STOPPED_REFUSED -> client = IDLE /* The resource owner starts over. */
  :: client == STOPPED_BUSY -> client = IDLE /* The resource owner starts over. */
  :: client == STOPPED_EXPIRED -> client = IDLE /* The resource owner starts over. */
  :: client == STOPPED_DENIED -> client = IDLE /* The resource owner starts over. */
  :: client == STOPPED_OVER -> client = IDLE /* The resource owner starts over. */
  fi
}

#ifndef PART
active proctype machine() {
end:
  do
  :: d_step { true -> client_subject_entered() }
  :: d_step { true -> event_issuer = EXPECTED; client_session_received() }
  :: d_step { true -> event_issuer = OTHER; client_session_received() }
  :: d_step { true -> client_option_chosen() }
  :: d_step { true -> client_code_announced() }
  :: d_step { true -> client_resend_asked() }
  :: d_step { true -> client_code_entered() }
  :: d_step { true -> client_token_received() }
  :: d_step { true -> event_error = SLOW_DOWN; client_error_received() }
  :: d_step { true -> event_error = INVALID_SESSION; client_error_received() }
  :: d_step { true -> event_error = EXPIRED_TOKEN; client_error_received() }
  :: d_step { true -> event_error = ACCESS_DENIED; client_error_received() }
  :: d_step { true -> event_error = DELIVERY_LIMIT_EXCEEDED; client_error_received() }
  :: d_step { true -> event_error = INVALID_USER_CODE; client_error_received() }
  :: d_step { true -> event_error = INVALID_GRANT; client_error_received() }
  :: d_step { true -> event_error = OTHER; client_error_received() }
  :: d_step { true -> client_answer_missing() }
  :: d_step { true -> client_restart_asked() }
  od
}
#endif
