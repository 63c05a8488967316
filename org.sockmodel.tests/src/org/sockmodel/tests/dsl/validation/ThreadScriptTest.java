package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads and what they do. */
class ThreadScriptTest {

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "t = socket([[AF_INTE]], SOCK_DGRAM, 0) @ unknown-symbol @ unknown address family 'AF_INTE'; did you mean"
          + " 'AF_INET'?",
      "t = socket(AF_INET, [[SOCK_DGARM]], 0) @ unknown-symbol @ unknown socket type 'SOCK_DGARM'; did you mean"
          + " 'SOCK_DGRAM'?",
      "t = socket(AF_INET, SOCK_DGRAM | [[SOCK_NOBLOCK]], 0) @ unknown-symbol @ unknown socket type 'SOCK_NOBLOCK'; did"
          + " you mean 'SOCK_NONBLOCK'?",
      "a, b = socketpair(AF_UNIX, SOCK_STREAM, [[IPPROTO_TPC]]) @ unknown-symbol @ unknown protocol 'IPPROTO_TPC'; did"
          + " you mean 'IPPROTO_TCP'?",
      "t = socket(AF_NETLINK, SOCK_RAW, [[AF_INET]]) @ unknown-symbol @ unknown protocol 'AF_INET'; did you mean"
          + " 'PF_INET'?",
      "t = socket(AF_CAN, SOCK_RAW, [[RAW_FRAMES]]) @ unknown-symbol @ unknown protocol 'RAW_FRAMES'; use CAN_BCM,"
          + " CAN_ISOTP, CAN_J1939, CAN_MCNET, CAN_RAW, CAN_TP16, CAN_TP20"})
  void shouldCheckSocketCalls(String marked, String code, String message) {
    Marked.script(marked).shouldGive(code, message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "bind s port [[0]] @ out-of-range @ 0 is out of range; use 1 to 65535",
      "bind s port [[70000]] @ out-of-range @ 70000 is out of range; use 1 to 65535",
      "bind s path [[\"\"]] @ out-of-range @ a socket's path has 1 to 107 characters; name one",
      "connect s port [[5000B]] @ wrong-unit @ 5000B has a unit, but a plain number is wanted here; write 5000",
      "established s port [[0]] @ out-of-range @ 0 is out of range; use 1 to 65535",
      "listen s backlog [[3B]] @ wrong-unit @ 3B has a unit, but a plain number is wanted here; write 3",
      "recv s [[64]] @ missing-unit @ 64 needs a unit; write B, KiB, MiB or GiB after it",
      "recv s 64B flags [[MSG_PEAK]] @ unknown-symbol @ unknown flag 'MSG_PEAK'; did you mean 'MSG_PEEK'?",
      "read s 64B flags [[MSG_PEEK]] @ wrong-kind @ read takes no flags; use recv",
      "write s 64B flags [[MSG_MORE]] @ wrong-kind @ write takes no flags; use send",
      "send s [[5ms]] @ wrong-unit @ 5ms is a time, but a size is wanted here; use B, KiB, MiB or GiB",
      "sendto s 64B port [[0]] @ out-of-range @ 0 is out of range; use 1 to 65535",
      "poll s timeout [[10]] @ missing-unit @ 10 needs a unit; write ns, us, ms or s after it",
      "poll s events [[POLLIM]] @ unknown-symbol @ unknown event 'POLLIM'; did you mean 'POLLIN'?",
      "epoll_ctl ep [[EPOLL_CTL_AD]] s @ unknown-symbol @ unknown operation 'EPOLL_CTL_AD'; did you mean"
          + " 'EPOLL_CTL_ADD'?",
      "epoll_wait ep max [[0]] @ out-of-range @ 0 is out of range; use 1 to 33554431",
      "setsockopt s [[SO_RCVTIME]] 5ms @ unknown-symbol @ unknown socket option 'SO_RCVTIME'; did you mean"
          + " 'SO_RCVTIMEO'?",
      "setsockopt s SO_RCVTIMEO [[5]] @ missing-unit @ 5 needs a unit; write ns, us, ms or s after it",
      "setsockopt s SO_RCVBUF [[5ms]] @ wrong-unit @ 5ms is a time, but a size is wanted here; use B, KiB, MiB or GiB",
      "fcntl s [[O_NOBLOCK]] @ unknown-symbol @ unknown flag 'O_NOBLOCK'; did you mean 'O_NONBLOCK'?",
      "fcntl s F_SETSIG [[SIGRTMON]] @ unknown-symbol @ unknown signal 'SIGRTMON'; did you mean 'SIGRTMIN'?",
      "r, w = pipe() fcntl r F_SETSIG [[SIGUSR1]] @ wrong-kind @ only a socket sends a signal in a simulation; delete"
          + " this call",
      "setsockopt s TCP_CONGESTION [[cubik]] @ unknown-symbol @ unknown congestion control 'cubik'; did you mean"
          + " 'cubic'?",
      "compute [[2]] @ missing-unit @ 2 needs a unit; write ns, us, ms or s after it",
      "sleep [[100000s]] @ out-of-range @ 100000s is out of range; use 0ns to 86400000000000ns",
      "shutdown s [[SHUT_READ]] @ unknown-symbol @ unknown half of a connection 'SHUT_READ'; did you mean 'SHUT_RD'?",
      "select s timeout [[10]] @ missing-unit @ 10 needs a unit; write ns, us, ms or s after it",
      "r, w = pipe() fcntl r [[O_ASYNC]] @ wrong-kind @ only a socket sends SIGIO in a simulation; leave O_ASYNC out",
      "tgkill t [[SIGURS1]] @ unknown-symbol @ unknown signal 'SIGURS1'; did you mean 'SIGUSR1'?",
      "sigaction SIGUSR1 [[handle]] @ unknown-symbol @ unknown disposition 'handle'; did you mean 'handler'?",
      "sigaction SIGUSR1 handler flags [[SA_RESTRAT]] @ unknown-symbol @ unknown flag 'SA_RESTRAT'; did you mean"
          + " 'SA_RESTART'?",
      "sigaction SIGUSR1 SIG_IGN flags [[SA_RESTART]] @ wrong-kind @ only a handler has flags; delete them, or write"
          + " handler",
      "sigaction [[SIGKILL]] handler @ wrong-kind @ SIGKILL has no handler and is not ignored; name another signal",
      "sigprocmask [[SIG_SETMASK]] SIGIO @ unknown-symbol @ unknown change of a signal mask 'SIG_SETMASK'; use"
          + " SIG_BLOCK, SIG_UNBLOCK",
      "sigprocmask SIG_BLOCK [[SIGKILL]] @ wrong-kind @ SIGKILL cannot be blocked; name another signal",
      "sigwait [[SIGI0]] @ unknown-symbol @ unknown signal 'SIGI0'; did you mean 'SIGIO'?",
      "loop [[0]] { compute 1us } @ out-of-range @ 0 is out of range; use 1 to 1000000000000",
      "if errno [[EAGAIM]] { } @ unknown-symbol @ unknown errno 'EAGAIM'; did you mean 'EAGAIN'?"})
  void shouldCheckCalls(String marked, String code, String message) {
    Marked.script(marked).shouldGive(code, message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "recv [[x]] 64B @ unknown-name @ unknown socket 'x' in this workload; did you mean 's'?",
      "close [[listener]] @ unknown-name @ unknown socket 'listener' in this workload; create it with: listener ="
          + " socket(AF_INET, SOCK_DGRAM, 0)",
      "pthread_create [[worker]] @ unknown-name @ unknown thread 'worker'; declare it with: thread"
          + " worker { }",
      "recv [[c]] 64B c = socket(AF_INET, SOCK_DGRAM, 0) @ used-before-created @ 'c' is created only further down;"
          + " create it before it is used",
      "recv [[ep]] 64B @ wrong-kind @ 'ep' is an epoll instance; name a socket here",
      "c = accept [[ep]] @ wrong-kind @ 'ep' is an epoll instance; name a socket here",
      "epoll_wait [[s]] @ wrong-kind @ 's' is a socket, but an epoll instance is wanted here; create one with: ep ="
          + " epoll_create()",
      "r, w = pipe() recv [[r]] 64B @ wrong-kind @ 'r' is a pipe's reading end; name a socket here",
      "r, w = pipe() read [[w]] 64B @ wrong-kind @ 'w' is a pipe's writing end; name a socket or a pipe's reading end"
          + " here",
      "r, w = pipe() write [[r]] 64B @ wrong-kind @ 'r' is a pipe's reading end; name a socket or a pipe's writing end"
          + " here",
      "close [[ep]] @ wrong-kind @ 'ep' is an epoll instance; name a socket or a pipe here",
      "tgkill [[worker]] SIGUSR1 @ unknown-name @ unknown thread 'worker'; declare it with: thread"
          + " worker { }",
      "[[loop { }]] @ endless-loop @ this loop never ends and does nothing; put a call into it, or say how often: loop"
          + " 10 { }",
      "[[loop { if errno { } }]] @ endless-loop @ this loop never ends and does nothing; put a call into it, or say how"
          + " often: loop 10 { }"})
  void shouldCheckNamesAndLoops(String marked, String code, String message) {
    Marked.script(marked).shouldGive(code, message);
  }

  @Test
  void shouldReportNamesThatSeveralThreadsCreate() {
    Marked.elements("workload w on host {"
        + " thread a { s = socket(AF_INET, SOCK_DGRAM, 0) } thread b { s = socket(AF_INET, SOCK_DGRAM, 0) }"
        + " thread c { recv [[s]] 1B } }").shouldGive("unknown-name",
        "several threads create a socket 's'; give them different names");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "thread t on cpu [[2]] { } | no-such-cpu | host has no cpu 2; its last one is 1",
      "thread t nice [[20]] { } | out-of-range | nice 20 does not exist; use -20 (most favoured) to 19",
      "thread t nice [[-21]] { } | out-of-range | nice -21 does not exist; use -20 (most favoured) to 19",
      "thread t nice [[5ms]] { } | out-of-range | nice 5ms does not exist; use -20 (most favoured) to 19",
      "capability [[CAP_NET_RAE]] thread t { } | unknown-symbol | unknown capability 'CAP_NET_RAE'; did you mean"
          + " 'CAP_NET_RAW'?",
      "thread t { } thread [[t]] { } | duplicate-name | there is already a thread 't'; choose another name",
      "thread t { [[t\u00ads]] = epoll_create() } | bad-name | the character U+00AD may not stand in a name; use"
          + " letters,"
          + " digits and _"})
  void shouldCheckThreads(String marked, String code, String message) {
    Marked.elements("workload w on host { " + marked + " }").shouldGive(code, message);
  }

  @Test
  void shouldReportWorkloadsInWhichNothingBegins() {
    Marked.elements("workload [[w]] on host { thread a { pthread_create b } thread b { pthread_create a } }")
        .shouldGive("missing", "every thread waits to be started by another; remove a pthread_create");
  }

  @Test
  void shouldAllowAllNiceValues() {
    Marked.elements("workload w on host { thread a nice -20 { } thread b nice 19 { } }").shouldGiveNothing();
  }
}
