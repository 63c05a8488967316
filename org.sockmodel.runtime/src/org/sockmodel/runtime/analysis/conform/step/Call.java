package org.sockmodel.runtime.analysis.conform.step;

import java.util.HashSet;
import java.util.Set;

/** One system call of one task. What is known of it grows while the trace is read. */
public final class Call {

  private final String task;
  private final String name;
  private final int number;
  private final int numberOfName;
  private final Set<String> woken = new HashSet<>();
  private final Set<String> wakers = new HashSet<>();
  private boolean touchesSocket;

  /**
   * @param number counts the task's calls from 0
   * @param numberOfName counts the task's calls of this name from 1
   */
  Call(String task, String name, int number, int numberOfName) {
    this.task = task;
    this.name = name;
    this.number = number;
    this.numberOfName = numberOfName;
  }

  public String task() {
    return task;
  }

  /** The system call's name as in {@code man 2}. */
  public String name() {
    return name;
  }

  /** Which of its task's calls it is, from 0. */
  public int number() {
    return number;
  }

  /** Whether a socket or a network device had to do with it. */
  public boolean touchesSocket() {
    return touchesSocket;
  }

  /** The tasks that were woken in the course of it, by its own task. */
  public Set<String> woken() {
    return woken;
  }

  /** The tasks that woke its task while it lasted, in calls of their own. */
  public Set<String> wakers() {
    return wakers;
  }

  void touchSocket() {
    touchesSocket = true;
  }

  /** Such as {@code recvfrom 2}: the task's second call of this name. */
  @Override
  public String toString() {
    return name + " " + numberOfName;
  }
}
