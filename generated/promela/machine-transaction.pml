/* One OTP transaction, at the authorization server.
 *
 * The machine "transaction" of the model, with every case of every event, and with timers that end when they please. It has
 * 275 states and 12357 transitions; SPIN reports one transition more, because it counts the arrival at the first
 * state:
 *
 *   spin -a -o2 machine-transaction.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * Mitigations and limits are macros: try -DtransactionLock=0, or -DsendsPerTransaction=4, before the name of the file.
 */

#ifndef wrongCodesPerTransaction
#define wrongCodesPerTransaction 5
#endif
#ifndef sendsPerTransaction
#define sendsPerTransaction 3
#endif
#ifndef clientBinding
#define clientBinding 1
#endif
#ifndef keyBinding
#define keyBinding 1
#endif
#ifndef offeredOptionsOnly
#define offeredOptionsOnly 1
#endif
#ifndef newestCodeOnly
#define newestCodeOnly 1
#endif
#ifndef singleUse
#define singleUse 1
#endif
#ifndef transactionLock
#define transactionLock 1
#endif
#ifndef resendKeepsCount
#define resendKeepsCount 1
#endif
#ifndef sendLimit
#define sendLimit 1
#endif
#ifndef resendInterval
#define resendInterval 1
#endif
#ifndef codeExpiry
#define codeExpiry 1
#endif
#ifndef transactionExpiry
#define transactionExpiry 1
#endif
#ifndef denialEnds
#define denialEnds 1
#endif
#ifndef denialRevokes
#define denialRevokes 1
#endif
#ifndef accountFailureBudget
#define accountFailureBudget 1
#endif
mtype = { NONE, ABSENT, IDENTIFIED, PENDING_COOLING, PENDING_RESENDABLE, LAPSED, LOCKED, DENIED, EXPIRED, SPENT, REVOKED, SENT, WITHHELD, SAME, OTHER, OTHER_KEY, OFFERED, UNOFFERED, ON_FILE, WITHIN, EXHAUSTED, NEWEST, STALE, WRONG, SESSION_ISSUED, SESSION_INVALID, GRANT_INVALID, PROOF_INVALID, OPTION_UNKNOWN, MESSAGE_SENT, CODE_SENT, CODE_REFUSED, CODE_WRONG, CODE_ACCEPTED, TOKEN_ISSUED, SEND_LIMIT_REACHED, RESEND_TOO_SOON, CODE_LAPSED, OWNER_DENIED, TRANSACTION_EXPIRED };

mtype transaction = ABSENT;
byte transaction_wrongCodes = 0; /* Wrong passcodes so far, over all resends. */
byte transaction_sends = 0; /* Passcodes sent, or withheld in silence. */
mtype transaction_newestCode = NONE; /* What became of the newest passcode. Only one that was sent can be right. */
bit transaction_timers_interval = 0;
bit transaction_timers_code = 0;
bit transaction_timers_transaction = 0;

/* The event that comes, and what the machine makes of it. No part of a state. */
hidden mtype event_client;
hidden mtype event_option;
hidden mtype event_contact;
hidden mtype event_account;
hidden mtype event_code;
hidden mtype transaction_answers;
hidden byte transaction_does_issueAccessToken;
hidden byte transaction_does_notifyOtherContacts;
hidden byte transaction_does_openTransaction;
hidden byte transaction_does_revokeTokens;
hidden byte transaction_does_sendCode;
hidden byte transaction_does_withholdCode;
hidden mtype transaction_tells_account;
hidden mtype transaction_tells_quota;

inline transaction_forgets() {
  transaction_answers = NONE; transaction_does_issueAccessToken = 0; transaction_does_notifyOtherContacts = 0; transaction_does_openTransaction = 0; transaction_does_revokeTokens = 0; transaction_does_sendCode = 0; transaction_does_withholdCode = 0; transaction_tells_account = NONE; transaction_tells_quota = NONE
}

