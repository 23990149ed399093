/* The core of a transaction, written by hand from the prose of the protocol and from nothing else, in lock-step with the
 * Promela that is generated from the machine. Each event goes to both; what a client, a customer and the budgets can
 * notice has to be the same, in every situation. So the emitter cannot be wrong together with the model.
 *
 *   spin -a -o2 transaction-by-hand.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * SPIN has to find no violated assertion, and as many states as the machine alone has: what is held here by hand is told
 * by the state of the machine.
 */
#define PART
#include "../../../generated/promela/machine-transaction.pml"

/* Defaults of the protocol: five wrong passcodes lock, three are sent. */
#define MAY_BE_WRONG 5
#define MAY_BE_SENT 3

/* What is known about a transaction. Facts, not states. */
bit started = 0;
bit out = 0;       /* a passcode is out, and its life is not over */
bit real = 0;      /* the newest passcode was really sent to somebody */
bit waiting = 0;   /* the wait after the last send is not over */
bit denied = 0;    /* the customer said no before a token was granted */
bit outlived = 0;  /* the life of the transaction ended first */
bit granted = 0;
bit revoked = 0;
byte wrong = 0;
byte sent = 0;

/* What the client is answered: the error of the protocol, or success. */
#define NO_ANSWER 0
#define SUCCESS 1
#define INVALID_REQUEST 2
#define INVALID_SESSION 3
#define EXPIRED_TOKEN 4
#define ACCESS_DENIED 5
#define SLOW_DOWN 6
#define DELIVERY_LIMIT_EXCEEDED 7
#define INVALID_USER_CODE 8
#define INVALID_GRANT 9
#define INVALID_DPOP_PROOF 10
hidden byte said;

/* What else happens: a message leaves, one is withheld, a token is issued, tokens are revoked, a wrong passcode is counted
 * against the account, or against the client. */
hidden byte leaves;
hidden byte withheld;
hidden byte issued;
hidden byte taken_back;
hidden byte counted_for_account;
hidden byte counted_for_client;
hidden byte cleared_for_account;

#define LOCKED_FOR_GOOD (wrong >= MAY_BE_WRONG)
#define OVER (LOCKED_FOR_GOOD || denied || outlived || granted)

inline nothing_yet() {
  said = NO_ANSWER; leaves = 0; withheld = 0; issued = 0; taken_back = 0;
  counted_for_account = 0; counted_for_client = 0; cleared_for_account = 0
}

/* A client identifies a customer. A handle is given out once. */
inline identify() {
  nothing_yet();
  if
  :: !started -> started = 1; said = SUCCESS
  :: else -> said = INVALID_GRANT
  fi
}

/* A client asks for a passcode, or for another one. Whether there is anybody to send it to must not be noticed. */
inline deliver() {
  nothing_yet();
  if
  :: !started || event_client == OTHER -> said = INVALID_SESSION
  :: started && event_client == OTHER_KEY -> said = INVALID_DPOP_PROOF /* the right client, without its key */
  :: else ->
     if
     :: denied -> said = ACCESS_DENIED
     :: outlived -> said = EXPIRED_TOKEN
     :: OVER && !denied && !outlived -> said = INVALID_SESSION
     :: !OVER && event_option != OFFERED -> said = INVALID_REQUEST
     :: !OVER && event_option == OFFERED && sent == MAY_BE_SENT -> said = DELIVERY_LIMIT_EXCEEDED
     :: !OVER && event_option == OFFERED && sent < MAY_BE_SENT && waiting -> said = SLOW_DOWN
     :: else ->
        said = SUCCESS; sent++; out = 1; waiting = 1;
        real = (event_contact == ON_FILE && event_account == WITHIN -> 1 : 0);
        leaves = real; withheld = 1 - real
     fi
  fi
}

