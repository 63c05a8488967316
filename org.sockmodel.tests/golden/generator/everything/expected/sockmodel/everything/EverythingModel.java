// Generated from everything.sockmodel. Changes made here are lost.
package sockmodel.everything;

import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.uapi.*;

public final class EverythingModel extends Model {

  @Override
  public ModelDeclaration declare() {
    ModelDeclaration model = new ModelDeclaration("everything", "everything.sockmodel");
    model.machine(machineHost());
    model.netns(new NetnsDeclaration("far", "host", 58));
    model.nic(nicEth0());
    model.link(new LinkDeclaration("veth0", "host", "veth1", "far", 59).loses(0.005).peerLoses(0.0, 3, 5));
    model.workload(ServerWorkload.declare());
    model.expect(new Expectation(new Expectation.Named("messages"), Comparison.AT_LEAST, 0.0, Expectation.Unit.COUNT, 141).ofPort(80));
    model.expect(new Expectation(new Expectation.Named("latency total p99"), Comparison.LESS, 1.0E9, Expectation.Unit.NS, 142).ofThread("reader"));
    model.expect(new Expectation(new Expectation.Named("interrupts per message"), Comparison.AT_MOST, 1.5, Expectation.Unit.COUNT, 143));
    model.expect(new Expectation(new Expectation.Named("latency nic_to_user p99"), Comparison.LESS, 60000.0, Expectation.Unit.NS, 144));
    model.expect(new Expectation(new Expectation.Named("napi[0].polls"), Comparison.NOT_EQUAL, 0.0, Expectation.Unit.COUNT, 145));
    model.expect(new Expectation(new Expectation.SocketErrno(AddressFamily.AF_INET, SocketType.SOCK_STREAM, IpProtocol.IPPROTO_UDP), Comparison.EQUAL, Errno.EPROTONOSUPPORT, Expectation.Unit.ERRNO, 146));
    model.expect(new Expectation(new Expectation.SocketErrno(45, 3, 0), Comparison.NOT_EQUAL, 0.0, Expectation.Unit.ERRNO, 147));
    return model;
  }

  private static MachineDeclaration machineHost() {
    MachineDeclaration machine = new MachineDeclaration("host", 13);
    machine.cpus(2);
    machine.kernel("v6_1");
    machine.congestionControl("cubic");
    machine.cost("context_switch", 5000.0);
    machine.cost("copy", 0.1);
    machine.sysctl("netdev_budget", 200);
    machine.sysctl("netdev_budget_usecs", 1000);
    machine.sysctl("rmem_default", 65536);
    machine.sysctl("rps_sock_flow_entries", 1024);
    families(machine);
    return machine;
  }

  private static NicDeclaration nicEth0() {
    return new NicDeclaration("eth0", "host", 41)
        .driver(NicDriver.VIRTIO_NET)
        .linkBitsPerSecond(25000000000L)
        .ringPackets(512)
        .dmaNs(600)
        .napiWeightPackets(32)
        .moderation(new Moderation().rxUsecs(50000).rxFrames(32).groFlushTimeout(20000).napiDeferHardIrqs(100))
        .withoutGro()
        .threaded()
        .rpsCpus(0, 1)
        .rpsFlows(256)
        .ntuple()
        .queue(0, 24, 0, 55)
        .queueRpsCpus(0, 1)
        .queueRpsFlows(0, 64)
        .queue(1, 25, 1, 54)
        .transmitQueue(1, 26, 0, 54);
  }

  private static void families(MachineDeclaration machine) {
    machine.family(new FamilyDeclaration("AF_UNIX", 1, 22).create("unix_create")
        .protosw(new Protosw(SocketType.SOCK_STREAM, 0, 25).prot("unix_stream_proto").ops("unix_stream_ops")));
    machine.family(new FamilyDeclaration("AF_INET", 2, 27).create("inet_create")
        .protosw(new Protosw(SocketType.SOCK_STREAM, IpProtocol.IPPROTO_TCP, 29).prot("tcp_prot").ops("inet_stream_ops").flag("PERMANENT").flag("ICSK"))
        .protosw(new Protosw(SocketType.SOCK_RAW, IpProtocol.IPPROTO_IP, 30).prot("raw_prot").ops("inet_sockraw_ops").capability("CAP_NET_RAW")));
    machine.family(new FamilyDeclaration("AF_CAN", 29, 32).create("can_create").module("can")
        .protosw(new Protosw(SocketType.SOCK_RAW, 1, 35).prot("raw_proto").ops("raw_ops").module("can_raw")));
    machine.family(new FamilyDeclaration("AF_ODD", 45, 37).absent());
  }
}
