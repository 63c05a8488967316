package org.sockmodel.runtime.analysis.receive;

/** Is told of every message that a reader got. The message is valid only during the call. */
@FunctionalInterface
public interface MessageListener {

  /** A receive call has returned this message. */
  void received(Message message);
}
