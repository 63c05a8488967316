package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/**
 * Buffers that a reader on another CPU has given back and that the next NET_RX softirq frees
 * ({@code skb_attempt_defer_free}, net/core/skbuff.c), with the fragments that they were put together of: when that is
 * depends on what ran before.
 */
final class DeferredFrees implements Rule {

  @Override
  public String name() {
    return "deferred frees of buffers";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    return step.tracepoint().equals("consume_skb") && (step.detail().contains("skb_defer_free_flush")
        || step.excursion() != null && step.detail().contains("skb_release_data"));
  }
}
