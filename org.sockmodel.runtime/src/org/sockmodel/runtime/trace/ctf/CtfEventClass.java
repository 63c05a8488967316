package org.sockmodel.runtime.trace.ctf;

import org.sockmodel.runtime.trace.Tracepoint;

/**
 * How one kind of event is decoded and what it is delivered as.
 *
 * @param covers whether the event has all the fields of its tracepoint
 * @param tellsTask whether it tells the current task's id
 * @param tellsComm whether it tells the current task's name
 * @param biasedFields fields to which {@link CtfEventNames#PRIO_BIAS} is added
 * @param numberedTexts text fields that this trace holds as numbers
 */
record CtfEventClass(Tracepoint tracepoint, DecodePlan plan, boolean covers, boolean tellsTask, boolean tellsComm,
    int[] biasedFields, int[] numberedTexts) {

  /** Whether fields need more than decoding. */
  boolean needsRepair() {
    return biasedFields.length + numberedTexts.length > 0;
  }
}
