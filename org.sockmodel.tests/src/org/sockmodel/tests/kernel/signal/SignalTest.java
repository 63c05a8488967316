package org.sockmodel.tests.kernel.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.Instruction.Sigaction.Disposition;
import org.sockmodel.runtime.model.Instruction.Sigprocmask.How;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.FileFlag;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.Signal;
import org.sockmodel.runtime.uapi.SignalFlag;
import org.sockmodel.runtime.uapi.SocketOption;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.kernel.Scene;

/** Scenarios sig_*, udp_sig_eintr, unix_sig_eintr and fioasync*, as recorded on Linux 6.18. */
class SignalTest {

  private static final String SENT = "sys_tgkill() > [waking rdr0 cpu0] > [ipi->cpu0 ttwu_queue_wakelist]"
      + " > signal_generate: sig=10 code=-6 comm=rdr0 grp=0 res=0 > sys_tgkill -> 0";
  private static final String SLEEPS = "sys_recvfrom(flags=0) > [switch rdr0(S)->swapper/0] > ";
  private static final String INTERRUPTED = SLEEPS + "[sock_recv_length len=0 err=-512] > sys_recvfrom -> -512 > ";

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp", "unix"})
  void shouldInterruptAReader(String family) {
    Scene scene = kill(family, 0, false);
    assertEquals(SENT, scene.events("snd", "sys_tgkill", "sys_tgkill ->"));
    assertEquals(INTERRUPTED + "signal_deliver: sig=10 code=-6 sa_flags=4000000 > sys_rt_sigreturn()"
        + " > [switch rdr0(X)->swapper/0]", scene.events("rdr0", "sys_recvfrom"));
    assertEquals(0, scene.woken("sys_sendto").stream().filter("rdr0"::equals).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp", "unix"})
  void shouldMakeTheCallAgainIfTheHandlerSaysSo(String family) {
    String events = kill(family, SignalFlag.SA_RESTART, false).events("rdr0", "sys_recvfrom");
    String again = INTERRUPTED + "signal_deliver: sig=10 code=-6 sa_flags=14000000 > sys_rt_sigreturn() > " + SLEEPS;
    assertTrue(events.startsWith(again), events);
    assertTrue(events.endsWith("[sock_recv_length len=64 err=0] > sys_recvfrom -> 64 > [switch rdr0(X)->swapper/0]"),
        events);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp", "unix"})
  void shouldNeverMakeACallWithATimeoutAgain(String family) {
    assertEquals(SLEEPS + "[sock_recv_length len=0 err=-4] > sys_recvfrom -> -4"
        + " > signal_deliver: sig=10 code=-6 sa_flags=14000000 > sys_rt_sigreturn() > [switch rdr0(X)->swapper/0]",
        kill(family, SignalFlag.SA_RESTART, true).events("rdr0", "sys_recvfrom"));
  }

  @Test
  void shouldSendTheOwnerOfAnAsynchronousSocketASignalFromTheSoftirq() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.udp(handler(Signal.SIGIO,
        SignalFlag.SA_SIGINFO), new Instruction.Fcntl("r", FileFlag.O_ASYNC | FileFlag.O_NONBLOCK, 1),
        Scene.udpSend(64), Scene.sleepMs(1), Scene.recv(0), Scene.recv(0), Scene.unlessErrno(Errno.EAGAIN))).run();
    assertEquals("sys_sendto(flags=0) > [softirq_raise NET_RX] > [softirq_entry NET_RX]"
        + " > [sk_data_ready sock_def_readable] > signal_generate: sig=29 code=128 comm=snd grp=1 res=0"
        + " > [napi_poll work 1] > [softirq_exit NET_RX] > [sock_send_length len=64 err=0] > sys_sendto -> 64"
        + " > signal_deliver: sig=29 code=128 sa_flags=4000004 > sys_rt_sigreturn() > [switch snd(S)->swapper/1]",
        scene.events("snd", "sys_sendto", "[switch"));
    assertEquals("sys_recvfrom(flags=0) > [sock_recv_length len=64 err=0] > sys_recvfrom -> 64"
        + " > sys_recvfrom(flags=0) > [sock_recv_length len=0 err=-11] > sys_recvfrom -> -11"
        + " > [switch snd(X)->swapper/1]", scene.events("snd", "sys_recvfrom"));
  }

  @Test
  void shouldSendTheSignalThatIsChosenAsOftenAsSomethingComes() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.udp(handler(Signal.SIGRTMIN, SignalFlag.SA_SIGINFO),
        new Instruction.Fcntl("r", FileFlag.O_ASYNC, 1), new Instruction.Setsig("r", Signal.SIGRTMIN, 1),
        mask(How.SIG_BLOCK, Signal.SIGRTMIN), Scene.udpSend(64), Scene.udpSend(64),
        mask(How.SIG_UNBLOCK, Signal.SIGRTMIN), Scene.sleepMs(1))).run();
    assertEquals(2, scene.count("snd", "signal_generate: sig=34 code=1 comm=snd grp=1 res=0"));
    assertEquals(2, scene.count("snd", "signal_deliver: sig=34 code=1 sa_flags=4000004"));
  }

  @Test
  void shouldSayInTheChosenSignalThatThePeerIsGone() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.pair(SocketType.SOCK_STREAM),
        handler(Signal.SIGUSR1, SignalFlag.SA_SIGINFO), new Instruction.Fcntl("r", FileFlag.O_ASYNC, 1),
        new Instruction.Setsig("r", Signal.SIGUSR1, 1), new Instruction.Close("s", 1), Scene.sleepMs(1)).run();
    assertEquals(1, scene.count("snd", "signal_generate: sig=10 code=6 comm=snd grp=1 res=0"));
  }

  @Test
  void shouldWakeAThreadThatWaitsForTheSignalOfASocket() {
    Instruction block = mask(How.SIG_BLOCK, Signal.SIGIO);
    Scene scene = new Scene("v6_18").thread("sigw", 1, Scene.tcp(block,
        new Instruction.Fcntl("r", FileFlag.O_ASYNC, 1), new Instruction.Sigwait(Signal.SIGIO, 1),
        Scene.recv(MessageFlag.MSG_DONTWAIT))).thread("snd", 1, block, Scene.sleepMs(5), Scene.send(64)).run();
    assertEquals("[sk_data_ready sock_def_readable] > [waking sigw cpu1] > [wakeup sigw cpu1]"
        + " > signal_generate: sig=29 code=128 comm=sigw grp=1 res=0", scene.events("snd", "[sk_data", "signal_gen"));
    assertEquals("sys_rt_sigtimedwait -> 29 > sys_recvfrom(flags=0x40) > [copy_datagram 64] > [tcp_rcv_space_adjust]"
        + " > [sock_recv_length len=64 err=0] > sys_recvfrom -> 64 > [switch sigw(X)->swapper/1]",
        scene.events("sigw", "sys_rt_sigtimedwait ->"));
  }

  @Test
  void shouldNotSignalTheOwnerWhileAReaderWaitsForTheData() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.pair(SocketType.SOCK_STREAM),
        handler(Signal.SIGIO, 0), new Instruction.Fcntl("r", FileFlag.O_ASYNC, 1),
        Scene.sleepMs(2), Scene.send(64)).thread("rdr0", 0, Scene.sleepMs(1), Scene.recv(0)).run();
    assertEquals(0, scene.count("snd", "signal_generate"));
    assertEquals(1, scene.count("rdr0", "sys_recvfrom -> 64"));
  }

  @Test
  void shouldEndAProcessThatHasNoHandler() {
    Scene scene = new Scene("v6_18").thread("snd", 1, Scene.pair(SocketType.SOCK_STREAM), Scene.sleepMs(2),
        new Instruction.Tgkill("rdr0", Signal.SIGUSR1, 1), Scene.sleepMs(1000))
        .thread("rdr0", 0, Scene.sleepMs(1), Scene.recv(0)).run();
    assertEquals(List.of("workload w ended: SIGUSR1, which it does not handle"), scene.warnings());
    assertEquals(1, scene.count("snd", "[switch snd(X)"));
    assertEquals(1, scene.count("rdr0", "[switch rdr0(X)"));
  }

  @Test
  void shouldKeepASignalThatIsBlockedUntilItIsNotAndIgnoreASecondOne() {
    Instruction kill = new Instruction.Tgkill("snd", Signal.SIGUSR2, 1);
    Scene scene = new Scene("v6_18").thread("snd", 0, handler(Signal.SIGUSR2, 0),
        mask(How.SIG_BLOCK, Signal.SIGUSR2), kill, kill,
        mask(How.SIG_UNBLOCK, Signal.SIGUSR2), Scene.sleepMs(1), Scene.unlessErrno(Errno.EINTR)).run();
    assertEquals(1, scene.count("snd", "signal_generate: sig=12 code=-6 comm=snd grp=0 res=0"));
    assertEquals(1, scene.count("snd", "signal_generate: sig=12 code=-6 comm=snd grp=0 res=2"));
    assertEquals(1, scene.count("snd", "signal_deliver"));
  }

  @Test
  void shouldInterruptAThreadThatComputes() {
    Scene scene = computing(handler(Signal.SIGUSR1, 0), Signal.SIGUSR1);
    assertEquals(2_000_000, scene.lastNs("rdr0", "signal_deliver"), 50_000);
    assertEquals(10_000_000, scene.lastNs("rdr0", "[switch rdr0(X)"), 100_000, "the rest is computed afterwards");
    assertEquals(List.of(), scene.warnings());
  }

  @Test
  void shouldEndAThreadThatComputesAtOnce() {
    Scene scene = computing(handler(Signal.SIGUSR1, 0), Signal.SIGKILL);
    assertEquals(2_000_000, scene.lastNs("rdr0", "[switch rdr0(X)"), 50_000);
    assertEquals(List.of("workload w ended: SIGKILL, which it does not handle"), scene.warnings());
  }

  @Test
  void shouldEndAllThreadsOfAProcess() {
    Scene scene = new Scene("v6_18").thread("snd", 1, new Instruction.Compute(10_000_000, 1))
        .thread("rdr0", 0, Scene.sleepMs(1), new Instruction.Tgkill("rdr0", Signal.SIGTERM, 1)).run();
    assertEquals(1_000_000, scene.lastNs("snd", "[switch snd(X)"), 50_000);
  }

  @Test
  void shouldDoNothingForASignalThatIsIgnored() {
    Scene scene = computing(new Instruction.Sigaction(Signal.SIGUSR1, Disposition.SIG_IGN, 0, 1), Signal.SIGUSR1);
    assertEquals(1, scene.count("snd", "signal_generate: sig=10 code=-6 comm=rdr0 grp=0 res=1"));
    assertEquals(0, scene.count("rdr0", "signal_deliver"));
  }

  @Test
  void shouldForgetAPendingSignalThatIsIgnoredFromNowOn() {
    Scene scene = new Scene("v6_18").thread("snd", 0, handler(Signal.SIGUSR2, 0),
        mask(How.SIG_BLOCK, Signal.SIGUSR2), new Instruction.Tgkill("snd", Signal.SIGUSR2, 1),
        new Instruction.Sigaction(Signal.SIGUSR2, Disposition.SIG_IGN, 0, 1), handler(Signal.SIGUSR2, 0),
        mask(How.SIG_UNBLOCK, Signal.SIGUSR2), Scene.sleepMs(1)).run();
    assertEquals(0, scene.count("snd", "signal_deliver"));
    assertEquals(List.of(), scene.warnings());
  }

  /** A thread that computes for 10 ms, and one that sends it a signal after 2 ms. */
  private static Scene computing(Instruction action, int signal) {
    return new Scene("v6_18").thread("snd", 1, action, Scene.sleepMs(2), new Instruction.Tgkill("rdr0", signal, 1))
        .thread("rdr0", 0, new Instruction.Compute(10_000_000, 1)).run();
  }

  private static Instruction handler(int signal, int flags) {
    return new Instruction.Sigaction(signal, Disposition.HANDLER, flags, 1);
  }

  private static Instruction mask(How how, int signal) {
    return new Instruction.Sigprocmask(how, signal, 1);
  }

  private static Scene kill(String family, int flags, boolean timeout) {
    Instruction[] rest = {handler(Signal.SIGUSR1, flags),
        new Instruction.Setsockopt("r", SocketOption.SO_RCVTIMEO, timeout ? 5_000_000_000L : 0, 1), Scene.sleepMs(2),
        new Instruction.Tgkill("rdr0", Signal.SIGUSR1, 1), Scene.sleepMs(3),
        family.equals("udp") ? Scene.udpSend(64) : Scene.send(64), Scene.sleepMs(1)};
    Instruction[] program = switch (family) {
      case "tcp" -> Scene.tcp(rest);
      case "udp" -> Scene.udp(rest);
      default -> unix(rest);
    };
    return new Scene("v6_18").thread("snd", 1, program)
        .thread("rdr0", 0, Scene.sleepMs(1), Scene.recv(0), Scene.unlessErrno(Errno.EINTR)).run();
  }

  private static Instruction[] unix(Instruction[] rest) {
    Instruction[] all = new Instruction[rest.length + 1];
    all[0] = Scene.pair(SocketType.SOCK_STREAM);
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
