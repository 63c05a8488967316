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
  private boolean asleep;
  private int sleeps;

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

  /** Whether its task sleeps in it, so far as the trace goes. */
  public boolean isAsleep() {
    return asleep;
  }

  /** How often its task has slept in it. */
  public int sleeps() {
    return sleeps;
  }

  void sleep() {
    sleeps++;
    asleep = true;
  }

  void goOn() {
    asleep = false;
  }

  void touchSocket() {
    touchesSocket = true;
  }

  /** Whether it is the same call of the same program, in another trace. */
  public boolean isNamedLike(Call call) {
    return call.numberOfName == numberOfName && call.name.equals(name) && call.task.equals(task);
  }

  /** Such as {@code recvfrom 2}: the task's second call of this name. */
  @Override
  public String toString() {
    return name + " " + numberOfName;
  }
}
