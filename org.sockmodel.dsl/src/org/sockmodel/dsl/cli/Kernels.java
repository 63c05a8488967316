package org.sockmodel.dsl.cli;

import java.util.Iterator;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;

/** The values of {@code --kernel}, for the help. */
final class Kernels implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return KernelProfile.KERNELS.iterator();
  }
}
