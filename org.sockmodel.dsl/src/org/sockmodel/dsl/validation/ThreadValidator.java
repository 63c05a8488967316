package org.sockmodel.dsl.validation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.naming.Networks;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.StartThread;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Workload;

/** Threads: their CPU, their nice value, what their process may do, and that somebody starts them. */
final class ThreadValidator extends ConceptValidator {

  private static final int LEAST_NICE = -20;
  private static final int MOST_NICE = 19;

  @Check
  public void checkCpu(ThreadScript thread) {
    cpu(thread, Literals.THREAD_SCRIPT__CPU, Networks.machineAround(thread));
  }

  @Check
  public void checkNice(ThreadScript thread) {
    Optional<Quantity> found = Expressions.quantity(thread.getNice());
    if (found.isEmpty()) {
      return;
    }
    boolean plain = found.get().dimension() == Dimension.NUMBER && found.get().isWhole();
    long nice = plain ? found.get().toLong() : Long.MAX_VALUE;
    if (nice < LEAST_NICE || nice > MOST_NICE) {
      error("nice " + found.get() + " does not exist; use " + LEAST_NICE + " (most favoured) to " + MOST_NICE,
          thread, Literals.THREAD_SCRIPT__NICE, IssueCodes.OUT_OF_RANGE);
    }
  }

  @Check
  public void checkCapabilities(Workload workload) {
    word(workload, Literals.WORKLOAD__CAPABILITIES, "capability", IssueCodes.UNKNOWN_SYMBOL);
  }

  @Check
  public void checkStarted(Workload workload) {
    Set<ThreadScript> running = new HashSet<>(workload.getThreads());
    EcoreUtil2.getAllContentsOfType(workload, StartThread.class).forEach(start -> running.remove(start.getThread()));
    if (running.isEmpty() && !workload.getThreads().isEmpty()) {
      error("every thread waits to be started by another; remove a pthread_create", workload, Literals.WORKLOAD__NAME,
          IssueCodes.MISSING);
    }
  }
}
