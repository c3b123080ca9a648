# Sourced by the scripts beside it: builds the benchmarks when there are none yet, or when a source is newer than they.
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
lib=$home/bench/target/lib
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if [ ! -f "$lib/built" ] || [ -n "$(find "$home" -name target -prune -o -name .git -prune -o -path '*/src/test' -prune -o \
  \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer "$lib/built" -print -quit)" ]; then
  echo "building the benchmarks" >&2
  (cd "$home" && mvn -B -q -Dstyle.color=never -Dquick -pl bench -am package) >&2
  touch "$lib/built"
fi
