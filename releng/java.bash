# Sourced by the scripts beside it: find_java NAME sets $java to a Java that is new enough and $java_major to its
# version, or ends the script NAME with a message. The version is read from the JDK's release file where there is one, because starting Java to ask
# it costs a tenth of a second.

java_minimum=17

java_version() {
  local release
  release=$(dirname "$(dirname "$(readlink -f "$(command -v "$1")")")")/release
  if [ -r "$release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release"
  else
    "$1" -XshowSettings:properties -version 2>&1 \
      | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
  fi
}

find_java() {
  local advice="Install a JDK $java_minimum or newer and let JAVA_HOME or PATH lead to it." version
  java=java
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
  fi
  if ! command -v "$java" >/dev/null 2>&1; then
    printf '%s: there is no Java at "%s". %s\n' "$1" "$java" "$advice" >&2
    exit 1
  fi
  version=$(java_version "$java")
  if [ "${version:-0}" -lt "$java_minimum" ]; then
    printf '%s: %s is version %s, which is too old. %s\n' "$1" "$java" "${version:-unknown}" "$advice" >&2
    exit 1
  fi
  java_major=$version
}
