// Generated from everything.sockmodel. Changes made here are lost.
package sockmodel.everything;

import java.util.List;
import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.model.Instruction.*;
import org.sockmodel.runtime.uapi.*;

final class ServerWorkload {

  private ServerWorkload() {
  }

  static WorkloadDeclaration declare() {
    WorkloadDeclaration workload = new WorkloadDeclaration("server", "host", 61);
    workload.thread(threadAcceptor());
    workload.thread(threadReader());
    workload.thread(threadOther());
    workload.thread(threadShortcut());
    workload.traffic(new TrafficDeclaration("traffic", "eth0", 80, 130)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(1000000)
            .count(3)
            .payloadBytes(64)
            .gap(new Distribution.Exponential(100000)));
    workload.traffic(new TrafficDeclaration("bursts", "eth0", 5000, 131)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Uniform(1000, 9000)).corrupt(0.005).arp(1000).closed());
    workload.traffic(new TrafficDeclaration("traffic2", "eth0", 80, 132)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Normal(100000, 10000)));
    workload.traffic(new TrafficDeclaration("traffic3", "eth0", 80, 133)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Pareto(1000, 1.5)));
    workload.traffic(new TrafficDeclaration("traffic4", "eth0", 80, 134)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(40)
            .payloadBytes(1)
            .gap(new Distribution.Burst(20, 5000, 40000000)));
    workload.traffic(new TrafficDeclaration("traffic5", "eth0", 80, 135)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Sequence(1000, 2000, 3000)));
    workload.traffic(new TrafficDeclaration("traffic6", "eth0", 80, 136)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Constant(5000000000L)));
    workload.traffic(new TrafficDeclaration("traffic7", "eth0", 80, 137)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Constant(333333333)));
    return workload;
  }

  private static ThreadDeclaration threadAcceptor() {
    ThreadDeclaration thread = new ThreadDeclaration("acceptor", 62);
    thread.cpu(0);
    thread.nice(-5);
    thread.program(
        new Socket("l", AddressFamily.AF_INET, SocketType.SOCK_STREAM | SocketType.SOCK_NONBLOCK, 0, 63),
        new Bind("l", Endpoint.port(80), 64),
        new Listen("l", 16, 65),
        new Loop(Instruction.FOREVER, List.of(
            new Accept("c", "l", 67),
            new StartThread("reader", 68)), 66));
    return thread;
  }

  private static ThreadDeclaration threadReader() {
    ThreadDeclaration thread = new ThreadDeclaration("reader", 71);
    thread.startedByThread();
    thread.program(
        new Setsockopt("c", SocketOption.SO_RCVTIMEO, 20000000, 72),
        new Setsockopt("c", SocketOption.SO_RCVLOWAT, 192, 73),
        new Setsockopt("c", SocketOption.TCP_CONGESTION, CongestionAlgorithm.RENO.ordinal(), 74),
        new Fcntl("c", FileFlag.O_NONBLOCK | FileFlag.O_ASYNC, 75),
        new Setsig("c", Signal.SIGRTMIN, 76),
        new Loop(1000, List.of(
            new Recv("c", 4096, MessageFlag.MSG_PEEK | MessageFlag.MSG_DONTWAIT, 78),
            new IfErrno(Errno.EAGAIN, List.of(
                new Sleep(1000000, 80)), List.of(
                new IfErrno(0, List.of(
                    new Shutdown("c", Shutdown.How.SHUT_RDWR, 82),
                    new Close("c", 83)), List.of(
                    new Compute(500, 85)), 81)), 79),
            new Recvmsg("c", 64, 0, 87),
            new Read("c", 64, 88),
            new Send("c", 64, MessageFlag.MSG_NOSIGNAL, 89),
            new Write("c", 64, 90)), 77));
    return thread;
  }

  private static ThreadDeclaration threadOther() {
    ThreadDeclaration thread = new ThreadDeclaration("other", 93);
    thread.program(
        new Socketpair("a", "b", AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0, 94),
        new Socket("x", 45, SocketType.SOCK_RAW, 7, 95),
        new Socket("other.u", AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0, 96),
        new Bind("other.u", Endpoint.path("/tmp/a \"b\""), 97),
        new Connect("other.u", Endpoint.path("/tmp/c"), 98),
        new Connect("x", Endpoint.port(80), 99),
        new Connect("x", Endpoint.port("host", 81), 100),
        new Setns("far", 101),
        new Connect("x", Endpoint.port("far", 81), 102),
        new Sendto("x", 64, MessageFlag.MSG_DONTWAIT, Endpoint.port(82), 103),
        new Poll(List.of("a", "b"), PollEvent.POLLIN | PollEvent.POLLOUT, 5000000, 104),
        new Poll(List.of("a"), PollEvent.POLLIN, Instruction.NO_TIMEOUT, 105),
        new EpollCreate("ep", 106),
        new EpollCtl("ep", EpollCtl.Operation.ADD, "a", PollEvent.EPOLLIN | PollEvent.EPOLLET, 107),
        new EpollCtl("ep", EpollCtl.Operation.DEL, "a", PollEvent.EPOLLIN, 108),
        new EpollParams("ep", 64000, 16, true, 109),
        new EpollWait("ep", 8, 1000000000, 110),
        new EpollWait("ep", 64, Instruction.NO_TIMEOUT, 111),
        new Select(List.of("a"), PollEvent.POLLIN, 2000000000, 112),
        new Pipe("r", "w", 113),
        new Write("w", 64, 114),
        new Read("r", 64, 115),
        new Sigaction(Signal.SIGUSR1, Sigaction.Disposition.HANDLER, SignalFlag.SA_RESTART | SignalFlag.SA_SIGINFO, 116),
        new Sigaction(Signal.SIGPIPE, Sigaction.Disposition.SIG_IGN, 0, 117),
        new Sigaction(Signal.SIGPIPE, Sigaction.Disposition.SIG_DFL, 0, 118),
        new Sigprocmask(Sigprocmask.How.SIG_BLOCK, Signal.SIGIO, 119),
        new Sigwait(Signal.SIGIO, 120),
        new Sigprocmask(Sigprocmask.How.SIG_UNBLOCK, Signal.SIGIO, 121),
        new Tgkill("reader", Signal.SIGUSR1, 122));
    return thread;
  }

  private static ThreadDeclaration threadShortcut() {
    ThreadDeclaration thread = new ThreadDeclaration("shortcut", 124);
    thread.program(
        new Socket("shortcut.u", AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0, 125),
        new Established("shortcut.u", 5000, 126),
        new Recv("shortcut.u", 1, 0, 127));
    return thread;
  }
}
