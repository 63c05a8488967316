package org.sockmodel.runtime.kernel.families.create;

import java.util.List;
import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.Socket;

/** Steps that stand in a C function of their own, which the create function calls. */
final class Called implements CreateStep {

  private final String symbol;
  private final Steps steps;

  Called(String symbol, CreateStep... steps) {
    this.symbol = symbol;
    this.steps = new Steps("sk_free", List.of(steps));
  }

  @Override
  public int run(Creation c, Socket socket) {
    c.enter(symbol);
    return c.leave(steps.run(c, socket));
  }

  @Override
  public void undo(Creation c, Socket socket) {
    steps.undo(c, socket);
  }
}