/* An OTP authorization request was admitted and a handle made for it. */
inline transaction_identification_received() {
  transaction_forgets();
  if
  :: transaction == ABSENT -> transaction = IDENTIFIED; transaction_timers_transaction = 1; transaction_does_openTransaction = 1; transaction_answers = SESSION_ISSUED /* A transaction starts, whether or not the resource owner is known. */
  :: transaction == IDENTIFIED -> transaction_answers = GRANT_INVALID /* A transaction is started once; handles are never used again. */
  :: transaction == PENDING_COOLING -> transaction_answers = GRANT_INVALID /* A transaction is started once; handles are never used again. */
  :: transaction == PENDING_RESENDABLE -> transaction_answers = GRANT_INVALID /* A transaction is started once; handles are never used again. */
  :: transaction == LAPSED -> transaction_answers = GRANT_INVALID /* A transaction is started once; handles are never used again. */
  :: transaction == LOCKED -> transaction_answers = GRANT_INVALID /* A transaction is started once; handles are never used again. */
  :: transaction == DENIED -> transaction_answers = GRANT_INVALID /* A transaction is started once; handles are never used again. */
  :: transaction == EXPIRED -> transaction_answers = GRANT_INVALID /* A transaction is started once; handles are never used again. */
  :: transaction == SPENT -> transaction_answers = GRANT_INVALID /* A transaction is started once; handles are never used again. */
  :: transaction == REVOKED -> transaction_answers = GRANT_INVALID /* A transaction is started once; handles are never used again. */
  fi
}

