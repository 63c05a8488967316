package org.sockmodel.runtime.kernel.snmp;

/**
 * What is counted, of those counters whose place in the kernel is simulated: {@code include/uapi/linux/snmp.h}, by the
 * names of {@code net/ipv4/proc.c}.
 */
public enum SnmpCounter {

  /** {@code IPSTATS_MIB_INPKTS}: {@code ip_rcv_core} got a packet; what GRO has merged is one. */
  IP_IN_RECEIVES(Group.IP, "InReceives", Telling.USUAL),
  /** {@code IPSTATS_MIB_INUNKNOWNPROTOS}: nobody knows the protocol. */
  IP_IN_UNKNOWN_PROTOS(Group.IP, "InUnknownProtos", Telling.TROUBLE),
  /** {@code IPSTATS_MIB_INDELIVERS}: given to a protocol or a raw socket. */
  IP_IN_DELIVERS(Group.IP, "InDelivers", Telling.USUAL),
  /** {@code IPSTATS_MIB_OUTREQUESTS}: a packet that this machine sends, before it is cut into fragments. */
  IP_OUT_REQUESTS(Group.IP, "OutRequests", Telling.USUAL),
  /** {@code IPSTATS_MIB_OUTNOROUTES}: nothing leads to the destination. */
  IP_OUT_NO_ROUTES(Group.IP, "OutNoRoutes", Telling.TROUBLE),
  /** {@code IPSTATS_MIB_REASMTIMEOUT}: {@code ip_expire}: fragments did not come in time. */
  IP_REASM_TIMEOUT(Group.IP, "ReasmTimeout", Telling.TROUBLE),
  /** {@code IPSTATS_MIB_REASMREQDS}: {@code ip_defrag} got a fragment. */
  IP_REASM_REQDS(Group.IP, "ReasmReqds", Telling.USUAL),
  /** {@code IPSTATS_MIB_REASMOKS}: a packet is whole. */
  IP_REASM_OKS(Group.IP, "ReasmOKs", Telling.USUAL),
  /** {@code IPSTATS_MIB_REASMFAILS}: what there was of a packet is thrown away. */
  IP_REASM_FAILS(Group.IP, "ReasmFails", Telling.TROUBLE),
  /** {@code IPSTATS_MIB_FRAGOKS}: {@code ip_do_fragment} has cut a packet. */
  IP_FRAG_OKS(Group.IP, "FragOKs", Telling.USUAL),
  /** {@code IPSTATS_MIB_FRAGCREATES}: a fragment was made. */
  IP_FRAG_CREATES(Group.IP, "FragCreates", Telling.USUAL),
  /** {@code IPSTATS_MIB_OUTPKTS}: {@code ip_finish_output2}: a packet or a fragment leaves. */
  IP_OUT_TRANSMITS(Group.IP, "OutTransmits", Telling.USUAL, 6, 7),
  /** {@code ICMP_MIB_INMSGS}: {@code icmp_rcv} got a message. */
  ICMP_IN_MSGS(Group.ICMP, "InMsgs", Telling.USUAL),
  /** {@code ICMP_MIB_INDESTUNREACHS}: ... which tells that nobody has the port. */
  ICMP_IN_DEST_UNREACHS(Group.ICMP, "InDestUnreachs", Telling.TROUBLE),
  /** {@code ICMP_MIB_OUTMSGS}: {@code icmp_out_count}: a message is sent. */
  ICMP_OUT_MSGS(Group.ICMP, "OutMsgs", Telling.USUAL),
  /** {@code ICMP_MIB_RATELIMITHOST}: {@code icmpv4_xrlim_allow} let a peer not be told once more. */
  ICMP_OUT_RATE_LIMIT_HOST(Group.ICMP, "OutRateLimitHost", Telling.TROUBLE, 6, 3),
  /** {@code ICMP_MIB_OUTDESTUNREACHS}: ... since nobody has the port. */
  ICMP_OUT_DEST_UNREACHS(Group.ICMP, "OutDestUnreachs", Telling.TROUBLE),
  /** {@code TCP_MIB_ACTIVEOPENS}: {@code tcp_connect} sent a SYN. */
  TCP_ACTIVE_OPENS(Group.TCP, "ActiveOpens", Telling.USUAL),
  /** {@code TCP_MIB_PASSIVEOPENS}: {@code tcp_create_openreq_child}: a handshake is complete. */
  TCP_PASSIVE_OPENS(Group.TCP, "PassiveOpens", Telling.USUAL),
  /** {@code TCP_MIB_ATTEMPTFAILS}: {@code tcp_done} of a socket that has not connected. */
  TCP_ATTEMPT_FAILS(Group.TCP, "AttemptFails", Telling.TROUBLE),
  /** {@code TCP_MIB_ESTABRESETS}: {@code tcp_set_state}: a connection closed without a FIN of this end. */
  TCP_ESTAB_RESETS(Group.TCP, "EstabResets", Telling.TROUBLE),
  /** {@code TCP_MIB_INSEGS}: {@code tcp_v4_rcv} got a segment; what GRO has merged is one. */
  TCP_IN_SEGS(Group.TCP, "InSegs", Telling.USUAL),
  /** {@code TCP_MIB_OUTSEGS}: segments as they go over a wire, without those sent again. */
  TCP_OUT_SEGS(Group.TCP, "OutSegs", Telling.USUAL),
  /** {@code TCP_MIB_RETRANSSEGS}: segments sent again, and loss probes. */
  TCP_RETRANS_SEGS(Group.TCP, "RetransSegs", Telling.TROUBLE),
  /** {@code TCP_MIB_INERRS}: a segment with a wrong checksum. */
  TCP_IN_ERRS(Group.TCP, "InErrs", Telling.TROUBLE),
  /** {@code TCP_MIB_OUTRSTS}: a reset is sent. */
  TCP_OUT_RSTS(Group.TCP, "OutRsts", Telling.TROUBLE),
  /** {@code TCP_MIB_CSUMERRORS}: a segment with a wrong checksum. */
  TCP_IN_CSUM_ERRORS(Group.TCP, "InCsumErrors", Telling.TROUBLE),
  /** {@code UDP_MIB_INDATAGRAMS}: {@code udp_recvmsg} gave a datagram to its reader. */
  UDP_IN_DATAGRAMS(Group.UDP, "InDatagrams", Telling.USUAL),
  /** {@code UDP_MIB_NOPORTS}: nobody has the port. */
  UDP_NO_PORTS(Group.UDP, "NoPorts", Telling.TROUBLE),
  /** {@code UDP_MIB_INERRORS}: no room, or a wrong checksum. */
  UDP_IN_ERRORS(Group.UDP, "InErrors", Telling.TROUBLE),
  /** {@code UDP_MIB_OUTDATAGRAMS}: {@code udp_send_skb} sent a datagram. */
  UDP_OUT_DATAGRAMS(Group.UDP, "OutDatagrams", Telling.USUAL),
  /** {@code UDP_MIB_RCVBUFERRORS}: the socket's buffer is full. */
  UDP_RCVBUF_ERRORS(Group.UDP, "RcvbufErrors", Telling.TROUBLE),
  /** {@code UDP_MIB_CSUMERRORS}: a wrong checksum. */
  UDP_IN_CSUM_ERRORS(Group.UDP, "InCsumErrors", Telling.TROUBLE),
  /** {@code LINUX_MIB_PRUNECALLED}: {@code tcp_prune_queue}: the receive buffer is full. */
  TCP_EXT_PRUNE_CALLED(Group.TCP_EXT, "PruneCalled", Telling.TROUBLE),
  /** {@code LINUX_MIB_RCVPRUNED}: ... and stays so. */
  TCP_EXT_RCV_PRUNED(Group.TCP_EXT, "RcvPruned", Telling.TROUBLE),
  /** {@code LINUX_MIB_OFOPRUNED}: {@code tcp_prune_ofo_queue} threw segments away. */
  TCP_EXT_OFO_PRUNED(Group.TCP_EXT, "OfoPruned", Telling.TROUBLE),
  /** {@code LINUX_MIB_TIMEWAITED}: {@code tcp_time_wait}; before 4.2 counted a minute later, when that is over. */
  TCP_EXT_TIME_WAITED(Group.TCP_EXT, "TW", Telling.USUAL, 4, 2),
  /** {@code LINUX_MIB_DELAYEDACKS}: {@code tcp_delack_timer_handler} sent one. */
  TCP_EXT_DELAYED_ACKS(Group.TCP_EXT, "DelayedACKs", Telling.USUAL),
  /** {@code LINUX_MIB_DELAYEDACKLOCKED}: {@code tcp_delack_timer} found the socket owned. */
  TCP_EXT_DELAYED_ACK_LOCKED(Group.TCP_EXT, "DelayedACKLocked", Telling.USUAL),
  /** {@code LINUX_MIB_DELAYEDACKLOST}: data came twice, so the peer has missed an acknowledgement. */
  TCP_EXT_DELAYED_ACK_LOST(Group.TCP_EXT, "DelayedACKLost", Telling.TROUBLE),
  /** {@code LINUX_MIB_LISTENOVERFLOWS}: the accept queue is full. */
  TCP_EXT_LISTEN_OVERFLOWS(Group.TCP_EXT, "ListenOverflows", Telling.TROUBLE),
  /** {@code LINUX_MIB_LISTENDROPS}: {@code tcp_listendrop}: a listener did not take what came. */
  TCP_EXT_LISTEN_DROPS(Group.TCP_EXT, "ListenDrops", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPPREQUEUED}: {@code tcp_prequeue_process}, until 4.13. */
  TCP_EXT_PREQUEUED(Group.TCP_EXT, "TCPPrequeued", Telling.USUAL),
  /** {@code LINUX_MIB_TCPPREQUEUEDROPPED}: more than the prequeue takes, until 4.13. */
  TCP_EXT_PREQUEUE_DROPPED(Group.TCP_EXT, "TCPPrequeueDropped", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPHPHITS}: data on the fast path. */
  TCP_EXT_HP_HITS(Group.TCP_EXT, "TCPHPHits", Telling.USUAL),
  /** {@code LINUX_MIB_TCPHPHITSTOUSER}: ... right to the reader, until 4.13. */
  TCP_EXT_HP_HITS_TO_USER(Group.TCP_EXT, "TCPHPHitsToUser", Telling.USUAL),
  /** {@code LINUX_MIB_TCPPUREACKS}: an acknowledgement without data, off the fast path. */
  TCP_EXT_PURE_ACKS(Group.TCP_EXT, "TCPPureAcks", Telling.USUAL),
  /** {@code LINUX_MIB_TCPHPACKS}: an acknowledgement of something new on the fast path. */
  TCP_EXT_HP_ACKS(Group.TCP_EXT, "TCPHPAcks", Telling.USUAL),
  /** {@code LINUX_MIB_TCPSACKRECOVERY}: {@code tcp_enter_recovery}: something is lost. */
  TCP_EXT_SACK_RECOVERY(Group.TCP_EXT, "TCPSackRecovery", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPSACKREORDER}: {@code tcp_check_sack_reordering}: segments overtook others. */
  TCP_EXT_SACK_REORDER(Group.TCP_EXT, "TCPSACKReorder", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPFULLUNDO}: {@code tcp_try_undo_recovery}: nothing was lost. */
  TCP_EXT_FULL_UNDO(Group.TCP_EXT, "TCPFullUndo", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPPARTIALUNDO}: {@code tcp_try_undo_partial}, likewise. */
  TCP_EXT_PARTIAL_UNDO(Group.TCP_EXT, "TCPPartialUndo", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPDSACKUNDO}: {@code tcp_try_undo_dsack}: all that was sent again came twice. */
  TCP_EXT_DSACK_UNDO(Group.TCP_EXT, "TCPDSACKUndo", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPLOSSUNDO}: {@code tcp_try_undo_loss}: the timer expired too early. */
  TCP_EXT_LOSS_UNDO(Group.TCP_EXT, "TCPLossUndo", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPLOSTRETRANSMIT}: segments lost that were sent again. */
  TCP_EXT_LOST_RETRANSMIT(Group.TCP_EXT, "TCPLostRetransmit", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPFASTRETRANS}: segments sent again in a recovery. */
  TCP_EXT_FAST_RETRANS(Group.TCP_EXT, "TCPFastRetrans", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPSLOWSTARTRETRANS}: segments sent again after the timer. */
  TCP_EXT_SLOW_START_RETRANS(Group.TCP_EXT, "TCPSlowStartRetrans", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPTIMEOUTS}: {@code tcp_retransmit_timer} or {@code tcp_syn_ack_timeout}. */
  TCP_EXT_TIMEOUTS(Group.TCP_EXT, "TCPTimeouts", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPLOSSPROBES}: {@code tcp_send_loss_probe} sent one. */
  TCP_EXT_LOSS_PROBES(Group.TCP_EXT, "TCPLossProbes", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPLOSSPROBERECOVERY}: {@code tcp_process_tlp_ack}: a probe has repaired a loss. */
  TCP_EXT_LOSS_PROBE_RECOVERY(Group.TCP_EXT, "TCPLossProbeRecovery", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPRCVCOLLAPSED}: {@code tcp_collapse_one} gave a packet's memory back. */
  TCP_EXT_RCV_COLLAPSED(Group.TCP_EXT, "TCPRcvCollapsed", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPBACKLOGCOALESCE}: a segment joined the last one of the backlog. */
  TCP_EXT_BACKLOG_COALESCE(Group.TCP_EXT, "TCPBacklogCoalesce", Telling.USUAL, 5, 0),
  /** {@code LINUX_MIB_TCPDSACKOLDSENT}: {@code tcp_dsack_set}: what was received before came again. */
  TCP_EXT_DSACK_OLD_SENT(Group.TCP_EXT, "TCPDSACKOldSent", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPDSACKOFOSENT}: ... and what is ahead of something missing. */
  TCP_EXT_DSACK_OFO_SENT(Group.TCP_EXT, "TCPDSACKOfoSent", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPDSACKRECV}: {@code tcp_check_dsack}: the peer has got something twice. */
  TCP_EXT_DSACK_RECV(Group.TCP_EXT, "TCPDSACKRecv", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPABORTONDATA}: closed at once: {@code SO_LINGER} of no time. */
  TCP_EXT_ABORT_ON_DATA(Group.TCP_EXT, "TCPAbortOnData", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPABORTONCLOSE}: closed with data that nobody had read. */
  TCP_EXT_ABORT_ON_CLOSE(Group.TCP_EXT, "TCPAbortOnClose", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPABORTONTIMEOUT}: {@code tcp_write_err}: it gave up. */
  TCP_EXT_ABORT_ON_TIMEOUT(Group.TCP_EXT, "TCPAbortOnTimeout", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPSPURIOUSRTOS}: F-RTO found that the timer expired too early. */
  TCP_EXT_SPURIOUS_RTOS(Group.TCP_EXT, "TCPSpuriousRTOs", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPBACKLOGDROP}: {@code tcp_add_backlog} has no room. */
  TCP_EXT_BACKLOG_DROP(Group.TCP_EXT, "TCPBacklogDrop", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPREQQFULLDROP}: a listener has too many handshakes. */
  TCP_EXT_REQ_Q_FULL_DROP(Group.TCP_EXT, "TCPReqQFullDrop", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPRCVCOALESCE}: {@code tcp_try_coalesce}: data joined the packet before. */
  TCP_EXT_RCV_COALESCE(Group.TCP_EXT, "TCPRcvCoalesce", Telling.USUAL),
  /** {@code LINUX_MIB_TCPOFOQUEUE}: a segment came before one that is missing. */
  TCP_EXT_OFO_QUEUE(Group.TCP_EXT, "TCPOFOQueue", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPOFODROP}: ... and there was no memory for it. */
  TCP_EXT_OFO_DROP(Group.TCP_EXT, "TCPOFODrop", Telling.TROUBLE),
  /** {@code LINUX_MIB_TCPOFOMERGE}: a segment brought nothing that had not come out of order. */
  TCP_EXT_OFO_MERGE(Group.TCP_EXT, "TCPOFOMerge", Telling.TROUBLE),
  /** {@code LINUX_MIB_BUSYPOLLRXPACKETS}: {@code napi_busy_loop}: packets that one who waited for them has polled. */
  TCP_EXT_BUSY_POLL_RX_PACKETS(Group.TCP_EXT, "BusyPollRxPackets", Telling.USUAL, 3, 11),
  /** {@code LINUX_MIB_TCPFROMZEROWINDOWADV}: {@code tcp_select_window} opens the window again. */
  TCP_EXT_FROM_ZERO_WINDOW_ADV(Group.TCP_EXT, "TCPFromZeroWindowAdv", Telling.TROUBLE, 3, 15),
  /** {@code LINUX_MIB_TCPTOZEROWINDOWADV}: {@code tcp_select_window} closes the window. */
  TCP_EXT_TO_ZERO_WINDOW_ADV(Group.TCP_EXT, "TCPToZeroWindowAdv", Telling.TROUBLE, 3, 15),
  /** {@code LINUX_MIB_TCPWANTZEROWINDOWADV}: it would close the window, had it not offered more before. */
  TCP_EXT_WANT_ZERO_WINDOW_ADV(Group.TCP_EXT, "TCPWantZeroWindowAdv", Telling.TROUBLE, 3, 15),
  /** {@code LINUX_MIB_TCPSYNRETRANS}: a SYN, or the answer to one, is sent again. */
  TCP_EXT_SYN_RETRANS(Group.TCP_EXT, "TCPSynRetrans", Telling.TROUBLE, 3, 15),
  /** {@code LINUX_MIB_TCPORIGDATASENT}: segments with data or a FIN, without those sent again. */
  TCP_EXT_ORIG_DATA_SENT(Group.TCP_EXT, "TCPOrigDataSent", Telling.USUAL, 3, 15),
  /** {@code LINUX_MIB_TCPWINPROBE}: {@code tcp_xmit_probe_skb} asks for a window. */
  TCP_EXT_WIN_PROBE(Group.TCP_EXT, "TCPWinProbe", Telling.TROUBLE, 4, 1),
  /** {@code LINUX_MIB_TCPDELIVERED}: {@code tcp_newly_delivered}: segments that have arrived. */
  TCP_EXT_DELIVERED(Group.TCP_EXT, "TCPDelivered", Telling.USUAL, 4, 18),
  /** {@code LINUX_MIB_TCPACKCOMPRESSED}: acknowledgements that one was sent for. */
  TCP_EXT_ACK_COMPRESSED(Group.TCP_EXT, "TCPAckCompressed", Telling.USUAL, 4, 18),
  /** {@code LINUX_MIB_TCPZEROWINDOWDROP}: data came while the window was closed. */
  TCP_EXT_ZERO_WINDOW_DROP(Group.TCP_EXT, "TCPZeroWindowDrop", Telling.TROUBLE, 4, 18),
  /** {@code LINUX_MIB_TCPRCVQDROP}: no memory for the segment that is next. */
  TCP_EXT_RCV_Q_DROP(Group.TCP_EXT, "TCPRcvQDrop", Telling.TROUBLE, 4, 18);

