/* The rules that a request has to keep before anything is looked up, at the authorization server.
 *
 * The machine "admission" of the model, with every case of every event, and with timers that end when they please. It has
 * 1 states and 28 transitions; SPIN reports one transition more, because it counts the arrival at the first
 * state:
 *
 *   spin -a -o2 machine-admission.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * Mitigations and limits are macros: try -DtransactionLock=0, or -DsendsPerTransaction=4, before the name of the file.
 */

mtype = { NONE, OPEN, METHOD_NOT_ALLOWED, CONTENT_TYPE_WRONG, BODY_TOO_LARGE, BODY_UNREADABLE, PARAMETER_REPEATED, AUTHENTICATION_AMBIGUOUS, CLIENT_UNAUTHENTICATED, GRANT_TYPE_MISSING, GRANT_TYPE_UNSUPPORTED, CLIENT_UNAUTHORIZED, PARAMETER_MISSING, PARAMETER_MALFORMED, SUB_ID_MALFORMED, SUB_ID_FORMAT_UNSUPPORTED, SCOPE_INVALID, AUTHORIZATION_DETAILS_INVALID, TARGET_UNKNOWN, PROOF_UNREADABLE, PROOF_WITHOUT_NONCE, PROOF_MISDIRECTED, PROOF_REPLAYED, TOKEN_MISSING, TOKEN_INVALID, TOKEN_UNPROVEN, USAGE_PROOF_INVALID, SCOPE_INSUFFICIENT, DEPENDENCY_UNAVAILABLE, REQUEST_MALFORMED, REQUEST_TOO_LARGE, PROOF_INVALID, NONCE_NEEDED, PROOF_REFUSED, UNAVAILABLE, PASSED };

mtype admission = OPEN;

/* The event that comes, and what the machine makes of it. No part of a state. */
hidden mtype event_violation;
hidden mtype admission_answers;
hidden mtype admission_reports_admission;

inline admission_forgets() {
  admission_answers = NONE; admission_reports_admission = NONE
}

/* A request came in. */
inline admission_request_received() {
  admission_forgets();
  if
  :: admission == OPEN ->
     if
     :: event_violation == METHOD_NOT_ALLOWED -> admission_answers = METHOD_NOT_ALLOWED /* This endpoint takes … requests only. */
     :: else ->
        if
        :: event_violation == CONTENT_TYPE_WRONG -> admission_answers = REQUEST_MALFORMED /* The Content-Type has to be …. */
        :: else ->
           if
           :: event_violation == BODY_TOO_LARGE -> admission_answers = REQUEST_TOO_LARGE /* The request body may not exceed … bytes. */
           :: else ->
              if
              :: event_violation == BODY_UNREADABLE -> admission_answers = REQUEST_MALFORMED /* The request body has to be a form in UTF-8 with well-formed percent-encoding and no control characters. */
              :: else ->
                 if
                 :: event_violation == PARAMETER_REPEATED -> admission_answers = REQUEST_MALFORMED /* The parameter … is repeated; each may appear once. */
                 :: else ->
                    if
                    :: event_violation == AUTHENTICATION_AMBIGUOUS -> admission_answers = REQUEST_MALFORMED /* The request uses more than one way of client authentication. */
                    :: else ->
                       if
                       :: event_violation == CLIENT_UNAUTHENTICATED -> admission_answers = CLIENT_UNAUTHENTICATED /* Client authentication failed; check the client identifier and its secret, or the assertion: iss, sub, aud, exp, a fresh jti, and the signature. */
                       :: else ->
                          if
                          :: event_violation == GRANT_TYPE_MISSING -> admission_answers = REQUEST_MALFORMED /* The parameter … is missing. */
                          :: else ->
                             if
                             :: event_violation == GRANT_TYPE_UNSUPPORTED -> admission_answers = GRANT_TYPE_UNSUPPORTED /* The grant type is none of those in the metadata of the authorization server. */
                             :: else ->
                                if
                                :: event_violation == CLIENT_UNAUTHORIZED -> admission_answers = CLIENT_UNAUTHORIZED /* The client is not registered for this kind of request. */
                                :: else ->
                                   if
                                   :: event_violation == PARAMETER_MISSING -> admission_answers = REQUEST_MALFORMED /* The parameter … is missing or empty. */
                                   :: else ->
                                      if
                                      :: event_violation == PARAMETER_MALFORMED -> admission_answers = REQUEST_MALFORMED /* The parameter … is too long or not of its form. */
                                      :: else ->
                                         if
                                         :: event_violation == SUB_ID_MALFORMED -> admission_answers = REQUEST_MALFORMED /* The parameter … has to be a JSON object with the members of its format, and no others. */
                                         :: else ->
                                            if
                                            :: event_violation == SUB_ID_FORMAT_UNSUPPORTED -> admission_answers = SUB_ID_FORMAT_UNSUPPORTED /* The Subject Identifier format is none of those in the metadata of the authorization server. */
                                            :: else ->
                                               if
                                               :: event_violation == SCOPE_INVALID -> admission_answers = SCOPE_INVALID /* The scope is missing, unknown, or more than this client may ask for. */
                                               :: else ->
                                                  if
                                                  :: event_violation == AUTHORIZATION_DETAILS_INVALID -> admission_answers = AUTHORIZATION_DETAILS_INVALID /* The authorization server knows no type of authorization details. */
                                                  :: else ->
                                                     if
                                                     :: event_violation == TARGET_UNKNOWN -> admission_answers = TARGET_UNKNOWN /* The authorization server issues no tokens for this resource. */
                                                     :: else ->
                                                        if
                                                        :: event_violation == PROOF_UNREADABLE -> admission_answers = PROOF_INVALID /* The DPoP header field has to be one JWT of type dpop+jwt, with a public key in jwk, an algorithm of the metadata and a good signature. */
                                                        :: else ->
                                                           if
                                                           :: event_violation == PROOF_WITHOUT_NONCE -> admission_answers = NONCE_NEEDED /* The DPoP proof needs the nonce in the DPoP-Nonce header field; sign another and try again. */
                                                           :: else ->
                                                              if
                                                              :: event_violation == PROOF_MISDIRECTED -> admission_answers = PROOF_INVALID /* The DPoP proof is not for this request; check htm, htu, iat and jti. */
                                                              :: else ->
                                                                 if
                                                                 :: event_violation == PROOF_REPLAYED -> admission_answers = PROOF_INVALID /* The DPoP proof was used before; sign another with a fresh jti. */
                                                                 :: else ->
                                                                    if
                                                                    :: event_violation == TOKEN_MISSING -> admission_answers = TOKEN_MISSING /* The request carries no access token in the Authorization header. */
                                                                    :: else ->
                                                                       if
                                                                       :: event_violation == TOKEN_INVALID -> admission_answers = TOKEN_INVALID /* The access token is expired, revoked, malformed or not meant for this resource. */
                                                                       :: else ->
                                                                          if
                                                                          :: event_violation == TOKEN_UNPROVEN -> admission_answers = TOKEN_UNPROVEN /* A token that is bound to a key goes with the scheme DPoP and a proof by that key, and any other as Bearer. */
                                                                          :: else ->
                                                                             if
                                                                             :: event_violation == USAGE_PROOF_INVALID -> admission_answers = PROOF_REFUSED /* The DPoP proof is not for this request and this access token; check htm, htu, iat, ath and a fresh jti. */
                                                                             :: else ->
                                                                                if
                                                                                :: event_violation == SCOPE_INSUFFICIENT -> admission_answers = SCOPE_INSUFFICIENT /* The access token does not allow usage to be read at this resolution. */
                                                                                :: else ->
                                                                                   if
                                                                                   :: event_violation == DEPENDENCY_UNAVAILABLE -> admission_answers = UNAVAILABLE /* Something that the server depends on does not answer; try again after the time in the Retry-After header field. */
                                                                                   :: else -> admission_reports_admission = PASSED /* The request keeps every rule. */
                                                                                   fi
                                                                                fi
                                                                             fi
                                                                          fi
                                                                       fi
                                                                    fi
                                                                 fi
                                                              fi
                                                           fi
                                                        fi
                                                     fi
                                                  fi
                                               fi
                                            fi
                                         fi
                                      fi
                                   fi
                                fi
                             fi
                          fi
                       fi
                    fi
                 fi
              fi
           fi
        fi
     fi
  fi
}