/* An OTP delivery request was admitted. */
inline transaction_delivery_requested() {
  transaction_forgets();
  if
  :: transaction == ABSENT -> transaction_answers = SESSION_INVALID /* The handle names no transaction. */
  :: transaction == IDENTIFIED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = SESSION_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else ->
           if
           :: (event_option == UNOFFERED) && (offeredOptionsOnly) -> transaction_answers = OPTION_UNKNOWN /* The delivery option is none of those that were offered. */
           :: else ->
              if
              :: (event_contact == ON_FILE) && (event_account == WITHIN) -> transaction = PENDING_COOLING; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = SENT; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_sendCode = 1; transaction_tells_account = MESSAGE_SENT; transaction_answers = CODE_SENT /* A new passcode goes to the contact on file; every earlier one dies. */
              :: else -> transaction = PENDING_COOLING; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = WITHHELD; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_withholdCode = 1; transaction_answers = CODE_SENT /* Nothing is sent, because there is nobody to send it to or too much was sent; the answer is the same. */
              fi
           fi
        fi
     fi
  :: transaction == PENDING_COOLING ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = SESSION_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else ->
           if
           :: (event_option == UNOFFERED) && (offeredOptionsOnly) -> transaction_answers = OPTION_UNKNOWN /* The delivery option is none of those that were offered. */
           :: else ->
              if
              :: (!(transaction_sends < sendsPerTransaction)) && (sendLimit) -> transaction_answers = SEND_LIMIT_REACHED /* The passcode has been sent as often as the transaction allows; the newest stays valid. */
              :: else ->
                 if
                 :: resendInterval -> transaction_answers = RESEND_TOO_SOON /* The wait between two sends is not over. */
                 :: else ->
                    if
                    :: (event_contact == ON_FILE) && (event_account == WITHIN) -> transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = SENT; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_sendCode = 1; transaction_tells_account = MESSAGE_SENT; transaction_answers = CODE_SENT /* A new passcode goes to the contact on file; every earlier one dies. */
                    :: else -> transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = WITHHELD; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_withholdCode = 1; transaction_answers = CODE_SENT /* Nothing is sent, because there is nobody to send it to or too much was sent; the answer is the same. */
                    fi
                 fi
              fi
           fi
        fi
     fi
  :: transaction == PENDING_RESENDABLE ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = SESSION_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else ->
           if
           :: (event_option == UNOFFERED) && (offeredOptionsOnly) -> transaction_answers = OPTION_UNKNOWN /* The delivery option is none of those that were offered. */
           :: else ->
              if
              :: (!(transaction_sends < sendsPerTransaction)) && (sendLimit) -> transaction_answers = SEND_LIMIT_REACHED /* The passcode has been sent as often as the transaction allows; the newest stays valid. */
              :: else ->
                 if
                 :: ((event_contact == ON_FILE) && (event_account == WITHIN)) && (resendKeepsCount) -> transaction = PENDING_COOLING; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = SENT; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_sendCode = 1; transaction_tells_account = MESSAGE_SENT; transaction_answers = CODE_SENT /* A new passcode goes to the contact on file; every earlier one dies. */
                 :: else ->
                    if
                    :: (event_contact == ON_FILE) && (event_account == WITHIN) -> transaction = PENDING_COOLING; transaction_wrongCodes = 0; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = SENT; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_sendCode = 1; transaction_tells_account = MESSAGE_SENT; transaction_answers = CODE_SENT /* A new passcode goes to the contact on file; every earlier one dies. */
                    :: else ->
                       if
                       :: resendKeepsCount -> transaction = PENDING_COOLING; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = WITHHELD; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_withholdCode = 1; transaction_answers = CODE_SENT /* Nothing is sent, because there is nobody to send it to or too much was sent; the answer is the same. */
                       :: else -> transaction = PENDING_COOLING; transaction_wrongCodes = 0; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = WITHHELD; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_withholdCode = 1; transaction_answers = CODE_SENT /* Nothing is sent, because there is nobody to send it to or too much was sent; the answer is the same. */
                       fi
                    fi
                 fi
              fi
           fi
        fi
     fi
  :: transaction == LAPSED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = SESSION_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else ->
           if
           :: (event_option == UNOFFERED) && (offeredOptionsOnly) -> transaction_answers = OPTION_UNKNOWN /* The delivery option is none of those that were offered. */
           :: else ->
              if
              :: (!(transaction_sends < sendsPerTransaction)) && (sendLimit) -> transaction_answers = SEND_LIMIT_REACHED /* The passcode has been sent as often as the transaction allows; the newest stays valid. */
              :: else ->
                 if
                 :: ((event_contact == ON_FILE) && (event_account == WITHIN)) && (resendKeepsCount) -> transaction = PENDING_COOLING; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = SENT; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_sendCode = 1; transaction_tells_account = MESSAGE_SENT; transaction_answers = CODE_SENT /* A new passcode goes to the contact on file; every earlier one dies. */
                 :: else ->
                    if
                    :: (event_contact == ON_FILE) && (event_account == WITHIN) -> transaction = PENDING_COOLING; transaction_wrongCodes = 0; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = SENT; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_sendCode = 1; transaction_tells_account = MESSAGE_SENT; transaction_answers = CODE_SENT /* A new passcode goes to the contact on file; every earlier one dies. */
                    :: else ->
                       if
                       :: resendKeepsCount -> transaction = PENDING_COOLING; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = WITHHELD; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_withholdCode = 1; transaction_answers = CODE_SENT /* Nothing is sent, because there is nobody to send it to or too much was sent; the answer is the same. */
                       :: else -> transaction = PENDING_COOLING; transaction_wrongCodes = 0; transaction_sends = (transaction_sends < sendsPerTransaction -> transaction_sends + 1 : sendsPerTransaction); transaction_newestCode = WITHHELD; transaction_timers_transaction = 1; transaction_timers_code = 1; transaction_timers_interval = 1; transaction_does_withholdCode = 1; transaction_answers = CODE_SENT /* Nothing is sent, because there is nobody to send it to or too much was sent; the answer is the same. */
                       fi
                    fi
                 fi
              fi
           fi
        fi
     fi
  :: transaction == LOCKED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = SESSION_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = SESSION_INVALID /* The transaction is locked. */
        fi
     fi
  :: transaction == DENIED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = SESSION_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = OWNER_DENIED /* The resource owner denied the request. */
        fi
     fi
  :: transaction == EXPIRED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = SESSION_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = TRANSACTION_EXPIRED /* The transaction has expired. */
        fi
     fi
  :: transaction == SPENT ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = SESSION_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = SESSION_INVALID /* The transaction is spent. */
        fi
     fi
  :: transaction == REVOKED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = SESSION_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = SESSION_INVALID /* The transaction is over. */
        fi
     fi
  fi
}

