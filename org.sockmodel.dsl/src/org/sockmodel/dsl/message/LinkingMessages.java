package org.sockmodel.dsl.message;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.sockmodel.dsl.naming.Descriptors;
import org.sockmodel.dsl.naming.SimilarNames;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.Setting;
import org.sockmodel.dsl.sockModel.SockModelPackage;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.validation.IssueCodes;

/** The message for a name that refers to nothing: what is missing, and which name was probably meant. */
public final class LinkingMessages extends LinkingDiagnosticMessageProvider {

  private static final Map<EClass, String> ADVICE = Map.of(
      SockModelPackage.Literals.MACHINE, "machine %s; declare it with: machine %s { cpus 1 }",
      SockModelPackage.Literals.NETWORK, "machine or network namespace %s; declare it with: netns %s on MACHINE",
      SockModelPackage.Literals.LET, "value %s; declare it with: let %s = 10",
      SockModelPackage.Literals.COSTS, "costs %s; declare them with: costs %s { context_switch 700ns }",
      SockModelPackage.Literals.NIC, "nic %s; declare it with: nic %s on MACHINE { queue 0 irq 24 -> cpu 0 }",
      SockModelPackage.Literals.THREAD_SCRIPT, "thread %s; declare it with: thread %s { }",
      SockModelPackage.Literals.FILE_DESCRIPTOR,
      "socket %s in this workload; create it with: %s = socket(AF_INET, SOCK_DGRAM, 0)");

  /** What stands for a value by habit, and what to write instead. */
  private static final Map<String, String> NO_VALUES = Map.of("off", "write 0", "no", "write 0", "false", "write 0",
      "yes", "write 1", "true", "write 1", "s", "a unit stands right behind its number, as in 5us or 10kpps");

  @Inject
  private IScopeProvider scopes;

  @Override
  public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
    String name = context.getLinkText();
    if (Character.isDigit(name.charAt(0))) {
      return null; // No name begins so, which is told where the text does not parse.
    }
    if (isOfUnknownSetting(context.getContext())) {
      return null; // That is told, and a value that it may have had tells nothing more.
    }
    if (context.getReference().getEReferenceType() == SockModelPackage.Literals.LET && NO_VALUES.containsKey(name)) {
      return message("unknown value '" + name + "'; " + NO_VALUES.get(name), List.of());
    }
    if (isAmbiguous(name, context.getContext())) {
      return message("several threads create a socket '" + name + "'; give them different names", List.of());
    }
    List<String> candidates = candidates(context);
    String advice = ADVICE.getOrDefault(context.getReference().getEReferenceType(), "element %s; declare %s");
    return SimilarNames.closest(name, candidates)
        .map(similar -> message("unknown " + advice.split(";")[0].formatted("'" + name + "'") + "; did you mean '"
            + similar + "'?", List.of(similar)))
        .orElseGet(() -> message("unknown " + advice.formatted("'" + name + "'", name), List.of()));
  }

  private static boolean isOfUnknownSetting(EObject context) {
    return context.eContainer() instanceof Setting setting && Place.of(setting.eContainer())
        .filter(place -> SettingKind.of(place, setting.getName()).isEmpty()).isPresent();
  }

  private static boolean isAmbiguous(String name, EObject context) {
    ThreadScript thread = EcoreUtil2.getContainerOfType(context, ThreadScript.class);
    return thread != null && Descriptors.visibleIn(thread).getOrDefault(name, List.of()).size() > 1;
  }

  private List<String> candidates(ILinkingDiagnosticContext context) {
    List<String> names = new ArrayList<>();
    StreamSupport.stream(scopes.getScope(context.getContext(), context.getReference()).getAllElements().spliterator(),
        false).forEach(element -> names.add(element.getName().getLastSegment()));
    return names;
  }

  private static DiagnosticMessage message(String text, List<String> replacements) {
    return new DiagnosticMessage(text, Severity.ERROR, IssueCodes.UNKNOWN_NAME, replacements.toArray(String[]::new));
  }
}