/* A client brings a passcode. The newest one counts, once, for the client that started, while it lives. */
inline redeem() {
  nothing_yet();
  if
  :: !started || event_client == OTHER -> said = INVALID_GRANT
  :: started && event_client == OTHER_KEY -> said = INVALID_DPOP_PROOF
  :: else ->
     if
     :: denied -> said = ACCESS_DENIED
     :: outlived -> said = EXPIRED_TOKEN
     :: LOCKED_FOR_GOOD || granted -> said = INVALID_GRANT
     :: !OVER && sent > 0 && !out -> said = EXPIRED_TOKEN /* too late: not compared, not counted */
     :: !OVER && out && real && event_code == NEWEST && event_account == WITHIN ->
        said = SUCCESS; issued = 1; granted = 1; out = 0; waiting = 0; cleared_for_account = 1
     :: else -> /* wrong, stale, or guessed where none was sent: counted all the same, and no resend takes it back */
        wrong++; counted_for_client = 1; counted_for_account = (sent > 0 -> 1 : 0);
        if
        :: LOCKED_FOR_GOOD -> said = INVALID_GRANT; out = 0; waiting = 0
        :: else -> said = INVALID_USER_CODE
        fi
     fi
  fi
}

/* The customer says: this was not me. */
inline deny() {
  nothing_yet();
  if
  :: started && !OVER -> denied = 1; out = 0; waiting = 0
  :: granted && !revoked -> revoked = 1; taken_back = 1
  :: else
  fi
}

inline wait_ends() { nothing_yet(); waiting = 0 }

inline code_dies() { nothing_yet(); out = 0; waiting = 0 }

inline life_ends() {
  nothing_yet();
  if
  :: !OVER -> outlived = 1; out = 0; waiting = 0
  :: else
  fi
}

/* What the generated machine answers, in the errors of the protocol. */
#define HEARD ( \
  (transaction_answers == NONE -> NO_ANSWER : \
  (transaction_answers == SESSION_ISSUED || transaction_answers == CODE_SENT || transaction_answers == TOKEN_ISSUED -> SUCCESS : \
  (transaction_answers == OPTION_UNKNOWN -> INVALID_REQUEST : \
  (transaction_answers == SESSION_INVALID -> INVALID_SESSION : \
  (transaction_answers == TRANSACTION_EXPIRED || transaction_answers == CODE_LAPSED -> EXPIRED_TOKEN : \
  (transaction_answers == OWNER_DENIED -> ACCESS_DENIED : \
  (transaction_answers == RESEND_TOO_SOON -> SLOW_DOWN : \
  (transaction_answers == SEND_LIMIT_REACHED -> DELIVERY_LIMIT_EXCEEDED : \
  (transaction_answers == CODE_WRONG -> INVALID_USER_CODE : \
  (transaction_answers == GRANT_INVALID -> INVALID_GRANT : \
  (transaction_answers == PROOF_INVALID -> INVALID_DPOP_PROOF : 255 ))))))))))) )

inline agree() {
  assert(said == HEARD);
  assert(leaves == transaction_does_sendCode);
  assert(withheld == transaction_does_withholdCode);
  assert(issued == transaction_does_issueAccessToken && issued == transaction_does_notifyOtherContacts);
  assert(taken_back == transaction_does_revokeTokens);
  assert(counted_for_client == (transaction_tells_quota == CODE_REFUSED));
  assert(counted_for_account == (transaction_tells_account == CODE_REFUSED));
  assert(cleared_for_account == (transaction_tells_account == CODE_ACCEPTED));
  assert(leaves == (transaction_tells_account == MESSAGE_SENT));
  /* Clocks run as long as what they end. */
  assert(transaction_timers_interval == waiting);
  assert(transaction_timers_code == out);
  assert(!started || OVER || transaction_timers_transaction)
}

#define DELIVERY(client, option, contact, account) \
  :: d_step { true -> event_client = client; event_option = option; event_contact = contact; event_account = account; \
       transaction_delivery_requested(); deliver(); agree() }
#define REDEMPTION(client, code, account) \
  :: d_step { true -> event_client = client; event_code = code; event_account = account; \
       transaction_code_submitted(); redeem(); agree() }

