package org.sockmodel.runtime.kernel.families;

import static org.sockmodel.runtime.uapi.Errno.EEXIST;
import static org.sockmodel.runtime.uapi.Errno.ENOBUFS;

/** The registered families by their numbers: {@code net_families} ({@code net/socket.c}). */
public final class NetFamilies {

  private final NetProtoFamily[] families;

  NetFamilies(int nproto) {
    families = new NetProtoFamily[nproto];
  }

  /**
   * {@code sock_register}.
   *
   * @return 0; -ENOBUFS if the number is out of range; -EEXIST if it is taken
   */
  public int register(NetProtoFamily family) {
    if (family.family() < 0 || family.family() >= families.length) {
      return -ENOBUFS;
    }
    if (families[family.family()] != null) {
      return -EEXIST;
    }
    families[family.family()] = family;
    return 0;
  }

  /** {@code sock_unregister}: the number is free again; sockets that were created stay. */
  public void unregister(int family) {
    families[family] = null;
  }

  /** The family of a number below {@link #nproto}; null if none is registered. */
  public NetProtoFamily get(int family) {
    return families[family];
  }

  /** {@code NPROTO}. */
  public int nproto() {
    return families.length;
  }
}