/* An access token request was admitted. */
inline transaction_code_submitted() {
  transaction_forgets();
  if
  :: transaction == ABSENT -> transaction_answers = GRANT_INVALID /* The handle names no transaction. */
  :: transaction == IDENTIFIED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = GRANT_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else ->
           if
           :: (transaction_wrongCodes + 1 >= wrongCodesPerTransaction) && (transactionLock) -> transaction = LOCKED; transaction_timers_code = 0; transaction_timers_interval = 0; transaction_wrongCodes = (transaction_wrongCodes < wrongCodesPerTransaction -> transaction_wrongCodes + 1 : wrongCodesPerTransaction); transaction_tells_quota = CODE_REFUSED; transaction_answers = GRANT_INVALID /* One wrong passcode too many locks the transaction for good. */
           :: else -> transaction_wrongCodes = (transaction_wrongCodes < wrongCodesPerTransaction -> transaction_wrongCodes + 1 : wrongCodesPerTransaction); transaction_tells_quota = CODE_REFUSED; transaction_answers = CODE_WRONG /* A wrong passcode, or one that must not count: it is counted, and the resource owner may try again. */
           fi
        fi
     fi
  :: transaction == PENDING_COOLING ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = GRANT_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else ->
           if
           :: (((event_code == NEWEST) || ((event_code == STALE) && (!(newestCodeOnly)))) && (transaction_newestCode == SENT) && ((event_account == WITHIN) || (!(accountFailureBudget)))) && (singleUse) -> transaction = SPENT; transaction_timers_code = 0; transaction_timers_interval = 0; transaction_tells_account = CODE_ACCEPTED; transaction_does_issueAccessToken = 1; transaction_does_notifyOtherContacts = 1; transaction_answers = TOKEN_ISSUED /* The newest passcode came back from the right client in time: the transaction is spent on a token. */
           :: else ->
              if
              :: ((event_code == NEWEST) || ((event_code == STALE) && (!(newestCodeOnly)))) && (transaction_newestCode == SENT) && ((event_account == WITHIN) || (!(accountFailureBudget))) -> transaction_tells_account = CODE_ACCEPTED; transaction_does_issueAccessToken = 1; transaction_does_notifyOtherContacts = 1; transaction_answers = TOKEN_ISSUED /* Without the single-use rule the passcode would go on being worth a token. */
              :: else ->
                 if
                 :: (transaction_wrongCodes + 1 >= wrongCodesPerTransaction) && (transactionLock) -> transaction = LOCKED; transaction_timers_code = 0; transaction_timers_interval = 0; transaction_wrongCodes = (transaction_wrongCodes < wrongCodesPerTransaction -> transaction_wrongCodes + 1 : wrongCodesPerTransaction); transaction_tells_account = CODE_REFUSED; transaction_tells_quota = CODE_REFUSED; transaction_answers = GRANT_INVALID /* One wrong passcode too many locks the transaction for good. */
                 :: else -> transaction_wrongCodes = (transaction_wrongCodes < wrongCodesPerTransaction -> transaction_wrongCodes + 1 : wrongCodesPerTransaction); transaction_tells_account = CODE_REFUSED; transaction_tells_quota = CODE_REFUSED; transaction_answers = CODE_WRONG /* A wrong passcode, or one that must not count: it is counted, and the resource owner may try again. */
                 fi
              fi
           fi
        fi
     fi
  :: transaction == PENDING_RESENDABLE ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = GRANT_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else ->
           if
           :: (((event_code == NEWEST) || ((event_code == STALE) && (!(newestCodeOnly)))) && (transaction_newestCode == SENT) && ((event_account == WITHIN) || (!(accountFailureBudget)))) && (singleUse) -> transaction = SPENT; transaction_timers_code = 0; transaction_timers_interval = 0; transaction_tells_account = CODE_ACCEPTED; transaction_does_issueAccessToken = 1; transaction_does_notifyOtherContacts = 1; transaction_answers = TOKEN_ISSUED /* The newest passcode came back from the right client in time: the transaction is spent on a token. */
           :: else ->
              if
              :: ((event_code == NEWEST) || ((event_code == STALE) && (!(newestCodeOnly)))) && (transaction_newestCode == SENT) && ((event_account == WITHIN) || (!(accountFailureBudget))) -> transaction_tells_account = CODE_ACCEPTED; transaction_does_issueAccessToken = 1; transaction_does_notifyOtherContacts = 1; transaction_answers = TOKEN_ISSUED /* Without the single-use rule the passcode would go on being worth a token. */
              :: else ->
                 if
                 :: (transaction_wrongCodes + 1 >= wrongCodesPerTransaction) && (transactionLock) -> transaction = LOCKED; transaction_timers_code = 0; transaction_timers_interval = 0; transaction_wrongCodes = (transaction_wrongCodes < wrongCodesPerTransaction -> transaction_wrongCodes + 1 : wrongCodesPerTransaction); transaction_tells_account = CODE_REFUSED; transaction_tells_quota = CODE_REFUSED; transaction_answers = GRANT_INVALID /* One wrong passcode too many locks the transaction for good. */
                 :: else -> transaction_wrongCodes = (transaction_wrongCodes < wrongCodesPerTransaction -> transaction_wrongCodes + 1 : wrongCodesPerTransaction); transaction_tells_account = CODE_REFUSED; transaction_tells_quota = CODE_REFUSED; transaction_answers = CODE_WRONG /* A wrong passcode, or one that must not count: it is counted, and the resource owner may try again. */
                 fi
              fi
           fi
        fi
     fi
  :: transaction == LAPSED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = GRANT_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = CODE_LAPSED /* The passcode came too late. It is not compared, so it is not counted. */
        fi
     fi
  :: transaction == LOCKED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = GRANT_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = GRANT_INVALID /* The transaction is locked. */
        fi
     fi
  :: transaction == DENIED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = GRANT_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = OWNER_DENIED /* The resource owner denied the request. */
        fi
     fi
  :: transaction == EXPIRED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = GRANT_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = TRANSACTION_EXPIRED /* The transaction has expired. */
        fi
     fi
  :: transaction == SPENT ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = GRANT_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = GRANT_INVALID /* The transaction is spent. */
        fi
     fi
  :: transaction == REVOKED ->
     if
     :: (event_client == OTHER) && (clientBinding) -> transaction_answers = GRANT_INVALID /* Another client names this transaction; it learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> transaction_answers = PROOF_INVALID /* The request is not signed by the key that the transaction began with; it changes nothing. */
        :: else -> transaction_answers = GRANT_INVALID /* The transaction is over. */
        fi
     fi
  fi
}

