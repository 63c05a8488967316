package org.sockmodel.tests.ui.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.guide.Step;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;

/** Keys alone do for everything: a command has keys, or stands in a menu under a letter of its own. */
class KeyboardTest {

  private static final String OURS = "org.sockmodel.dsl.ui";

  private final Set<String> withKeys = contributed("org.eclipse.ui.bindings")
      .filter(each -> each.getName().equals("key")).map(key -> key.getAttribute("commandId"))
      .collect(Collectors.toSet());

  @Test
  void shouldReachEveryCommand() {
    Set<String> reached = new HashSet<>(withKeys);
    menus().forEach(menu -> Arrays.stream(menu.getChildren("command"))
        .forEach(entry -> reached.add(entry.getAttribute("commandId"))));
    Arrays.stream(Step.values()).forEach(step -> reached.add(step.command()));

    List<String> commands = contributed("org.eclipse.ui.commands").filter(each -> each.getName().equals("command"))
        .map(command -> command.getAttribute("id")).toList();

    assertFalse(commands.isEmpty());
    assertEquals(List.of(), commands.stream().filter(command -> !reached.contains(command)).toList());
  }

  @Test
  void shouldLeadToEveryEntryOfAMenuByALetterOfItsOwn() {
    List<String> wrong = new ArrayList<>();
    for (IConfigurationElement menu : menus().toList()) {
      Set<String> letters = new HashSet<>();
      for (IConfigurationElement entry : menu.getChildren()) {
        if (!withKeys.contains(entry.getAttribute("commandId")) && !isLedTo(entry, letters)) {
          wrong.add(name(entry) + " in " + menu.getAttribute("locationURI"));
        }
      }
    }

    assertEquals(List.of(), wrong);
  }

  private static boolean isLedTo(IConfigurationElement entry, Set<String> taken) {
    if (entry.getName().equals("dynamic")) {
      List<String> shown = shown(entry);
      return !shown.isEmpty() && shown.stream()
          .allMatch(text -> text.matches(".*&\\w.*") && taken.add(text.replaceAll("(?s).*&(\\w).*", "$1")));
    }
    String letter = entry.getAttribute("mnemonic");
    return letter != null && name(entry).contains(letter) && taken.add(letter);
  }

  /** What an entry shows that is made when its menu opens; the letters are marked. */
  private static List<String> shown(IConfigurationElement entry) {
    Menu menu = new Menu(Dialogs.window());
    try {
      ((IContributionItem) entry.createExecutableExtension("class")).fill(menu, 0);
      return Arrays.stream(menu.getItems()).map(MenuItem::getText).toList();
    } catch (CoreException problem) {
      throw new IllegalStateException(problem);
    } finally {
      menu.dispose();
    }
  }

  private static String name(IConfigurationElement entry) {
    String label = entry.getName().equals("dynamic") ? entry.getAttribute("id") : entry.getAttribute("label");
    return label != null ? label : contributed("org.eclipse.ui.commands")
        .filter(command -> entry.getAttribute("commandId").equals(command.getAttribute("id"))).findFirst().orElseThrow()
        .getAttribute("name");
  }

  private static Stream<IConfigurationElement> menus() {
    return contributed("org.eclipse.ui.menus").filter(each -> each.getName().equals("menuContribution"));
  }

  /** What our plug-in brings to an extension point. */
  private static Stream<IConfigurationElement> contributed(String point) {
    return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
        .filter(each -> each.getContributor().getName().equals(OURS));
  }
}
