package org.sockmodel.dsl.ide.outline;

import com.google.inject.Singleton;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolNameProvider;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.SimpleAttributeResolver;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** The names in the outline: an element's own, or, for what has none, the beginning of its text. */
@Singleton
public final class OutlineNames extends DocumentSymbolNameProvider {

  private static final int LONGEST = 60;

  /** Elements without a name that are worth a line. */
  private static final Set<EClass> NAMELESS =
      Set.of(Literals.QUEUE, Literals.TRAFFIC, Literals.EXPECT, Literals.PROTOSW, Literals.MODERATION);

  /** Elements with a name that are no more than a value of their owner. */
  private static final Set<EClass> VALUES = Set.of(Literals.SETTING, Literals.COST);

  @Override
  public String getName(EObject element) {
    if (VALUES.contains(element.eClass())) {
      return null;
    }
    String name = SimpleAttributeResolver.NAME_RESOLVER.apply(element);
    return name != null || !NAMELESS.contains(element.eClass()) ? name : beginning(element);
  }

  private static String beginning(EObject element) {
    INode node = NodeModelUtils.findActualNodeFor(element);
    String text = NodeModelUtils.getTokenText(node).replaceAll("\\s+", " ").replaceAll(" ?\\{.*", "");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