/* The resource owner said that this was not them. */
inline transaction_denial_received() {
  transaction_forgets();
  if
  :: transaction == ABSENT -> skip /* There is nothing to deny. */
  :: transaction == IDENTIFIED ->
     if
     :: denialEnds -> transaction = DENIED; transaction_timers_code = 0; transaction_timers_interval = 0 /* The resource owner said that this was not them: nothing can come of the transaction any more. */
     :: else -> skip /* Without the denial rule nothing would happen. */
     fi
  :: transaction == PENDING_COOLING ->
     if
     :: denialEnds -> transaction = DENIED; transaction_timers_code = 0; transaction_timers_interval = 0 /* The resource owner said that this was not them: nothing can come of the transaction any more. */
     :: else -> skip /* Without the denial rule nothing would happen. */
     fi
  :: transaction == PENDING_RESENDABLE ->
     if
     :: denialEnds -> transaction = DENIED; transaction_timers_code = 0; transaction_timers_interval = 0 /* The resource owner said that this was not them: nothing can come of the transaction any more. */
     :: else -> skip /* Without the denial rule nothing would happen. */
     fi
  :: transaction == LAPSED ->
     if
     :: denialEnds -> transaction = DENIED; transaction_timers_code = 0; transaction_timers_interval = 0 /* The resource owner said that this was not them: nothing can come of the transaction any more. */
     :: else -> skip /* Without the denial rule nothing would happen. */
     fi
  :: transaction == LOCKED -> skip /* The transaction is locked already. */
  :: transaction == DENIED -> skip /* It is denied already. */
  :: transaction == EXPIRED -> skip /* Nothing can come of the transaction any more. */
  :: transaction == SPENT ->
     if
     :: denialRevokes -> transaction = REVOKED; transaction_does_revokeTokens = 1 /* The resource owner said afterwards that this was not them: what was granted is revoked. */
     :: else -> skip /* Without the rule a denial would come too late. */
     fi
  :: transaction == REVOKED -> skip /* It is revoked already. */
  fi
}

