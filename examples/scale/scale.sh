#!/usr/bin/env bash
# Runs an experiment of 1,000 devices in one process, and in four over Mosquitto, for few rounds and for many, and writes down what all of
# them took. Differences between the two are what rounds cost, without the start. Needs mosquitto and mosquitto_sub (Debian: mosquitto,
# mosquitto-clients).
#
#   examples/scale/scale.sh [FEW] [MANY] [FOLDER]      # 50, 250 and scale by default
#   SETTINGS='--set topology.name=ring' examples/scale/scale.sh
set -euo pipefail

few=${1:-50}
many=${2:-250}
folder=${3:-scale}
here=$(cd -P "$(dirname "$0")" && pwd)
limbeck=${LIMBECK:-$here/../../limbeck}
port=${PORT:-21898}
parts='0-249 250-499 500-749 750-999'
read -ra settings <<<"${SETTINGS:-}"
TIMEFORMAT='%U %S'
broker=
trap '[ -z "$broker" ] || kill "$broker"' EXIT

"$limbeck" --version # builds it, if that is due
mkdir "$folder"
printf 'listener %s 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nmax_inflight_messages 1000\nset_tcp_nodelay true\nsys_interval 1\n' \
  "$port" >"$folder/mosquitto.conf"
echo 'processes,rounds,seconds,cpuSeconds,memoryMiB,brokerCpuSeconds,brokerMemoryMiB,published,delivered' >"$folder/scale.csv"

# run OUT ARGUMENT…: its CPU seconds go to OUT.cpu, and the greatest of the processes' memory to OUT.memory.
run() {
  local out=$1
  shift
  { time "$limbeck" run "$here/scale.yaml" ${settings[@]+"${settings[@]}"} --out "$out" --quiet "$@" >"$out.log" 2>&1; } 2>"$out.cpu" || {
    cat "$out.log" >&2
    return 1
  }
  awk '{ print $1 + $2 }' "$out.cpu" >"$out.sum"
}

# peak NAME: the most memory that processes with NAME in their command line have had so far, in MiB, each.
peak() {
  local process
  for process in $(pgrep -f -- "java.*$1" || true); do
    awk '/VmHWM/ { print $2 / 1024 }' "/proc/$process/status" 2>/dev/null || true
  done
}

# watch OUT PID…: until they end, keeps the greatest memory of their children in OUT.
watch() {
  local out=$1 process most=0 now
  shift
  while kill -0 "$@" 2>/dev/null; do
    now=$(peak "$folder/" | sort -n | tail -n 1)
    most=$(awk -v a="$most" -v b="${now:-0}" 'BEGIN { printf "%d", (a > b ? a : b) }')
    sleep 0.5
  done
  echo "$most" >"$out"
}

seconds() { date +%s.%N; }

# counter NAME: what the broker has counted.
counter() { mosquitto_sub -p "$port" -t "\$SYS/broker/$1" -C 1; }

whole() {
  local rounds=$1 begin process
  begin=$(seconds)
  run "$folder/whole-$rounds" --set "rounds=$rounds" --threads 2 &
  process=$!
  watch "$folder/memory" "$process"
  wait "$process"
  echo "1,$rounds,$(seconds),$begin,$(cat "$folder/whole-$rounds.sum"),$(cat "$folder/memory"),0,0,0,0" | row
}

# Turns the end and the beginning into what lies between.
row() { awk -F, -v OFS=, '{ print $1, $2, sprintf("%.1f", $3 - $4), sprintf("%.1f", $5), $6, $7, $8, $9, $10 }' >>"$folder/scale.csv"; }

split() {
  local rounds=$1 begin part processes=() cpu memory published delivered
  mosquitto -c "$folder/mosquitto.conf" >"$folder/broker-$rounds.log" 2>&1 &
  broker=$!
  begin=$(seconds)
  for part in $parts; do
    run "$folder/part-$rounds-$part" --set "rounds=$rounds" --threads 1 --broker "mqtt://127.0.0.1:$port" --devices "$part" &
    processes+=($!)
  done
  watch "$folder/memory" "${processes[@]}"
  for part in "${processes[@]}"; do
    wait "$part"
  done
  local end
  end=$(seconds)
  cpu=$(awk -v tick="$(getconf CLK_TCK)" '{ print ($14 + $15) / tick }' "/proc/$broker/stat")
  memory=$(awk '/VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$broker/status")
  sleep 2
  published=$(counter publish/messages/received)
  delivered=$(counter publish/messages/sent)
  kill "$broker"
  wait "$broker" || true
  broker=
  echo "4,$rounds,$end,$begin,$(cat "$folder"/part-"$rounds"-*.sum | awk '{ sum += $1 } END { print sum }'),$(cat "$folder/memory"),$cpu,$memory,$published,$delivered" | row
}

for rounds in "$few" "$many"; do
  whole "$rounds"
  split "$rounds"
done

column -s, -t "$folder/scale.csv"
awk -F, -v rounds="$((many - few))" '
  NR > 1 { for (i = 3; i <= 9; i++) { d[$1, i] = $i - last[$1, i]; last[$1, i] = $i } }
  END {
    messages = d[4, 8]
    printf "a round: %.0f messages published, %.0f delivered; %.3f s in one process, %.3f s in four\n", messages / rounds, d[4, 9] / rounds, d[1, 3] / rounds, d[4, 3] / rounds
    printf "a published message: %.0f us of the broker, %.0f us of the processes beyond what one process takes\n", 1e6 * d[4, 6] / messages, 1e6 * (d[4, 4] - d[1, 4]) / messages
  }' "$folder/scale.csv"
