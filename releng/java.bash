# Sourced by the scripts beside it and by the benchmarks: find_java NAME sets $java to a Java that is new enough,
# $java_version to its version and $java_major to the first number of that, or ends the script NAME with a message. The
# version is read from the JDK's release file where there is one, because starting Java to ask it costs a tenth of a
# second.

java_minimum=17

# Reading a trace takes seconds, of which the compiler that makes long programs fast needs fewer if it puts less together;
# a simulation takes as long as its model asks for. For both it pays to see longer than by default what is worth
# compiling, and not to look for what their code does not have: objects that need no heap, and loops that gain by being
# laid out several times. Of the two threads of a reader each would slow the other down by marking neighbouring cards of
# the heap again and again.
java_lean=(-XX:+IgnoreUnrecognizedVMOptions -XX:-DoEscapeAnalysis -XX:LoopUnrollLimit=0 -XX:-PartialPeelLoop
  -XX:-UseSuperWord -XX:-UsePerfData)
java_reads=("${java_lean[@]}" -XX:FreqInlineSize=60 -XX:CompileThresholdScaling=2 -XX:+UseCondCardMark)
java_simulates=("${java_lean[@]}" -XX:CompileThresholdScaling=4)

version_of_java() {
  local release
  release=$(dirname "$(dirname "$(readlink -f "$(command -v "$1")")")")/release
  if [ -r "$release" ]; then
    sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$release"
  else
    "$1" -XshowSettings:properties -version 2>&1 \
      | sed -n 's/^ *java\.version = \([^ ]*\).*/\1/p'
  fi
}

find_java() {
  local advice="Install a JDK $java_minimum or newer and let JAVA_HOME or PATH lead to it."
  java=java
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
  fi
  if ! command -v "$java" >/dev/null 2>&1; then
    printf '%s: there is no Java at "%s". %s\n' "$1" "$java" "$advice" >&2
    exit 1
  fi
  java_version=$(version_of_java "$java")
  java_major=${java_version%%[!0-9]*}
  if [ "${java_major:-0}" -lt "$java_minimum" ]; then
    printf '%s: %s is version %s, which is too old. %s\n' "$1" "$java" "${java_version:-unknown}" "$advice" >&2
    exit 1
  fi
}
