package org.sockmodel.runtime.kernel.sched;

/** What the run queues of one machine share: {@code struct root_domain}, {@code kernel/sched/sched.h}. */
final class RootDomain {

  /** How many tasks wait on all run queues; the kernel's {@code overloaded} says whether any does. */
  int waiting;
}
