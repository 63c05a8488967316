package org.sockmodel.runtime.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * One pair of type and protocol that a family offers: {@code struct inet_protosw}
 * ({@code include/net/protocol.h}), used alike for families that keep no such table.
 */
public final class Protosw {

  private final int type;
  private final int protocol;
  private final int line;
  private String prot = "";
  private String ops = "";
  private String capability = "";
  private String module = "";
  private final List<String> flags = new ArrayList<>();

  /**
   * @param type see {@link SocketType}
   * @param protocol see {@link IpProtocol}; {@code IPPROTO_IP} is the wild entry, which takes any protocol
   */
  public Protosw(int type, int protocol, int line) {
    this.type = type;
    this.protocol = protocol;
    this.line = line;
  }

  /**
   * @param symbol C symbol of the {@code struct proto}, such as {@code tcp_prot}
   */
  public Protosw prot(String symbol) {
    prot = symbol;
    return this;
  }

  /**
   * @param symbol C symbol of the {@code struct proto_ops}, such as {@code inet_stream_ops}
   */
  public Protosw ops(String symbol) {
    ops = symbol;
    return this;
  }

  /**
   * @param name REUSE, PERMANENT or ICSK: an {@code INET_PROTOSW_} flag without its prefix
   */
  public Protosw flag(String name) {
    flags.add(name);
    return this;
  }

  /**
   * @param name capability a program must have to create such a socket, such as {@code CAP_NET_RAW}
   */
  public Protosw capability(String name) {
    capability = name;
    return this;
  }

  /**
   * @param name module that registers this pair when it is loaded
   */
  public Protosw module(String name) {
    module = name;
    return this;
  }

  public int type() {
    return type;
  }

  public int protocol() {
    return protocol;
  }

  public int line() {
    return line;
  }

  public String prot() {
    return prot;
  }

  public String ops() {
    return ops;
  }

  public List<String> flags() {
    return Collections.unmodifiableList(flags);
  }

  /** Empty if anybody may create such a socket. */
  public String capability() {
    return capability;
  }

  /** Empty if the pair comes with its family. */
  public String module() {
    return module;
  }
}
