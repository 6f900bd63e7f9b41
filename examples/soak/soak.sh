#!/bin/sh
# Lets 64 devices in four processes exchange over Mosquitto for some minutes, and writes down once a minute how much memory, how many
# threads and how many file handles each process has, with the heap after a garbage collection. Needs mosquitto and a JDK.
#
#   examples/soak/soak.sh [MINUTES] [FOLDER]      # 30 and soak by default
set -eu

minutes=${1:-30}
folder=${2:-soak}
here=$(cd -P "$(dirname "$0")" && pwd)
limbeck=${LIMBECK:-$here/../../limbeck}
port=${PORT:-21899}
parts='0-15 16-31 32-47 48-63'
names=broker
processes=

"$limbeck" --version # builds it, if that is due
mkdir "$folder"
printf 'listener %s 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nset_tcp_nodelay true\n' "$port" >"$folder/mosquitto.conf"
mosquitto -c "$folder/mosquitto.conf" >"$folder/broker.log" 2>&1 &
processes=$!
trap 'kill $processes 2>/dev/null || true; wait' EXIT

for part in $parts; do
  LIMBECK_JAVA_OPTS="-Xmx256m -XX:+UseSerialGC" "$limbeck" run "$here/soak.yaml" --broker "mqtt://127.0.0.1:$port" \
    --devices "$part" --threads 1 --out "$folder/part-$part" --quiet >"$folder/part-$part.log" 2>&1 &
  processes="$processes $!"
  names="$names part-$part"
done

# The heap in use after a collection, in KiB; nothing for the broker.
heap() {
  jcmd "$1" GC.run >/dev/null 2>&1 || return 0
  jcmd "$1" GC.heap_info | sed -n 's/.*\(new\|DefNew\|tenured\|Tenured\).* used \([0-9]*\)K.*/\2/p' | awk '{ sum += $1 } END { print sum }'
}

# The round of the latest checkpoint; nothing for the broker.
round() {
  ls "$folder/$1/checkpoint/together" 2>/dev/null | sed -n 's/^round-0*\([0-9]*\)\..*/\1/p' | tail -n 1
}

echo 'minute,process,round,residentKiB,heapKiB,threads,handles' >"$folder/soak.csv"
sleep 20
minute=0
while [ "$minute" -le "$minutes" ]; do
  set -- $processes
  for name in $names; do
    if ! [ -e "/proc/$1/exe" ]; then
      echo "$name has ended: see $folder/$name.log" >&2
      exit 1
    fi
    heap=$(heap "$1")
    resident=$(awk '/VmRSS/ { print $2 }' "/proc/$1/status")
    threads=$(awk '/Threads/ { print $2 }' "/proc/$1/status")
    handles=$(ls "/proc/$1/fd" | wc -l)
    echo "$minute,$name,$(round "$name"),$resident,$heap,$threads,$handles" >>"$folder/soak.csv"
    shift
  done
  minute=$((minute + 1))
  [ "$minute" -gt "$minutes" ] || sleep 60
done

for minute in 0 $((minutes / 2)) "$minutes"; do
  grep "^$minute," "$folder/soak.csv"
done | { sed -n 1p "$folder/soak.csv" && cat; } | column -s, -t
