// Generated from everything.sockmodel. Changes made here are lost.
package sockmodel.everything;

import java.util.List;
import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.model.Instruction.*;

final class ServerWorkload {

  private ServerWorkload() {
  }

  static WorkloadDeclaration declare() {
    WorkloadDeclaration workload = new WorkloadDeclaration("server", "host", 56);
    workload.thread(threadAcceptor());
    workload.thread(threadReader());
    workload.thread(threadOther());
    workload.thread(threadShortcut());
    workload.traffic(new TrafficDeclaration("traffic", "eth0", 80, 109)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(1000000)
            .count(3)
            .payloadBytes(64)
            .gap(new Distribution.Exponential(100000)));
    workload.traffic(new TrafficDeclaration("bursts", "eth0", 5000, 110)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Uniform(1000, 9000)));
    workload.traffic(new TrafficDeclaration("traffic2", "eth0", 80, 111)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Normal(100000, 10000)));
    workload.traffic(new TrafficDeclaration("traffic3", "eth0", 80, 112)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Pareto(1000, 1.5)));
    workload.traffic(new TrafficDeclaration("traffic4", "eth0", 80, 113)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Constant(5000000000L)));
    workload.traffic(new TrafficDeclaration("traffic5", "eth0", 80, 114)
            .protocol(TrafficDeclaration.Protocol.TCP)
            .startNs(0)
            .count(3)
            .payloadBytes(1)
            .gap(new Distribution.Constant(333333333)));
    return workload;
  }

  private static ThreadDeclaration threadAcceptor() {
    ThreadDeclaration thread = new ThreadDeclaration("acceptor", 57);
    thread.cpu(0);
    thread.nice(-5);
    thread.program(
        new Socket("l", AddressFamily.AF_INET, SocketType.SOCK_STREAM | SocketType.SOCK_NONBLOCK, 0, 58),
        new Bind("l", Endpoint.port(80), 59),
        new Listen("l", 16, 60),
        new Loop(Instruction.FOREVER, List.of(
            new Accept("c", "l", 62),
            new StartThread("reader", 63)), 61));
    return thread;
  }

  private static ThreadDeclaration threadReader() {
    ThreadDeclaration thread = new ThreadDeclaration("reader", 66);
    thread.startedByThread();
    thread.program(
        new Setsockopt("c", SocketOption.SO_RCVTIMEO, 20000000, 67),
        new Setsockopt("c", SocketOption.SO_RCVLOWAT, 192, 68),
        new Fcntl("c", FileFlag.O_NONBLOCK | FileFlag.O_ASYNC, 69),
        new Loop(1000, List.of(
            new Recv("c", 4096, MessageFlag.MSG_PEEK | MessageFlag.MSG_DONTWAIT, 71),
            new IfErrno(Errno.EAGAIN, List.of(
                new Sleep(1000000, 73)), List.of(
                new IfErrno(0, List.of(
                    new Shutdown("c", Shutdown.How.SHUT_RDWR, 75),
                    new Close("c", 76)), List.of(
                    new Compute(500, 78)), 74)), 72),
            new Recvmsg("c", 64, 0, 80),
            new Read("c", 64, 81),
            new Send("c", 64, MessageFlag.MSG_NOSIGNAL, 82),
            new Write("c", 64, 83)), 70));
    return thread;
  }

  private static ThreadDeclaration threadOther() {
    ThreadDeclaration thread = new ThreadDeclaration("other", 86);
    thread.program(
        new Socketpair("a", "b", AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0, 87),
        new Socket("x", 45, SocketType.SOCK_RAW, 7, 88),
        new Socket("other.u", AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0, 89),
        new Bind("other.u", Endpoint.path("/tmp/a \"b\""), 90),
        new Connect("other.u", Endpoint.path("/tmp/c"), 91),
        new Connect("x", Endpoint.port(80), 92),
        new Connect("x", Endpoint.port("host", 81), 93),
        new Sendto("x", 64, MessageFlag.MSG_DONTWAIT, Endpoint.port(82), 94),
        new Poll(List.of("a", "b"), PollEvent.POLLIN | PollEvent.POLLOUT, 5000000, 95),
        new Poll(List.of("a"), PollEvent.POLLIN, Instruction.NO_TIMEOUT, 96),
        new EpollCreate("ep", 97),
        new EpollCtl("ep", EpollCtl.Operation.ADD, "a", PollEvent.EPOLLIN | PollEvent.EPOLLET, 98),
        new EpollCtl("ep", EpollCtl.Operation.DEL, "a", PollEvent.EPOLLIN, 99),
        new EpollWait("ep", 8, 1000000000, 100),
        new EpollWait("ep", 64, Instruction.NO_TIMEOUT, 101));
    return thread;
  }

  private static ThreadDeclaration threadShortcut() {
    ThreadDeclaration thread = new ThreadDeclaration("shortcut", 103);
    thread.program(
        new Socket("shortcut.u", AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0, 104),
        new Established("shortcut.u", 5000, 105),
        new Recv("shortcut.u", 1, 0, 106));
    return thread;
  }
}
