#!/usr/bin/env bash
# Finds out which functions run between the start and a remedy, and writes their names into link/first.txt,
# from which build.rs tells the linker to put them side by side. Once in a while, when much has changed:
#
#   link/first.sh
#
# Needs Linux, Rust, a C compiler, valgrind and script (util-linux). Nothing breaks where the list is old:
# names that are not there any more are passed over, and new functions stand with the others.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TERM_COLOR=never

CARGO_PROFILE_RELEASE_STRIP=none cargo build --locked --release --bin tilldoc
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A clerk's session: heading, symptom, the first answers up to a remedy, that it worked, and good-bye.
press() {
  sleep 12
  for key in 1 3 1 1 1 1 1 1 1 q; do
    printf '%s' "$key"
    sleep 3
  done
}
program=$PWD/target/release/tilldoc
# The second session finds the first in the database.
mkdir "$folder/home"
for language in en_GB.UTF-8 zh_CN.UTF-8; do
  press | env -i PATH="$PATH" HOME="$folder/home" LANG="$language" TERM=xterm-256color \
    script --quiet --return --command \
    "stty cols 80 rows 24; valgrind -q --tool=callgrind --demangle=no --callgrind-out-file=$folder/$language.out $program" \
    /dev/null >"$folder/$language.screen"
  grep -q 'screens6remedy' "$folder/$language.out" || { echo "no remedy was reached in $language" >&2; exit 1; }
done

# What differs from build to build is left open: the hash at the end of a name, the number of a crate, and what
# the linker and the profiler append.
names() {
  sed -E -e "s/'[0-9]+$//" -e 's/(\.llvm)?\.[0-9]+$//' -e 's/17h[0-9a-f]{16}E.*$/17h*/' -e 's/Cs[0-9A-Za-z]+_/Cs*_/g' |
    grep -E '^[A-Za-z0-9_.$*]+$' | LC_ALL=C sort -u
}
sed -n "s/^c\{0,1\}fn=([0-9]*) \(.*\)/\1/p" "$folder"/*.out | names >"$folder/run"
nm "$program" | sed -n 's/^[0-9a-f]* [tTwW] //p' | names >"$folder/own"
# The others are of the system's libraries.
LC_ALL=C comm -12 "$folder/run" "$folder/own" >link/first.txt
printf '%s functions run up to a remedy\n' "$(wc -l <link/first.txt)"
