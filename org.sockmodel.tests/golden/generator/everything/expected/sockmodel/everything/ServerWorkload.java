// Generated from everything.sockmodel. Changes made here are lost.
package sockmodel.everything;

import java.util.List;
import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.model.Instruction.*;

final class ServerWorkload {

  private ServerWorkload() {
  }

  static WorkloadDeclaration declare() {
    WorkloadDeclaration workload = new WorkloadDeclaration("server", "host", 57);
    workload.thread(threadAcceptor());
    workload.thread(threadReader());
    workload.thread(threadOther());
    workload.thread(threadShortcut());
    workload.traffic(new TrafficDeclaration("traffic", "eth0", 80, 123)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(1000000)
            .count(3)
            .payloadBytes(64)
            .gap(new Distribution.Exponential(100000)));
    workload.traffic(new TrafficDeclaration("bursts", "eth0", 5000, 124)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Uniform(1000, 9000)));
    workload.traffic(new TrafficDeclaration("traffic2", "eth0", 80, 125)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Normal(100000, 10000)));
    workload.traffic(new TrafficDeclaration("traffic3", "eth0", 80, 126)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Pareto(1000, 1.5)));
    workload.traffic(new TrafficDeclaration("traffic4", "eth0", 80, 127)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Constant(5000000000L)));
    workload.traffic(new TrafficDeclaration("traffic5", "eth0", 80, 128)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Constant(333333333)));
    return workload;
  }

  private static ThreadDeclaration threadAcceptor() {
    ThreadDeclaration thread = new ThreadDeclaration("acceptor", 58);
    thread.cpu(0);
    thread.nice(-5);
    thread.program(
        new Socket("l", AddressFamily.AF_INET, SocketType.SOCK_STREAM | SocketType.SOCK_NONBLOCK, 0, 59),
        new Bind("l", Endpoint.port(80), 60),
        new Listen("l", 16, 61),
        new Loop(Instruction.FOREVER, List.of(
            new Accept("c", "l", 63),
            new StartThread("reader", 64)), 62));
    return thread;
  }

  private static ThreadDeclaration threadReader() {
    ThreadDeclaration thread = new ThreadDeclaration("reader", 67);
    thread.startedByThread();
    thread.program(
        new Setsockopt("c", SocketOption.SO_RCVTIMEO, 20000000, 68),
        new Setsockopt("c", SocketOption.SO_RCVLOWAT, 192, 69),
        new Fcntl("c", FileFlag.O_NONBLOCK | FileFlag.O_ASYNC, 70),
        new Loop(1000, List.of(
            new Recv("c", 4096, MessageFlag.MSG_PEEK | MessageFlag.MSG_DONTWAIT, 72),
            new IfErrno(Errno.EAGAIN, List.of(
                new Sleep(1000000, 74)), List.of(
                new IfErrno(0, List.of(
                    new Shutdown("c", Shutdown.How.SHUT_RDWR, 76),
                    new Close("c", 77)), List.of(
                    new Compute(500, 79)), 75)), 73),
            new Recvmsg("c", 64, 0, 81),
            new Read("c", 64, 82),
            new Send("c", 64, MessageFlag.MSG_NOSIGNAL, 83),
            new Write("c", 64, 84)), 71));
    return thread;
  }

  private static ThreadDeclaration threadOther() {
    ThreadDeclaration thread = new ThreadDeclaration("other", 87);
    thread.program(
        new Socketpair("a", "b", AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0, 88),
        new Socket("x", 45, SocketType.SOCK_RAW, 7, 89),
        new Socket("other.u", AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0, 90),
        new Bind("other.u", Endpoint.path("/tmp/a \"b\""), 91),
        new Connect("other.u", Endpoint.path("/tmp/c"), 92),
        new Connect("x", Endpoint.port(80), 93),
        new Connect("x", Endpoint.port("host", 81), 94),
        new Setns("far", 95),
        new Connect("x", Endpoint.port("far", 81), 96),
        new Sendto("x", 64, MessageFlag.MSG_DONTWAIT, Endpoint.port(82), 97),
        new Poll(List.of("a", "b"), PollEvent.POLLIN | PollEvent.POLLOUT, 5000000, 98),
        new Poll(List.of("a"), PollEvent.POLLIN, Instruction.NO_TIMEOUT, 99),
        new EpollCreate("ep", 100),
        new EpollCtl("ep", EpollCtl.Operation.ADD, "a", PollEvent.EPOLLIN | PollEvent.EPOLLET, 101),
        new EpollCtl("ep", EpollCtl.Operation.DEL, "a", PollEvent.EPOLLIN, 102),
        new EpollWait("ep", 8, 1000000000, 103),
        new EpollWait("ep", 64, Instruction.NO_TIMEOUT, 104),
        new Select(List.of("a"), PollEvent.POLLIN, 2000000000, 105),
        new Pipe("r", "w", 106),
        new Write("w", 64, 107),
        new Read("r", 64, 108),
        new Sigaction(Signal.SIGUSR1, Sigaction.Disposition.HANDLER, SignalFlag.SA_RESTART | SignalFlag.SA_SIGINFO, 109),
        new Sigaction(Signal.SIGPIPE, Sigaction.Disposition.SIG_IGN, 0, 110),
        new Sigaction(Signal.SIGPIPE, Sigaction.Disposition.SIG_DFL, 0, 111),
        new Sigprocmask(Sigprocmask.How.SIG_BLOCK, Signal.SIGIO, 112),
        new Sigwait(Signal.SIGIO, 113),
        new Sigprocmask(Sigprocmask.How.SIG_UNBLOCK, Signal.SIGIO, 114),
        new Tgkill("reader", Signal.SIGUSR1, 115));
    return thread;
  }

  private static ThreadDeclaration threadShortcut() {
    ThreadDeclaration thread = new ThreadDeclaration("shortcut", 117);
    thread.program(
        new Socket("shortcut.u", AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0, 118),
        new Established("shortcut.u", 5000, 119),
        new Recv("shortcut.u", 1, 0, 120));
    return thread;
  }
}