  private final Group group;
  private final String label;
  private final boolean trouble;
  private final int sinceMajor;
  private final int sinceMinor;

  /** The lines of {@code /proc/net/snmp} and {@code /proc/net/netstat}, in their order. */
  public enum Group {

    IP("Ip"),
    ICMP("Icmp"),
    TCP("Tcp"),
    UDP("Udp"),
    TCP_EXT("TcpExt");

    private final String label;

    Group(String label) {
      this.label = label;
    }

    /** The name that the kernel prints. */
    public String label() {
      return label;
    }
  }

  /** What a count says. */
  private enum Telling {
    /** How much there was. */
    USUAL,
    /** Something was lost, late or refused. */
    TROUBLE
  }

  SnmpCounter(Group group, String label, Telling telling) {
    this(group, label, telling, 0, 0);
  }

  SnmpCounter(Group group, String label, Telling telling, int sinceMajor, int sinceMinor) {
    this.group = group;
    this.label = label;
    trouble = telling == Telling.TROUBLE;
    this.sinceMajor = sinceMajor;
    this.sinceMinor = sinceMinor;
  }

  public Group group() {
    return group;
  }

  /** The name that the kernel prints, such as {@code InReceives}. */
  public String label() {
    return label;
  }

  /** Whether it counts what went wrong, and not only how much there was. */
  public boolean isTrouble() {
    return trouble;
  }

  /** Whether Linux {@code major.minor} has it. */
  public boolean isIn(int major, int minor) {
    return major > sinceMajor || major == sinceMajor && minor >= sinceMinor;
  }
}
