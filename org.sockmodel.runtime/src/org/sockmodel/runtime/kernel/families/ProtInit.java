package org.sockmodel.runtime.kernel.families;

/** What a protocol's {@code init} function decides: {@code struct proto.init} ({@code include/net/sock.h}). */
@FunctionalInterface
public interface ProtInit {

  /** A protocol whose init function never fails. */
  ProtInit NEVER_FAILS = (creation, socket) -> 0;

  /** 0 or a negative errno. */
  int init(Creation creation, Socket socket);
}
