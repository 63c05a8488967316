package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.guide.Step;

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
    String letter = entry.getAttribute("mnemonic");
    return letter != null && name(entry).contains(letter) && taken.add(letter);
  }

  private static String name(IConfigurationElement entry) {
    String label = entry.getAttribute("label");
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
