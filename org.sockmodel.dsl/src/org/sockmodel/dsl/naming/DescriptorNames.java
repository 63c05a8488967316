package org.sockmodel.dsl.naming;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Workload;

/**
 * Names for the descriptors of one workload that no other descriptor of it has: a descriptor's own name, or, where
 * several threads create one of that name, with the thread's name and a dot in front.
 */
public final class DescriptorNames {

  private final Map<String, Integer> creators = new HashMap<>();

  public DescriptorNames(Workload workload) {
    for (ThreadScript thread : workload.getThreads()) {
      Descriptors.of(thread).keySet().forEach(name -> creators.merge(name, 1, Integer::sum));
    }
  }

  public String of(FileDescriptor descriptor) {
    String name = descriptor.getName();
    if (creators.getOrDefault(name, 0) <= 1) {
      return name;
    }
    return EcoreUtil2.getContainerOfType(descriptor, ThreadScript.class).getName() + "." + name;
  }
}
