package org.sockmodel.tests.dsl.ui.trace.timeline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.timeline.TraceMatching;

class TraceMatchingTest {

  private final TraceMatching matching = new TraceMatching();
  private final IEditorInput trace = input();

  @Test
  void shouldFindTheEditorThatATraceIsOpenInAndNoOther() {
    assertTrue(matching.matches(editor((proxy, method, arguments) -> trace), trace));
    assertFalse(matching.matches(editor((proxy, method, arguments) -> input()), trace));
  }

  @Test
  void shouldFindNoEditorWhoseTraceIsGone() {
    assertFalse(matching.matches(editor((proxy, method, arguments) -> {
      throw new PartInitException("no such trace");
    }), trace));
  }

  private static IEditorInput input() {
    Object identity = new Object();
    return proxy(IEditorInput.class, (proxy, method, arguments) -> switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      default -> method.invoke(identity, arguments);
    });
  }

  private static IEditorReference editor(InvocationHandler getEditorInput) {
    return proxy(IEditorReference.class, getEditorInput);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answer) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answer));
  }
}
