package org.sockmodel.runtime.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes what a recording set up, and ends the command that it ran with all its children, if this process can no
 * longer do so: it was killed, or ran out of memory. A shell waits at the end of a pipe, which the kernel closes
 * whatever ends this process; {@link #dismiss} sends it home.
 */
final class Guard {

  /**
   * The tracer's folder is busy until the last file of the dead process is closed, so it is tried for a while. A key
   * that ends the recording reaches the shell as well, and must not. A process is known by its number and the time of
   * its start, the 22nd word of {@code /proc/PID/stat}, so that nobody else with that number is ended. The children of
   * the command are asked for before it ends, since they are somebody else's from then on.
   */
  private static final String SCRIPT = String.join("\n",
      "trap '' INT TERM HUP QUIT",
      "started() { read -r line < \"/proc/$1/stat\" && set -- ${line##*) } && echo \"${20}\"; }",
      "known() { echo \"$1:$(started $1)\"; }",
      "family() (",
      "  known $1",
      "  for list in /proc/$1/task/*/children; do",
      "    children=",
      "    read -r children < $list",
      "    for child in $children; do family $child; done",
      "  done",
      ")",
      "end() {",
      "  for one in $family; do",
      "    [ \"$(known ${one%:*})\" = $one ] && kill -s $1 ${one%:*}",
      "  done",
      "}",
      "command= family=",
      "while read -r word; do",
      "  [ \"$word\" = dismissed ] && exit 0",
      "  command=$(known $word)",
      "done",
      "[ -n \"$command\" ] && [ \"$(known ${command%:*})\" = $command ] && family=$(family ${command%:*})",
      "end TERM",
      "tracer=$1; shift",
      "rm -f -- \"$@\"",
      "for try in 1 2 3 4 5 6 7 8 9 10; do",
      "  rmdir -- \"$tracer\" && break",
      "  sleep 0.2",
      "done",
      "[ -n \"$family\" ] && sleep 2 && end KILL");

  private final Process shell;

  /**
   * Puts a guard on duty.
   *
   * @param tracer the folder of the tracer's instance
   * @param files what is written meanwhile
   * @throws IOException if there is no shell
   */
  Guard(Path tracer, List<Path> files) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sockmodel-guard", tracer.toString()));
    files.forEach(file -> command.add(file.toString()));
    shell = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Has the guard end the process of that number as well, and what are its children then. */
  void watch(long pid) throws IOException {
    tell(Long.toString(pid));
  }

  /** Ends the guard's duty: everything was removed or is complete. */
  void dismiss() throws IOException {
    try (OutputStream pipe = shell.getOutputStream()) {
      tell("dismissed");
    }
  }

  private void tell(String word) throws IOException {
    OutputStream pipe = shell.getOutputStream();
    pipe.write((word + '\n').getBytes(StandardCharsets.US_ASCII));
    pipe.flush();
  }
}
