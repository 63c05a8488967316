package org.sockmodel.dsl.validation;

import java.util.List;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.sockModel.IfErrno;
import org.sockmodel.dsl.sockModel.Loop;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Statement;

/** Loops: they run at least once, and one without end does something that takes time. */
final class LoopValidator extends ConceptValidator {

  private static final long MOST = 1_000_000_000_000L;

  @Check
  public void checkCount(Loop loop) {
    quantity(loop, Literals.LOOP__COUNT, Dimension.NUMBER, 1, MOST);
  }

  @Check
  public void checkEnds(Loop loop) {
    if (loop.getCount() == null && !doesSomething(loop.getBody())) {
      error("this loop never ends and does nothing; put a call into it, or say how often: loop 10 { }", loop, null,
          IssueCodes.ENDLESS_LOOP);
    }
  }

  private static boolean doesSomething(List<Statement> body) {
    return body.stream().anyMatch(statement -> {
      if (statement instanceof Loop inner) {
        return doesSomething(inner.getBody());
      }
      return !(statement instanceof IfErrno);
    });
  }
}
