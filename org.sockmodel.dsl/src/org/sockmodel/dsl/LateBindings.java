package org.sockmodel.dsl;

import com.google.inject.Binder;
import com.google.inject.Binding;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.spi.DefaultBindingTargetVisitor;
import com.google.inject.spi.DefaultElementVisitor;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.LinkedKeyBinding;

/**
 * The bindings of another module, of which a class that something is bound to is looked into only when it is asked for.
 * Guice looks into all of them at once, and into all that they need in turn: also into what writes models and formats
 * them, which a command that checks a model never does.
 */
final class LateBindings implements Module {

  private final Module module;

  LateBindings(Module module) {
    this.module = module;
  }

  @Override
  public void configure(Binder binder) {
    for (Element element : Elements.getElements(module)) {
      element.acceptVisitor(new DefaultElementVisitor<Void>() {
        @Override
        protected Void visitOther(Element other) {
          other.applyTo(binder);
          return null;
        }

        @Override
        public <T> Void visit(Binding<T> binding) {
          binding.acceptTargetVisitor(new Link<>(binder, binding));
          return null;
        }
      });
    }
  }

  private static final class Link<T> extends DefaultBindingTargetVisitor<T, Void> {
    private final Binder binder;
    private final Binding<T> binding;

    Link(Binder binder, Binding<T> binding) {
      this.binder = binder;
      this.binding = binding;
    }

    @Override
    public Void visit(LinkedKeyBinding<? extends T> link) {
      binder.bind(binding.getKey()).toProvider(new Late<>(link.getLinkedKey()));
      return null;
    }

    @Override
    protected Void visitOther(Binding<? extends T> other) {
      other.applyTo(binder);
      return null;
    }
  }

  private static final class Late<T> implements Provider<T> {
    private final Key<? extends T> key;
    @Inject private Injector injector;

    Late(Key<? extends T> key) {
      this.key = key;
    }

    @Override
    public T get() {
      return injector.getInstance(key);
    }
  }
}