/* The wait after a send is over. */
inline transaction_interval_elapsed() {
  transaction_forgets();
  transaction_timers_interval = 0;
  if
  :: transaction == ABSENT -> skip /* No wait is running that could end. */
  :: transaction == IDENTIFIED -> skip /* No wait is running that could end. */
  :: transaction == PENDING_COOLING -> transaction = PENDING_RESENDABLE /* The passcode may be sent again. */
  :: transaction == PENDING_RESENDABLE -> skip /* No wait is running that could end. */
  :: transaction == LAPSED -> skip /* No wait is running that could end. */
  :: transaction == LOCKED -> skip /* No wait is running that could end. */
  :: transaction == DENIED -> skip /* No wait is running that could end. */
  :: transaction == EXPIRED -> skip /* No wait is running that could end. */
  :: transaction == SPENT -> skip /* No wait is running that could end. */
  :: transaction == REVOKED -> skip /* No wait is running that could end. */
  fi
}

/* The life of the newest passcode is over. */
inline transaction_code_expired() {
  transaction_forgets();
  transaction_timers_code = 0;
  if
  :: transaction == ABSENT -> skip /* No passcode is out whose life could end. */
  :: transaction == IDENTIFIED -> skip /* No passcode is out whose life could end. */
  :: transaction == PENDING_COOLING ->
     if
     :: codeExpiry -> transaction = LAPSED; transaction_timers_interval = 0 /* The passcode is worthless from now on; a new one can be asked for. */
     :: else -> skip /* Without the expiry rule the passcode would stay valid. */
     fi
  :: transaction == PENDING_RESENDABLE ->
     if
     :: codeExpiry -> transaction = LAPSED; transaction_timers_interval = 0 /* The passcode is worthless from now on; a new one can be asked for. */
     :: else -> skip /* Without the expiry rule the passcode would stay valid. */
     fi
  :: transaction == LAPSED -> skip /* No passcode is out whose life could end. */
  :: transaction == LOCKED -> skip /* No passcode is out whose life could end. */
  :: transaction == DENIED -> skip /* No passcode is out whose life could end. */
  :: transaction == EXPIRED -> skip /* No passcode is out whose life could end. */
  :: transaction == SPENT -> skip /* No passcode is out whose life could end. */
  :: transaction == REVOKED -> skip /* No passcode is out whose life could end. */
  fi
}

/* The life of the transaction is over. */
inline transaction_transaction_expired() {
  transaction_forgets();
  transaction_timers_transaction = 0;
  if
  :: transaction == ABSENT -> skip /* There is nothing to expire. */
  :: transaction == IDENTIFIED ->
     if
     :: transactionExpiry -> transaction = EXPIRED; transaction_timers_code = 0; transaction_timers_interval = 0 /* The life of the transaction is over. */
     :: else -> skip /* Without the expiry rule the transaction would go on. */
     fi
  :: transaction == PENDING_COOLING ->
     if
     :: transactionExpiry -> transaction = EXPIRED; transaction_timers_code = 0; transaction_timers_interval = 0 /* The life of the transaction is over. */
     :: else -> skip /* Without the expiry rule the transaction would go on. */
     fi
  :: transaction == PENDING_RESENDABLE ->
     if
     :: transactionExpiry -> transaction = EXPIRED; transaction_timers_code = 0; transaction_timers_interval = 0 /* The life of the transaction is over. */
     :: else -> skip /* Without the expiry rule the transaction would go on. */
     fi
  :: transaction == LAPSED ->
     if
     :: transactionExpiry -> transaction = EXPIRED; transaction_timers_code = 0; transaction_timers_interval = 0 /* The life of the transaction is over. */
     :: else -> skip /* Without the expiry rule the transaction would go on. */
     fi
  :: transaction == LOCKED -> skip /* The transaction is over already. */
  :: transaction == DENIED -> skip /* The transaction is over already. */
  :: transaction == EXPIRED -> skip /* The transaction is over already. */
  :: transaction == SPENT -> skip /* The transaction is over already. */
  :: transaction == REVOKED -> skip /* The transaction is over already. */
  fi
}

