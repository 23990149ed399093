/* The tokens issued on one grant, at the authorization server.
 *
 * The machine "grant" of the model, with every case of every event, and with timers that end when they please. It has
 * 4 states and 105 transitions; SPIN reports one transition more, because it counts the arrival at the first
 * state:
 *
 *   spin -a -o2 machine-grant.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * Mitigations and limits are macros: try -DtransactionLock=0, or -DsendsPerTransaction=4, before the name of the file.
 */

#ifndef keyBinding
#define keyBinding 1
#endif
#ifndef refreshBound
#define refreshBound 1
#endif
#ifndef refreshRotated
#define refreshRotated 1
#endif
#ifndef refreshReuseRevokes
#define refreshReuseRevokes 1
#endif
mtype = { NONE, ABSENT, ACTIVE, REVOKED, EXPIRED, SAME, OTHER, OTHER_KEY, NEWEST, STALE, UNKNOWN, WITHIN, WIDER, GOOD, REFRESH_INVALID, TOKEN_REVOKED, TOKEN_INACTIVE, PROOF_INVALID, SCOPE_INVALID, TOKEN_REFRESHED, TOKEN_FOREIGN, TOKEN_ACTIVE };

mtype grant = ABSENT;
bit grant_timers_grant = 0;

/* The event that comes, and what the machine makes of it. No part of a state. */
hidden mtype event_client;
hidden mtype event_refreshToken;
hidden mtype event_scope;
hidden mtype event_token;
hidden mtype grant_answers;
hidden byte grant_does_revokeTokens;
hidden byte grant_does_rotateTokens;

inline grant_forgets() {
  grant_answers = NONE; grant_does_revokeTokens = 0; grant_does_rotateTokens = 0
}

/* A transaction was spent on this grant. */
inline grant_grant_issued() {
  grant_forgets();
  if
  :: grant == ABSENT -> grant = ACTIVE; grant_timers_grant = 1 /* The first tokens are issued. */
  :: grant == ACTIVE -> skip /* A grant is made once; its name is never used again. */
  :: grant == REVOKED -> skip /* A grant is made once; its name is never used again. */
  :: grant == EXPIRED -> skip /* A grant is made once; its name is never used again. */
  fi
}

/* A refresh request was admitted. */
inline grant_refresh_requested() {
  grant_forgets();
  if
  :: grant == ABSENT -> grant_answers = REFRESH_INVALID /* The token belongs to no grant. */
  :: grant == ACTIVE ->
     if
     :: (event_client == OTHER) && (refreshBound) -> grant_answers = REFRESH_INVALID /* The refresh token was issued to another client; this one learns nothing. */
     :: else ->
        if
        :: (event_client == OTHER_KEY) && (keyBinding) -> grant_answers = PROOF_INVALID /* The request is not signed by the key that the grant is bound to; it changes nothing. */
        :: else ->
           if
           :: event_refreshToken == UNKNOWN -> grant_answers = REFRESH_INVALID /* The refresh token was never issued. */
           :: else ->
              if
              :: (event_refreshToken == STALE) && (refreshRotated) && (refreshReuseRevokes) -> grant = REVOKED; grant_timers_grant = 0; grant_does_revokeTokens = 1; grant_answers = REFRESH_INVALID /* A refresh token that was replaced came back: every token of the grant is revoked. */
              :: else ->
                 if
                 :: (event_refreshToken == STALE) && (refreshRotated) -> grant_answers = REFRESH_INVALID /* Without the rule about reuse the newest refresh token would stay alive, in whichever hands it is. */
                 :: else ->
                    if
                    :: event_scope == WIDER -> grant_answers = SCOPE_INVALID /* More is asked for than was granted. */
                    :: else -> grant_does_rotateTokens = 1; grant_answers = TOKEN_REFRESHED /* The newest refresh token buys an access token, and the refresh token that replaces it. */
                    fi
                 fi
              fi
           fi
        fi
     fi
  :: grant == REVOKED -> grant_answers = REFRESH_INVALID /* The grant is revoked. */
  :: grant == EXPIRED -> grant_answers = REFRESH_INVALID /* The grant has expired. */
  fi
}

/* A revocation request was admitted. */
inline grant_revocation_requested() {
  grant_forgets();
  if
  :: grant == ABSENT -> grant_answers = TOKEN_REVOKED /* The token belongs to no grant. */
  :: grant == ACTIVE ->
     if
     :: event_token == UNKNOWN -> grant_answers = TOKEN_REVOKED /* The token was never issued, so it is worth nothing already. */
     :: else ->
        if
        :: event_client == OTHER -> grant_answers = TOKEN_FOREIGN /* The token was issued to another client, which alone can give it back. */
        :: else -> grant = REVOKED; grant_timers_grant = 0; grant_does_revokeTokens = 1; grant_answers = TOKEN_REVOKED /* The client gives a token back, and with it every token of the grant. */
        fi
     fi
  :: grant == REVOKED -> grant_answers = TOKEN_REVOKED /* The grant is revoked. */
  :: grant == EXPIRED -> grant_answers = TOKEN_REVOKED /* The grant has expired. */
  fi
}