#ifndef PART
active proctype machine() {
end:
  do
  :: d_step { true -> event_violation = NONE; admission_request_received() }
  :: d_step { true -> event_violation = METHOD_NOT_ALLOWED; admission_request_received() }
  :: d_step { true -> event_violation = CONTENT_TYPE_WRONG; admission_request_received() }
  :: d_step { true -> event_violation = BODY_TOO_LARGE; admission_request_received() }
  :: d_step { true -> event_violation = BODY_UNREADABLE; admission_request_received() }
  :: d_step { true -> event_violation = PARAMETER_REPEATED; admission_request_received() }
  :: d_step { true -> event_violation = AUTHENTICATION_AMBIGUOUS; admission_request_received() }
  :: d_step { true -> event_violation = CLIENT_UNAUTHENTICATED; admission_request_received() }
  :: d_step { true -> event_violation = GRANT_TYPE_MISSING; admission_request_received() }
  :: d_step { true -> event_violation = GRANT_TYPE_UNSUPPORTED; admission_request_received() }
  :: d_step { true -> event_violation = CLIENT_UNAUTHORIZED; admission_request_received() }
  :: d_step { true -> event_violation = PARAMETER_MISSING; admission_request_received() }
  :: d_step { true -> event_violation = PARAMETER_MALFORMED; admission_request_received() }
  :: d_step { true -> event_violation = SUB_ID_MALFORMED; admission_request_received() }
  :: d_step { true -> event_violation = SUB_ID_FORMAT_UNSUPPORTED; admission_request_received() }
  :: d_step { true -> event_violation = SCOPE_INVALID; admission_request_received() }
  :: d_step { true -> event_violation = AUTHORIZATION_DETAILS_INVALID; admission_request_received() }
  :: d_step { true -> event_violation = TARGET_UNKNOWN; admission_request_received() }
  :: d_step { true -> event_violation = PROOF_UNREADABLE; admission_request_received() }
  :: d_step { true -> event_violation = PROOF_WITHOUT_NONCE; admission_request_received() }
  :: d_step { true -> event_violation = PROOF_MISDIRECTED; admission_request_received() }
  :: d_step { true -> event_violation = PROOF_REPLAYED; admission_request_received() }
  :: d_step { true -> event_violation = TOKEN_MISSING; admission_request_received() }
  :: d_step { true -> event_violation = TOKEN_INVALID; admission_request_received() }
  :: d_step { true -> event_violation = TOKEN_UNPROVEN; admission_request_received() }
  :: d_step { true -> event_violation = USAGE_PROOF_INVALID; admission_request_received() }
  :: d_step { true -> event_violation = SCOPE_INSUFFICIENT; admission_request_received() }
  :: d_step { true -> event_violation = DEPENDENCY_UNAVAILABLE; admission_request_received() }
  od
}
#endif
