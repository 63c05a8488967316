# Sourced by the scripts beside it: find_java NAME sets $java to a Java that is new enough, $java_version to its version
# and $java_major to the first number of that, or ends the script NAME with a message. The version is read from the
# JDK's release file where there is one, because starting Java to ask it costs a tenth of a second.

java_minimum=17

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