#ifndef PART
active proctype machine() {
end:
  do
  :: d_step { true -> transaction_identification_received() }
  :: d_step { true -> event_client = SAME; event_option = OFFERED; event_contact = ON_FILE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = SAME; event_option = OFFERED; event_contact = ON_FILE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = SAME; event_option = OFFERED; event_contact = NONE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = SAME; event_option = OFFERED; event_contact = NONE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = SAME; event_option = UNOFFERED; event_contact = ON_FILE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = SAME; event_option = UNOFFERED; event_contact = ON_FILE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = SAME; event_option = UNOFFERED; event_contact = NONE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = SAME; event_option = UNOFFERED; event_contact = NONE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER; event_option = OFFERED; event_contact = ON_FILE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER; event_option = OFFERED; event_contact = ON_FILE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER; event_option = OFFERED; event_contact = NONE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER; event_option = OFFERED; event_contact = NONE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER; event_option = UNOFFERED; event_contact = ON_FILE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER; event_option = UNOFFERED; event_contact = ON_FILE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER; event_option = UNOFFERED; event_contact = NONE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER; event_option = UNOFFERED; event_contact = NONE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_option = OFFERED; event_contact = ON_FILE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_option = OFFERED; event_contact = ON_FILE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_option = OFFERED; event_contact = NONE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_option = OFFERED; event_contact = NONE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_option = UNOFFERED; event_contact = ON_FILE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_option = UNOFFERED; event_contact = ON_FILE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_option = UNOFFERED; event_contact = NONE; event_account = WITHIN; transaction_delivery_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_option = UNOFFERED; event_contact = NONE; event_account = EXHAUSTED; transaction_delivery_requested() }
  :: d_step { true -> event_client = SAME; event_code = NEWEST; event_account = WITHIN; transaction_code_submitted() }
  :: d_step { true -> event_client = SAME; event_code = NEWEST; event_account = EXHAUSTED; transaction_code_submitted() }
  :: d_step { true -> event_client = SAME; event_code = STALE; event_account = WITHIN; transaction_code_submitted() }
  :: d_step { true -> event_client = SAME; event_code = STALE; event_account = EXHAUSTED; transaction_code_submitted() }
  :: d_step { true -> event_client = SAME; event_code = WRONG; event_account = WITHIN; transaction_code_submitted() }
  :: d_step { true -> event_client = SAME; event_code = WRONG; event_account = EXHAUSTED; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER; event_code = NEWEST; event_account = WITHIN; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER; event_code = NEWEST; event_account = EXHAUSTED; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER; event_code = STALE; event_account = WITHIN; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER; event_code = STALE; event_account = EXHAUSTED; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER; event_code = WRONG; event_account = WITHIN; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER; event_code = WRONG; event_account = EXHAUSTED; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER_KEY; event_code = NEWEST; event_account = WITHIN; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER_KEY; event_code = NEWEST; event_account = EXHAUSTED; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER_KEY; event_code = STALE; event_account = WITHIN; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER_KEY; event_code = STALE; event_account = EXHAUSTED; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER_KEY; event_code = WRONG; event_account = WITHIN; transaction_code_submitted() }
  :: d_step { true -> event_client = OTHER_KEY; event_code = WRONG; event_account = EXHAUSTED; transaction_code_submitted() }
  :: d_step { true -> transaction_denial_received() }
  :: d_step { transaction_timers_interval -> transaction_interval_elapsed() }
  :: d_step { transaction_timers_code -> transaction_code_expired() }
  :: d_step { transaction_timers_transaction -> transaction_transaction_expired() }
  od
}
#endif
