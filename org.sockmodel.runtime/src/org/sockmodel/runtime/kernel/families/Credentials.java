package org.sockmodel.runtime.kernel.families;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * On whose behalf a task runs: {@code struct cred} ({@code include/linux/cred.h}) as far as creating a socket looks.
 *
 * @param groups supplementary groups
 */
public record Credentials(int uid, int egid, List<Integer> groups, Set<Capability> capabilities) {

  /** All capabilities. */
  public static final Credentials ROOT = new Credentials(0, 0, List.of(), EnumSet.allOf(Capability.class));

  /** Nobody: uid and gid 65534, no capability. */
  public static final Credentials USER = new Credentials(65534, 65534, List.of(), Set.of());

  public Credentials {
    groups = List.copyOf(groups);
    capabilities = Set.copyOf(capabilities);
  }

  public boolean capable(Capability capability) {
    return capabilities.contains(capability);
  }

  /** Whether one of the task's groups lies in the range; none does if {@code low > high}. */
  public boolean inGroupRange(long low, long high) {
    if (low <= egid && egid <= high) {
      return true;
    }
    for (int i = 0; i < groups.size(); i++) {
      if (low <= groups.get(i) && groups.get(i) <= high) {
        return true;
      }
    }
    return false;
  }
}
