package org.sockmodel.dsl.ui.language;

import com.google.inject.Injector;
import java.util.concurrent.CompletableFuture;
import org.sockmodel.dsl.ide.SockModelIdeSetup;

/**
 * The language in this workbench: one injector, made once, with what editors need.
 *
 * <p>Making it takes about a second, so it happens on a background thread, from the first call on. The user interface
 * thread may ask whether it is there or be told when it is, and must not wait for it.
 */
public final class SockModelLanguage {

  private static final CompletableFuture<Injector> INJECTOR =
      CompletableFuture.supplyAsync(() -> new SockModelIdeSetup().createInjectorAndDoEMFRegistration());

  private SockModelLanguage() {
  }

  /** The injector, now or later. */
  public static CompletableFuture<Injector> injector() {
    return INJECTOR;
  }
}
