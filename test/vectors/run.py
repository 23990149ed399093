#!/usr/bin/env python3
"""Plays the vectors of generated/tests/ on a server with a sandbox, to show that they need nothing but JSON and HTTP.
    run.py settings FILE            the policy of the file, as variables for npm start
    run.py play FILE ISSUER [N]     plays all of the file, or each N-th part; ends with 1 if anything is not as expected"""
import base64, http.client, json, re, sys, time
from urllib.parse import urlencode, urlsplit

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
GRANT = "urn:ietf:params:oauth:grant-type:otp"
CLIENTS = {"same": "energy-auditor", "otherKey": "energy-auditor", "other": "monthly-auditor", "nobody": None}
PROOFS = {"otherKey": "not-by-the-key"}  # no transaction here begins with a key, and the standard library cannot sign
MAIL_ONLY, EVERYTHING = "4002-220-31", "4002-118-07"  # customers of the sandbox
MARGIN = 0.2  # seconds; the server's clock runs by itself, too, so all waits end late, and those of limits most

class Server:
    def __init__(self, issuer):
        self.wire = http.client.HTTPConnection(urlsplit(issuer).netloc)
        self.metadata = self.send("GET", "/.well-known/oauth-authorization-server")[2]
        self.advance(0)
    def send(self, method, path, body=None, kind=None, client=None, token=None, proof=None):
        headers = {"Content-Type": kind} if kind else {}
        if client: headers["Authorization"] = "Basic " + base64.b64encode(f"{client}:sandbox-secret".encode()).decode()
        if token: headers["Authorization"] = f"{'DPoP' if proof else 'Bearer'} {token}"
        if proof: headers["DPoP"] = proof
        self.wire.request(method, path, body, headers)
        answer = self.wire.getresponse()
        text, kind = answer.read(), answer.headers.get("Content-Type") or ""
        return answer.status, answer.headers, json.loads(text) if text and kind.startswith(JSON) else {}
    def form(self, endpoint, form, client, proof=None):
        body = urlencode({name: value for name, value in form.items() if value is not None})
        return self.send("POST", urlsplit(self.metadata[endpoint]).path, body, FORM, client, proof=proof)
    def tell(self, path, value): return self.send("POST", path, json.dumps(value), JSON)[2]
    def advance(self, more): self.ahead = self.tell("/sandbox/clock", {"advanceSeconds": more})["now"] / 1000 - time.monotonic()
    def now(self): return time.monotonic() + self.ahead

class Tester:
    """A client, another client, and a customer who reads their messages; holds what they hold."""
    def __init__(self, server, limits): self.server, self.limits, self.newest = server, limits, ""
    def begin(self, customer=MAIL_ONLY):
        rest = max(self.limits["accountWindowSeconds"], self.limits["clientWindowSeconds"]) + 2
        self.server.advance(rest + 1 - (self.server.now() + rest) % 1)  # at a whole second
        self.customer, self.started = customer, self.hold("a" * 43, {})
    def hold(self, session, ends): self.session, self.ends, self.codes, self.denial, self.token = session, ends, [], None, "none"
    def identify(self, body_bytes=None):
        form = {"sub_id": json.dumps({"format": "account_number", "account_number": self.customer}), "scope": "usage:read"}
        if body_bytes: form["filler"] = "x" * (body_bytes - len(urlencode({**form, "filler": ""})))
        answer = self.server.form("otp_authorization_endpoint", form, CLIENTS["same"])
        self.started = self.started or self.server.now()
        if answer[0] == 200: self.hold(answer[2]["auth_session"], {"transaction": self.server.now() + answer[2]["expires_in"]})
        return seen(answer)
    def deliver(self, client, option, method="email", observes_code=False):
        chosen = {"onFile": method, "none": "voice", "unoffered": "pigeon", "missing": None}[option]
        form = {"auth_session": self.session, "delivery_option": chosen}
        status, _, body = answer = self.server.form("otp_delivery_endpoint", form, CLIENTS[client], PROOFS.get(client))
        if status != 200: return seen(answer)
        self.ends.update(interval=self.server.now() + body["interval"], code=self.server.now() + body["expires_in"])
        messages = self.server.send("GET", f"/sandbox/messages?afterId={self.newest}")[2]["messages"]
        self.newest = messages[0]["id"] if messages else self.newest
        for text, code in [(message["text"], message["code"]) for message in messages if message["code"]][:1]:
            self.codes, self.denial = [*self.codes, code], (re.findall(r"/denial#([\w-]+)", text) or [None])[0]
        return seen(answer) + (f", announced {body['code_length']}, received {len((self.codes or [''])[-1])}" if observes_code else "")
    def redeem(self, client, code):
        never = next(text for text in (digit * 8 for digit in "0123456789") if text not in self.codes)
        chosen = {"newest": (self.codes or [never])[-1], "earlier": self.codes[0] if len(self.codes) > 1 else never,
                  "stale": (self.codes[-2:] or [never])[0], "wrong": never, "missing": None}[code]
        form = {"grant_type": GRANT, "auth_session": self.session, "user_code": chosen}
        answer = self.server.form("token_endpoint", form, CLIENTS[client], PROOFS.get(client))
        self.token = answer[2].get("access_token", self.token)
        return seen(answer)
    def elsewhere(self, times, is_guessing):  # other transactions use a budget of the account up, and what is held stays
        held = dict(self.__dict__)
        for _ in range(times): self.identify(), self.deliver("same", "onFile"), is_guessing and self.redeem("same", "wrong")
        self.__dict__.update(held, newest=self.newest)
    def wait(self, until): self.server.advance(max(0, until - self.server.now()))
    def give(self, one, step={}):
        kind = one["kind"]
        if kind == "identification": return self.identify(step.get("bodyBytes"))
        if kind == "delivery": return self.deliver(one["sender"], one["option"], step.get("method", "email"), "observesCode" in step)
        if kind == "redemption": return self.redeem(one["sender"], one["code"])
        if kind == "usage": return seen(self.server.send("GET", "/usage", token=self.token))
        if kind == "wait": self.wait(self.ends.get(one["until"], 0) + MARGIN)
        elif self.denial: self.server.tell("/denial", {"denialToken": self.denial})
        return "-"
