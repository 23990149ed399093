/* A stranger has copied a refresh token of the kiosk.
 *
 * The world "refresh" of the engine. It has 16 states and 75 transitions; SPIN reports one
 * transition more, because it counts the arrival at the first state. Without a property:
 *
 *   spin -a -o2 world-refresh.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:
 *
 *   spin -a -o2 -DPROPERTY=1 world-refresh.pml
 *
 * Conditions say what is needed to tell situations apart that can come up, and no more.
 *
 *   1: replacedTokensAreDead. A refresh token that was replaced buys nothing, whoever brings it.
 *   2: copiesShow. Once both holders of a copied refresh token have used it, neither gets anything any more.
 *   3: tokensStayWithTheirClient. A refresh token is worth nothing to a client that it was not issued to.
 *   4: overMeansNoTokens. After a denial, or at the end of its life, nothing more is granted on a grant.
 */

mtype = { ABSENT, ACTIVE, REVOKED, EXPIRED, NOTHING, NEWEST, STALE };

mtype grant = ABSENT;
bit grant_timers_grant = 0;
mtype kiosk_holds = NOTHING;
mtype stranger_holds = NOTHING;

/* What the property sees of the step that is being taken; 0 is nothing that it would mind, and between steps. */
short saw = 0;

#if PROPERTY == 1 /* replacedTokensAreDead */
inline remember() { saw = 0 }
#elif PROPERTY == 2 /* copiesShow */
/* What the property remembers:
 *   0: {"over":false}
 *   1: {"over":true}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 2 && (memory == 1) -> assert(false)
  :: saw == 3 && (memory == 0) -> memory = 1
  :: else
  fi;
  saw = 0
}
#elif PROPERTY == 3 /* tokensStayWithTheirClient */
inline remember() { saw = 0 }
#elif PROPERTY == 4 /* overMeansNoTokens */
/* What the property remembers:
 *   0: {"over":false}
 *   1: {"over":true}
 */
byte memory = 0;
inline remember() {
  if
  :: saw == 1 && (memory == 0) -> memory = 1
  :: saw == 2 && (memory == 1) -> assert(false)
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

  /* kiosk: redeem: The kiosk redeems the passcode and gets its first tokens. */
  :: d_step {
      (grant == ABSENT) ->
      grant = ACTIVE; grant_timers_grant = 1; kiosk_holds = NEWEST;
      remember()
    }

  /* owner: deny: The customer tells the utility that the grant is not theirs. */
  :: d_step {
      (grant != ABSENT) ->
      if
      :: grant == ACTIVE -> grant = REVOKED; grant_timers_grant = 0; saw = 1
      :: else -> saw = 1
      fi;
      remember()
    }

  /* clock: grant.expired: The life of the grant is over. */
  :: d_step {
      (grant == ACTIVE) ->
      grant = EXPIRED; grant_timers_grant = 0; saw = 1;
      remember()
    }

  /* stranger: copy: The stranger copies the refresh token that the kiosk holds. */
  :: d_step {
      (grant != ABSENT) ->
      if
      :: stranger_holds == NOTHING -> stranger_holds = NEWEST
      :: stranger_holds == NEWEST ->
         if
         :: kiosk_holds == NEWEST -> skip
         :: else -> stranger_holds = STALE
         fi;
      :: else ->
         if
         :: kiosk_holds == NEWEST -> stranger_holds = NEWEST
         :: else -> skip
         fi;
      fi;
      remember()
    }

  /* kiosk: refresh: The kiosk refreshes its access token. */
  :: d_step {
      (grant != ABSENT) ->
      if
      :: kiosk_holds == NEWEST ->
         if
         :: grant == ACTIVE ->
            if
            :: stranger_holds == NEWEST -> stranger_holds = STALE; saw = 2
            :: else -> saw = 2
            fi;
         :: else -> skip
         fi;
      :: else ->
         if
         :: grant == ACTIVE -> grant = REVOKED; grant_timers_grant = 0; saw = 3
         :: else -> saw = 3
         fi;
      fi;
      remember()
    }

  /* stranger: refresh, with the credentials of the kiosk: The stranger brings the refresh token that it copied, with the credentials of the kiosk. */
  :: d_step {
      (stranger_holds != NOTHING) ->
      if
      :: stranger_holds == NEWEST ->
         if
         :: grant == ACTIVE -> kiosk_holds = STALE; saw = 2
         :: else -> skip
         fi;
      :: else ->
         if
         :: grant == ACTIVE -> grant = REVOKED; grant_timers_grant = 0; saw = 3
         :: else -> saw = 3
         fi;
      fi;
      remember()
    }

  /* stranger: refresh, with its own client: The stranger brings the refresh token that it copied, with a client of its own. */
  :: d_step {
      (stranger_holds != NOTHING) ->
      skip;
      remember()
    }
  od
}