/* An introspection request was admitted. */
inline grant_introspection_requested() {
  grant_forgets();
  if
  :: grant == ABSENT -> grant_answers = TOKEN_INACTIVE /* The token belongs to no grant. */
  :: grant == ACTIVE ->
     if
     :: event_token == GOOD -> grant_answers = TOKEN_ACTIVE /* The access token is alive, and so is its grant. */
     :: else -> grant_answers = TOKEN_INACTIVE /* The access token was not issued here, or has expired. */
     fi
  :: grant == REVOKED -> grant_answers = TOKEN_INACTIVE /* The grant is revoked. */
  :: grant == EXPIRED -> grant_answers = TOKEN_INACTIVE /* The grant has expired. */
  fi
}

/* The resource owner said that the grant was not theirs. */
inline grant_grant_denied() {
  grant_forgets();
  if
  :: grant == ABSENT -> skip /* There is nothing to revoke. */
  :: grant == ACTIVE -> grant = REVOKED; grant_timers_grant = 0; grant_does_revokeTokens = 1 /* The resource owner takes the grant back: every token of it is revoked. */
  :: grant == REVOKED -> skip /* It is revoked already. */
  :: grant == EXPIRED -> skip /* Nothing of it is alive any more. */
  fi
}

/* The life of the grant is over. */
inline grant_grant_expired() {
  grant_forgets();
  grant_timers_grant = 0;
  if
  :: grant == ABSENT -> skip /* There is nothing to expire. */
  :: grant == ACTIVE -> grant = EXPIRED /* No refresh prolongs the grant; the resource owner has to be asked again. */
  :: grant == REVOKED -> skip /* It is over already. */
  :: grant == EXPIRED -> skip /* It has expired already. */
  fi
}

#ifndef PART
active proctype machine() {
end:
  do
  :: d_step { true -> grant_grant_issued() }
  :: d_step { true -> event_client = SAME; event_refreshToken = NEWEST; event_scope = WITHIN; grant_refresh_requested() }
  :: d_step { true -> event_client = SAME; event_refreshToken = NEWEST; event_scope = WIDER; grant_refresh_requested() }
  :: d_step { true -> event_client = SAME; event_refreshToken = STALE; event_scope = WITHIN; grant_refresh_requested() }
  :: d_step { true -> event_client = SAME; event_refreshToken = STALE; event_scope = WIDER; grant_refresh_requested() }
  :: d_step { true -> event_client = SAME; event_refreshToken = UNKNOWN; event_scope = WITHIN; grant_refresh_requested() }
  :: d_step { true -> event_client = SAME; event_refreshToken = UNKNOWN; event_scope = WIDER; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER; event_refreshToken = NEWEST; event_scope = WITHIN; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER; event_refreshToken = NEWEST; event_scope = WIDER; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER; event_refreshToken = STALE; event_scope = WITHIN; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER; event_refreshToken = STALE; event_scope = WIDER; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER; event_refreshToken = UNKNOWN; event_scope = WITHIN; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER; event_refreshToken = UNKNOWN; event_scope = WIDER; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_refreshToken = NEWEST; event_scope = WITHIN; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_refreshToken = NEWEST; event_scope = WIDER; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_refreshToken = STALE; event_scope = WITHIN; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_refreshToken = STALE; event_scope = WIDER; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_refreshToken = UNKNOWN; event_scope = WITHIN; grant_refresh_requested() }
  :: d_step { true -> event_client = OTHER_KEY; event_refreshToken = UNKNOWN; event_scope = WIDER; grant_refresh_requested() }
  :: d_step { true -> event_client = SAME; event_token = GOOD; grant_revocation_requested() }
  :: d_step { true -> event_client = SAME; event_token = UNKNOWN; grant_revocation_requested() }
  :: d_step { true -> event_client = OTHER; event_token = GOOD; grant_revocation_requested() }
  :: d_step { true -> event_client = OTHER; event_token = UNKNOWN; grant_revocation_requested() }
  :: d_step { true -> event_token = GOOD; grant_introspection_requested() }
  :: d_step { true -> event_token = UNKNOWN; grant_introspection_requested() }
  :: d_step { true -> grant_grant_denied() }
  :: d_step { grant_timers_grant -> grant_grant_expired() }
  od
}
#endif