active proctype lockstep() {
end:
  do
  :: d_step { true -> transaction_identification_received(); identify(); agree() }
  DELIVERY(SAME, OFFERED, ON_FILE, WITHIN)
  DELIVERY(SAME, OFFERED, ON_FILE, EXHAUSTED)
  DELIVERY(SAME, OFFERED, NONE, WITHIN)
  DELIVERY(SAME, OFFERED, NONE, EXHAUSTED)
  DELIVERY(SAME, UNOFFERED, ON_FILE, WITHIN)
  DELIVERY(SAME, UNOFFERED, ON_FILE, EXHAUSTED)
  DELIVERY(SAME, UNOFFERED, NONE, WITHIN)
  DELIVERY(SAME, UNOFFERED, NONE, EXHAUSTED)
  DELIVERY(OTHER, OFFERED, ON_FILE, WITHIN)
  DELIVERY(OTHER, OFFERED, ON_FILE, EXHAUSTED)
  DELIVERY(OTHER, OFFERED, NONE, WITHIN)
  DELIVERY(OTHER, OFFERED, NONE, EXHAUSTED)
  DELIVERY(OTHER, UNOFFERED, ON_FILE, WITHIN)
  DELIVERY(OTHER, UNOFFERED, ON_FILE, EXHAUSTED)
  DELIVERY(OTHER, UNOFFERED, NONE, WITHIN)
  DELIVERY(OTHER, UNOFFERED, NONE, EXHAUSTED)
  DELIVERY(OTHER_KEY, OFFERED, ON_FILE, WITHIN)
  DELIVERY(OTHER_KEY, OFFERED, ON_FILE, EXHAUSTED)
  DELIVERY(OTHER_KEY, OFFERED, NONE, WITHIN)
  DELIVERY(OTHER_KEY, OFFERED, NONE, EXHAUSTED)
  DELIVERY(OTHER_KEY, UNOFFERED, ON_FILE, WITHIN)
  DELIVERY(OTHER_KEY, UNOFFERED, ON_FILE, EXHAUSTED)
  DELIVERY(OTHER_KEY, UNOFFERED, NONE, WITHIN)
  DELIVERY(OTHER_KEY, UNOFFERED, NONE, EXHAUSTED)
  REDEMPTION(SAME, NEWEST, WITHIN)
  REDEMPTION(SAME, NEWEST, EXHAUSTED)
  REDEMPTION(SAME, STALE, WITHIN)
  REDEMPTION(SAME, STALE, EXHAUSTED)
  REDEMPTION(SAME, WRONG, WITHIN)
  REDEMPTION(SAME, WRONG, EXHAUSTED)
  REDEMPTION(OTHER, NEWEST, WITHIN)
  REDEMPTION(OTHER, NEWEST, EXHAUSTED)
  REDEMPTION(OTHER, STALE, WITHIN)
  REDEMPTION(OTHER, STALE, EXHAUSTED)
  REDEMPTION(OTHER, WRONG, WITHIN)
  REDEMPTION(OTHER, WRONG, EXHAUSTED)
  REDEMPTION(OTHER_KEY, NEWEST, WITHIN)
  REDEMPTION(OTHER_KEY, NEWEST, EXHAUSTED)
  REDEMPTION(OTHER_KEY, STALE, WITHIN)
  REDEMPTION(OTHER_KEY, STALE, EXHAUSTED)
  REDEMPTION(OTHER_KEY, WRONG, WITHIN)
  REDEMPTION(OTHER_KEY, WRONG, EXHAUSTED)
  :: d_step { true -> transaction_denial_received(); deny(); agree() }
  :: d_step { transaction_timers_interval -> transaction_interval_elapsed(); wait_ends(); agree() }
  :: d_step { transaction_timers_code -> transaction_code_expired(); code_dies(); agree() }
  :: d_step { transaction_timers_transaction -> transaction_transaction_expired(); life_ends(); agree() }
  od
}
