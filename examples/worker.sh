#!/bin/sh
# A worker in a few lines of shell: asks for a run each second and echoes what it is. Needs curl and node (for reading JSON).
#   TOKEN=cg_… examples/worker.sh http://127.0.0.1:4000 emails     (TOKEN: with the rights READ and WORK; NAMESPACE: whose queue it is)
url=${1:-http://127.0.0.1:4000} queue=${2:-emails} worker="shell-$$"

call() { # what to send as JSON → the answer
  curl -sS -m 10 -H 'content-type: application/json' ${TOKEN:+-H "authorization: Bearer $TOKEN"} \
    ${NAMESPACE:+-H "cronograph-namespace: $NAMESPACE"} -d "$1" "$url/graphql"
}
field() { # JSON on standard input → one value in it
  node -p "JSON.parse(require('fs').readFileSync(0, 'utf8'))$1 ?? ''"
}

trap 'exit 0' TERM
while :; do
  claim=$(call "{\"query\":\"mutation { claimRuns(input: { queue: \\\"$queue\\\", workerId: \\\"$worker\\\" }) { claims { attempt run { id } } } }\"}")
  run=$(printf %s "$claim" | field '?.data?.claimRuns.claims[0]?.run.id' 2>/dev/null)
  if [ -z "$run" ]; then
    case $claim in *'"data":{'*) ;; *) echo "${claim:-No answer.}" >&2 ;; esac
    sleep 1
    continue
  fi
  attempt=$(printf %s "$claim" | field '.data.claimRuns.claims[0].attempt')
  # The work goes here. A run that takes longer than 30 s needs heartbeatRun meanwhile.
  call "{\"query\":\"mutation { completeRun(input: { runId: \\\"$run\\\", attempt: $attempt, workerId: \\\"$worker\\\", result: \\\"done\\\" }) { userErrors { code } } }\"}"
done