def seen(answer): return f"{answer[0]} {answer[2]['error']}" if "error" in answer[2] else str(answer[0])

def complete_suite(suite, tester, every):
    for test, (given, expected) in list(enumerate(suite["tests"]))[::every]:
        tester.begin()
        yield f"test {test}", [suite["outputs"][at] for at in expected], [tester.give(suite["inputs"][at]) for at in given]
    inputs = {one["name"]: one for one in suite["inputs"]}
    for row in suite["limits"]:
        for case in row.get("cases", [{"steps": [], "expected": None, "why": row.get("unseen")}]):
            if "assertionLifeSeconds" in str(case): case = {"steps": [], "expected": None, "why": "the standard library cannot sign"}
            for _ in range(5):
                began, observed = time.monotonic(), limit_case(case["steps"], tester, inputs)
                if observed == case["expected"] or time.monotonic() - began < MARGIN: break  # or so slow that it tells nothing
            yield f"{row['limit']} {case.get('why') or json.dumps(case['steps'])}", case["expected"], observed

def limit_case(steps, tester, inputs):
    tester.begin(EVERYTHING if any("method" in step for step in steps) else MAIL_ONLY)
    tester.server.tell("/sandbox/faults", {"delivery": "fails" if {"countsHandovers": True} in steps else "ok", "times": 1000})
    observed = []
    for step in steps:
        if "input" in step: observed += [tester.give(inputs[step["input"]], step) for _ in range(step.get("times", 1))]
        elif "untilSeconds" in step: tester.wait(tester.started + step["untilSeconds"] + 2.5 * MARGIN)
        else:
            tester.server.advance(200)
            deliveries = tester.server.tell("/sandbox/deliveries", {"authSession": tester.session})["deliveries"]
            observed.append(f"{deliveries[0]['refusals']} attempts")
    return observed

def transaction_paths(suite, tester, every):
    def take(event):
        kind = event["type"]
        if event.get("account") == "exhausted": tester.elsewhere(suite["policy"]["limits"]["wrongCodesPerAccount"], "code" in event)
        if kind == "identification.received": return tester.identify()
        if kind == "delivery.requested": return tester.deliver(event["client"], event["contact" if event["option"] == "offered" else "option"])
        if kind == "code.submitted": return tester.redeem(event["client"], event["code"])
        tester.give({"kind": "denial"} if kind == "denial.received" else {"kind": "wait", "until": kind.split(".")[0]})
    for path in suite["paths"][::every]:
        tester.begin()
        expected = [" ".join(str(step[name]) for name in ("status", "error") if name in step) or None for step in path["steps"]]
        yield path["id"], expected, [take(step["event"]) for step in path["steps"]]

def exchange_cases(suite, tester, every):
    for case in suite["cases"][::every]:
        answers = []
        for request in case["requests"]:
            member = lambda found: json.dumps(answers[int(found[1]) - 1][2][found[2]])[1:-1]
            one = json.loads(re.sub(r"\{\{(\d+)\.(\w+)\}\}", member, json.dumps(request)))
            plain = json.dumps(one["json"]) if "json" in one else one.get("body") or "a" * one.get("bodyBytes", 0) or None
            body = urlencode(one["form"]) if "form" in one else plain
            answers.append(tester.server.send(one["method"], one["path"], body, *map(one.get, ("contentType", "client", "accessToken", "proof"))))
        wanted, found = case["headers"], [name for name in case["headers"] if name in answers[-1][1]]
        yield case["id"], [case["status"], case.get("error"), *wanted], [answers[-1][0], answers[-1][2].get("error"), *found]

def main(action="", file="", issuer="", every=1):
    suite = json.load(open(file)) if action in ("settings", "play") else sys.exit(__doc__)
    limits = suite.get("policy", {}).get("limits", {})
    variables = {"OTP_FLOW_LIMIT_" + re.sub("([A-Z])", r"_\1", name).upper(): value for name, value in limits.items()}
    if action == "settings": return print(*(f"{name}={value}" for name, value in variables.items()))
    play = complete_suite if "tests" in suite else transaction_paths if "paths" in suite else exchange_cases
    count = {"passed": 0, "failed": 0, "skipped": 0}
    for name, expected, observed in play(suite, Tester(Server(issuer), limits), int(every)):
        verdict = "skipped" if expected is None else "passed" if expected == observed else "failed"
        count[verdict] += 1
        if verdict != "passed": print(f"{verdict}: {name}" + (f"\n  expected {expected}\n  observed {observed}" if expected else ""))
    print(", ".join(f"{number} {verdict}" for verdict, number in count.items()))
    sys.exit(1 if count["failed"] or not count["passed"] else 0)
if __name__ == "__main__": main(*sys.argv[1:])
