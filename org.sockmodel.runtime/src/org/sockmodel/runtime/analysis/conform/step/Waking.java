package org.sockmodel.runtime.analysis.conform.step;

/**
 * One wake-up of a task, from the first try to the switch to it.
 *
 * @param call the task's system call at that time; null for none
 * @param number counts the wake-ups in this call from 1
 * @param holder the task on the CPU that the woken one was on before: {@link Step#IDLE}, or empty if not known
 */
public record Waking(String task, Call call, int number, String holder) {

  /** What two runs of a program have in common of it, such as {@code rdr0 recvfrom 2 wake-up 1}. */
  public String place() {
    return task + " " + call + " wake-up " + number;
  }
}
