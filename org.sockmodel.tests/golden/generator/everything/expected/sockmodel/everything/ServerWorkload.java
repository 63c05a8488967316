// Generated from everything.sockmodel. Changes made here are lost.
package sockmodel.everything;

import java.util.List;
import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.model.Instruction.*;

final class ServerWorkload {

  private ServerWorkload() {
  }

  static WorkloadDeclaration declare() {
    WorkloadDeclaration workload = new WorkloadDeclaration("server", "host", 61);
    workload.thread(threadAcceptor());
    workload.thread(threadReader());
    workload.thread(threadOther());
    workload.thread(threadShortcut());
    workload.traffic(new TrafficDeclaration("traffic", "eth0", 80, 128)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(1000000)
            .count(3)
            .payloadBytes(64)
            .gap(new Distribution.Exponential(100000)));
    workload.traffic(new TrafficDeclaration("bursts", "eth0", 5000, 129)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Uniform(1000, 9000)).closed());
    workload.traffic(new TrafficDeclaration("traffic2", "eth0", 80, 130)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Normal(100000, 10000)));
    workload.traffic(new TrafficDeclaration("traffic3", "eth0", 80, 131)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Pareto(1000, 1.5)));
    workload.traffic(new TrafficDeclaration("traffic4", "eth0", 80, 132)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(40)
            .payloadBytes(1)
            .gap(new Distribution.Burst(20, 5000, 40000000)));
    workload.traffic(new TrafficDeclaration("traffic5", "eth0", 80, 133)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Sequence(1000, 2000, 3000)));
    workload.traffic(new TrafficDeclaration("traffic6", "eth0", 80, 134)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Constant(5000000000L)));
    workload.traffic(new TrafficDeclaration("traffic7", "eth0", 80, 135)
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
        new Fcntl("c", FileFlag.O_NONBLOCK | FileFlag.O_ASYNC, 74),
        new Loop(1000, List.of(
            new Recv("c", 4096, MessageFlag.MSG_PEEK | MessageFlag.MSG_DONTWAIT, 76),
            new IfErrno(Errno.EAGAIN, List.of(
                new Sleep(1000000, 78)), List.of(
                new IfErrno(0, List.of(
                    new Shutdown("c", Shutdown.How.SHUT_RDWR, 80),
                    new Close("c", 81)), List.of(
                    new Compute(500, 83)), 79)), 77),
            new Recvmsg("c", 64, 0, 85),
            new Read("c", 64, 86),
            new Send("c", 64, MessageFlag.MSG_NOSIGNAL, 87),
            new Write("c", 64, 88)), 75));
    return thread;
  }

  private static ThreadDeclaration threadOther() {
    ThreadDeclaration thread = new ThreadDeclaration("other", 91);
    thread.program(
        new Socketpair("a", "b", AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0, 92),
        new Socket("x", 45, SocketType.SOCK_RAW, 7, 93),
        new Socket("other.u", AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0, 94),
        new Bind("other.u", Endpoint.path("/tmp/a \"b\""), 95),
        new Connect("other.u", Endpoint.path("/tmp/c"), 96),
        new Connect("x", Endpoint.port(80), 97),
        new Connect("x", Endpoint.port("host", 81), 98),
        new Setns("far", 99),
        new Connect("x", Endpoint.port("far", 81), 100),
        new Sendto("x", 64, MessageFlag.MSG_DONTWAIT, Endpoint.port(82), 101),
        new Poll(List.of("a", "b"), PollEvent.POLLIN | PollEvent.POLLOUT, 5000000, 102),
        new Poll(List.of("a"), PollEvent.POLLIN, Instruction.NO_TIMEOUT, 103),
        new EpollCreate("ep", 104),
        new EpollCtl("ep", EpollCtl.Operation.ADD, "a", PollEvent.EPOLLIN | PollEvent.EPOLLET, 105),
        new EpollCtl("ep", EpollCtl.Operation.DEL, "a", PollEvent.EPOLLIN, 106),
        new EpollParams("ep", 64000, 16, true, 107),
        new EpollWait("ep", 8, 1000000000, 108),
        new EpollWait("ep", 64, Instruction.NO_TIMEOUT, 109),
        new Select(List.of("a"), PollEvent.POLLIN, 2000000000, 110),
        new Pipe("r", "w", 111),
        new Write("w", 64, 112),
        new Read("r", 64, 113),
        new Sigaction(Signal.SIGUSR1, Sigaction.Disposition.HANDLER, SignalFlag.SA_RESTART | SignalFlag.SA_SIGINFO, 114),
        new Sigaction(Signal.SIGPIPE, Sigaction.Disposition.SIG_IGN, 0, 115),
        new Sigaction(Signal.SIGPIPE, Sigaction.Disposition.SIG_DFL, 0, 116),
        new Sigprocmask(Sigprocmask.How.SIG_BLOCK, Signal.SIGIO, 117),
        new Sigwait(Signal.SIGIO, 118),
        new Sigprocmask(Sigprocmask.How.SIG_UNBLOCK, Signal.SIGIO, 119),
        new Tgkill("reader", Signal.SIGUSR1, 120));
    return thread;
  }

  private static ThreadDeclaration threadShortcut() {
    ThreadDeclaration thread = new ThreadDeclaration("shortcut", 122);
    thread.program(
        new Socket("shortcut.u", AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0, 123),
        new Established("shortcut.u", 5000, 124),
        new Recv("shortcut.u", 1, 0, 125));
    return thread;
  }
}
