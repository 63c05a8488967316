package org.sockmodel.runtime.uapi;

import java.util.Map;

/** Events of {@code poll()} and {@code epoll_ctl()} ({@code include/uapi/linux/eventpoll.h}). */
public final class PollEvent {

  public static final int POLLIN = 1;
  public static final int POLLPRI = 2;
  public static final int POLLOUT = 4;
  public static final int POLLERR = 8;
  public static final int POLLHUP = 0x10;
  public static final int POLLRDHUP = 0x2000;
  public static final int EPOLLIN = 1;
  public static final int EPOLLPRI = 2;
  public static final int EPOLLOUT = 4;
  public static final int EPOLLERR = 8;
  public static final int EPOLLHUP = 0x10;
  public static final int EPOLLRDHUP = 0x2000;
  public static final int EPOLLEXCLUSIVE = 1 << 28;
  public static final int EPOLLONESHOT = 1 << 30;
  public static final int EPOLLET = 1 << 31;

  private static final Map<String, Integer> NUMBERS = Constants.of(PollEvent.class);

  private PollEvent() {
  }

  /** Every number by its name. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }
}
